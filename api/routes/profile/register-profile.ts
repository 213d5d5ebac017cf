import { recordChange } from "../../../core/audit-log/record-change.ts";
import { asCaller, type CallerTransaction } from "../../../core/db/as-caller.ts";
import type { KeyRing } from "../../../core/encryption/envelope.ts";
import { readProfile, writeProfile } from "../../../core/encryption/private-profile.ts";
import { DomainError } from "../../../core/errors.ts";
import type { KnownCaller } from "../../../core/identity/caller.ts";
import { getOwnAccount } from "../../../core/identity/own-account.ts";
import { findMailPreferences } from "../../../core/mail/mail-preferences.ts";
import type { ApiDeps } from "../../deps.ts";
import { carryOut, privateMeta } from "../../http/private-answer.ts";
import type { Router } from "../../http/router.ts";
import { toAddressOrNull } from "../../http/values.ts";
import { requireCaller } from "../../middleware/caller.ts";
import { toOwnAccount } from "../account/account.resource.ts";
import { changeProfile, getProfile } from "./profile.contract.ts";

/** @throws DomainError ENCRYPTION_NOT_CONFIGURED where the operator has set no key */
function ringOf({ encryptionKeys }: Pick<ApiDeps, "encryptionKeys">): KeyRing {
  if (encryptionKeys !== undefined) return encryptionKeys;
  throw new DomainError("ENCRYPTION_NOT_CONFIGURED", "No key for private data is configured.");
}

/** What somebody says of himself, the private part of it encrypted (req 3.3, 3.26, 5.73, 5.143). */
export function registerProfile(app: Router, deps: ApiDeps): void {
  app.openapi(getProfile, async (c) => {
    const caller = await requireCaller(c, { isBound: true });
    const ring = ringOf(deps);
    const data = await asCaller(deps.writes.callers, caller, (transaction) =>
      profileOf(transaction, ring, caller),
    );
    return c.json({ data, meta: privateMeta(c) }, 200);
  });

  app.openapi(changeProfile, async (c) => {
    const caller = await requireCaller(c, { isBound: true });
    const ring = ringOf(deps);
    const { contact, payout } = c.req.valid("json");
    const change = {
      ...(contact === undefined ? {} : { contact }),
      ...(payout === undefined ? {} : { payout }),
    };
    const answer = await carryOut(c, deps, { caller, status: 200 }, async (transaction, origin) => {
      await writeProfile(transaction, ring, caller.accountId, change);
      const data = await profileOf(transaction, ring, caller);
      // Which parts were said anew, and nothing of what they say.
      await recordChange(transaction, caller, origin, {
        action: "account_profile.change",
        entity: "account_profile",
        entityId: caller.accountId,
        after: Object.fromEntries(
          Object.entries(change).map(([part, value]) => [part, value === null ? "removed" : "set"]),
        ),
      });
      return data;
    });
    return c.json(answer, 200);
  });
}

async function profileOf(transaction: CallerTransaction, ring: KeyRing, caller: KnownCaller) {
  const account = toOwnAccount(await getOwnAccount(transaction, caller.accountId), caller);
  const notifications = await findMailPreferences(transaction);
  const { contact, payout, updatedAt } = await readProfile(transaction, ring, caller.accountId);
  return {
    account,
    notifications,
    contact,
    payout: payout === null ? null : { ...payout, wallet: toAddressOrNull(payout.wallet) },
    updatedAt: updatedAt?.toISOString() ?? null,
  };
}
