import { sql } from "kysely";
import { type Origin, recordChange } from "../audit-log/record-change.ts";
import type { IdentityDb } from "../db/app-writes.ts";
import { DomainError } from "../errors.ts";
import { ANONYMOUS, type KeyCaller } from "../identity/caller.ts";
import { KEY_COLUMNS } from "./account-keys.ts";
import { createKeySecret, hashSecret, isKeySecret, isSameHash } from "./key-secret.ts";
import { INSTANT_SCOPES } from "./scopes.ts";

/** Days after which a key that anybody can get ends. */
export const INSTANT_DAYS = 30;

/**
 * Whose key a secret is. Every call asks the database, so that a revoked key is refused by the next
 * request wherever it arrives (check AU-8).
 *
 * @throws DomainError INVALID_TOKEN, in the same words whatever is wrong
 */
export async function findKeyCaller(db: IdentityDb, secret: string): Promise<KeyCaller> {
  const refusal = new DomainError("INVALID_TOKEN", "The API key is unknown, over or revoked.");
  if (!isKeySecret(secret)) throw refusal;
  const secretHash = hashSecret(secret);
  const key = await db
    .selectFrom("apiKey")
    .innerJoin("account", "account.accountId", "apiKey.accountId")
    .select([
      "apiKey.keyId",
      "apiKey.accountId",
      "apiKey.organisationId",
      "apiKey.secretHash",
      "apiKey.scopes",
      "apiKey.tier",
      "account.tier as accountTier",
      sql<string[]>`ARRAY(SELECT address FROM app.account_wallet AS wallet
        WHERE wallet.account_id = api_key.account_id ORDER BY wallet.linked_at)`.as("wallets"),
    ])
    .where("apiKey.secretHash", "=", secretHash)
    .where("apiKey.revokedAt", "is", null)
    .where("account.bannedAt", "is", null)
    .where(sql<boolean>`(api_key.expires_at IS NULL OR api_key.expires_at > now())`)
    .executeTakeFirst();
  if (key === undefined || !isSameHash(key.secretHash, secretHash)) throw refusal;
  return {
    kind: "api_key",
    keyId: key.keyId,
    accountId: key.accountId,
    // Addresses are stored in the form that the type wants (account_wallet_address).
    wallets: key.wallets as `0x${string}`[],
    roles: ["user"],
    tier: key.tier === "paid" && key.accountTier === "paid" ? "paid" : "free",
    scopes: key.scopes,
    organisationId: key.organisationId ?? undefined,
  };
}

/**
 * Makes a free key for somebody who has no account, with an account of its own that nothing else is
 * known of.
 *
 * @returns the secret, which is not stored
 */
export async function createInstantKey(
  db: IdentityDb,
  { name, origin }: { name: string; origin: Origin },
) {
  const { secret, prefix, secretHash } = createKeySecret();
  const key = await db.transaction().execute(async (transaction) => {
    const { accountId } = await transaction
      .insertInto("account")
      .defaultValues()
      .returning("accountId")
      .executeTakeFirstOrThrow();
    const made = await transaction
      .insertInto("apiKey")
      .values({
        accountId,
        name,
        prefix,
        secretHash,
        scopes: [...INSTANT_SCOPES],
        expiresAt: sql<Date>`now() + ${INSTANT_DAYS} * interval '1 day'`,
      })
      .returning(KEY_COLUMNS)
      .executeTakeFirstOrThrow();
    await recordChange(transaction, ANONYMOUS, origin, {
      action: "api_key.create",
      entity: "api_key",
      entityId: made.keyId,
      after: { accountId, name, prefix, scopes: made.scopes, tier: made.tier },
    });
    return made;
  });
  return { key, secret };
}
