import { sql } from "kysely";
import type { CallerTransaction } from "../db/as-caller.ts";
import type { ApiKeyTable } from "../db/trust.tables.ts";
import { DomainError } from "../errors.ts";
import { createKeySecret } from "./key-secret.ts";

/** Keys that an account may have at a time. */
export const MAX_KEYS = 50;

/** Everything that is shown of a key. */
export const KEY_COLUMNS = [
  "keyId",
  "accountId",
  "organisationId",
  "name",
  "prefix",
  "scopes",
  "tier",
  "replaces",
  "createdAt",
  "lastUsedAt",
  "expiresAt",
  "revokedAt",
] as const satisfies (keyof ApiKeyTable)[];

/** Keys of an account, those that it made for organisations included, or of an organisation; newest first. */
export const findKeys = (
  transaction: CallerTransaction,
  of: { accountId: string } | { organisationId: string },
) =>
  transaction
    .selectFrom("apiKey")
    .select(KEY_COLUMNS)
    .where((eb) => eb.and(of))
    .orderBy("createdAt", "desc")
    .orderBy("keyId")
    .limit(500)
    .execute();

/**
 * A key of the caller, or of an organisation whose keys he looks after. Administrators see every row:
 * here only what is theirs is there for them, too.
 *
 * @throws DomainError KEY_NOT_FOUND
 */
export async function getOwnKey(transaction: CallerTransaction, keyId: string, accountId: string) {
  const key = await getKey(transaction, keyId);
  const isTheirs =
    key.accountId === accountId || (await looksAfter(transaction, key.organisationId));
  if (!isTheirs) throw noKey(keyId);
  return key;
}

async function looksAfter(transaction: CallerTransaction, organisationId: string | null) {
  if (organisationId === null) return false;
  const { rows } = await sql`SELECT FROM app.caller_organisations('{admin,owner}') AS own (id)
    WHERE id = ${organisationId}`.execute(transaction);
  return rows.length > 0;
}

/** @throws DomainError KEY_NOT_FOUND for a key that is not there or that the caller may not see */
export async function getKey(transaction: CallerTransaction, keyId: string) {
  const key = await transaction
    .selectFrom("apiKey")
    .select(KEY_COLUMNS)
    .where("keyId", "=", keyId)
    .executeTakeFirst();
  if (key === undefined) throw noKey(keyId);
  return key;
}

const noKey = (keyId: string) => new DomainError("KEY_NOT_FOUND", `No key ${keyId}.`);

/** What its owner decides of a key. */
export type NewKey = {
  accountId: string;
  organisationId: string | null;
  name: string;
  scopes: readonly string[];
  tier: ApiKeyTable["tier"]["__select__"];
  expiresAt: Date | null;
  replaces: string | null;
};

/** Makes a key. @returns the row, and the secret that is not stored */
export async function insertKey(transaction: CallerTransaction, { scopes, ...key }: NewKey) {
  const { count } = await transaction
    .selectFrom("apiKey")
    .select(sql<bigint>`count(*)`.as("count"))
    .where("accountId", "=", key.accountId)
    .where("revokedAt", "is", null)
    .where(sql<boolean>`(expires_at IS NULL OR expires_at > now())`)
    .executeTakeFirstOrThrow();
  if (count >= BigInt(MAX_KEYS)) {
    throw new DomainError("TOO_MANY_KEYS", `The account has ${MAX_KEYS} keys that are good.`);
  }
  const { secret, prefix, secretHash } = createKeySecret();
  const made = await transaction
    .insertInto("apiKey")
    .values({ ...key, scopes: [...scopes], prefix, secretHash })
    .returning(KEY_COLUMNS)
    .executeTakeFirstOrThrow();
  return { key: made, secret };
}

/**
 * Makes the successor of a key, and lets the key itself end after the overlap. The successor may do
 * the same and ends when the key would have ended.
 *
 * @throws DomainError KEY_NOT_FOUND, or KEY_ENDED for a key that is not good any more
 */
export async function rotateKey(
  transaction: CallerTransaction,
  keyId: string,
  overlapSeconds: number,
) {
  const before = await lockKey(transaction, keyId);
  const { accountId, organisationId, name, scopes, tier, expiresAt } = before;
  const made = await insertKey(transaction, {
    accountId,
    organisationId,
    name,
    scopes,
    tier,
    expiresAt,
    replaces: keyId,
  });
  const ended = await transaction
    .updateTable("apiKey")
    .set({
      expiresAt: sql<Date>`least(expires_at, now() + ${overlapSeconds} * interval '1 second')`,
    })
    .where("keyId", "=", keyId)
    .returning("expiresAt")
    .executeTakeFirstOrThrow();
  return { ...made, before, endsAt: ended.expiresAt };
}

/** Ends a key at once. @throws DomainError KEY_NOT_FOUND, KEY_ENDED */
export async function revokeKey(transaction: CallerTransaction, keyId: string) {
  const before = await lockKey(transaction, keyId);
  const after = await transaction
    .updateTable("apiKey")
    .set({ revokedAt: sql<Date>`now()` })
    .where("keyId", "=", keyId)
    .returning(KEY_COLUMNS)
    .executeTakeFirstOrThrow();
  return { before, after };
}

/** A key that is good, which nobody else changes before the transaction ends. */
async function lockKey(transaction: CallerTransaction, keyId: string) {
  await sql`SELECT FROM app.api_key WHERE key_id = ${keyId} FOR UPDATE`.execute(transaction);
  const key = await getKey(transaction, keyId);
  const isOver = key.expiresAt !== null && key.expiresAt.getTime() <= Date.now();
  if (key.revokedAt !== null || isOver) {
    throw new DomainError("KEY_ENDED", `The key ${keyId} has ended already.`);
  }
  return key;
}

/** Uses of a key in the last days, by day and route. */
export const findKeyUsage = (transaction: CallerTransaction, keyId: string, days: number) =>
  transaction
    .selectFrom("apiKeyUsage")
    .select([sql<string>`day::text`.as("day"), "route", "requests", "failures"])
    .where("keyId", "=", keyId)
    .where(sql<boolean>`day > (now() AT TIME ZONE 'UTC')::date - ${days}::int`)
    .orderBy("day", "desc")
    .orderBy("route")
    .limit(2_000)
    .execute();
