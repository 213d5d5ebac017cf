import { type Origin, recordChange } from "../../audit-log/record-change.ts";
import type { IdentityDb } from "../../db/app-writes.ts";
import { DomainError } from "../../errors.ts";
import type { KnownCaller } from "../caller.ts";
import { keepAWayIn, lockWaysIn } from "../ways-in.ts";

/**
 * Takes the identity at a provider from an account, and ends the sessions that providers have opened:
 * whoever lost his account there is out. It works for a provider that is not configured any more.
 *
 * @throws DomainError IDENTITY_NOT_FOUND, or LAST_CREDENTIAL while nothing else opens the account
 */
export async function unlinkIdentity(
  db: IdentityDb,
  { caller, origin, now }: { caller: KnownCaller; origin: Origin; now: Date },
  provider: string,
): Promise<void> {
  const { accountId } = caller;
  await db.transaction().execute(async (trx) => {
    const ways = await lockWaysIn(trx, accountId);
    if (!ways.providers.includes(provider)) {
      throw new DomainError("IDENTITY_NOT_FOUND", `Nothing at ${provider} opens the account.`);
    }
    keepAWayIn(ways, "identity");
    await trx
      .deleteFrom("oidcIdentity")
      .where("accountId", "=", accountId)
      .where("provider", "=", provider)
      .execute();
    await trx
      .updateTable("session")
      .set({ endedAt: now, endReason: "identity_unlinked" })
      .where("accountId", "=", accountId)
      .where("method", "=", "oidc")
      .where("endedAt", "is", null)
      .execute();
    await recordChange(trx, caller, origin, {
      action: "account_identity.unlink",
      entity: "account",
      entityId: accountId,
      before: { provider },
    });
  });
}
