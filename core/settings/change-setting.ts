import { sql } from "kysely";
import type { CallerTransaction } from "../db/as-caller.ts";
import type { Json } from "../db/trust.tables.ts";
import { DomainError } from "../errors.ts";
import { SETTINGS, type SettingName } from "./setting-schemas.ts";

/** One rule as it is stored; version 0 and its initial value where nobody has changed it. */
export async function readSetting(transaction: CallerTransaction, name: SettingName) {
  const row = await transaction
    .selectFrom("setting")
    .select(["name", "version", "value", "updatedBy", "updatedAt"])
    .where("name", "=", name)
    .executeTakeFirst();
  const initial = { name, version: 0, value: SETTINGS[name].initial as Json };
  return row ?? { ...initial, updatedBy: null, updatedAt: null };
}

/**
 * Writes a new version of a rule.
 *
 * @param seenVersion version that the change was made for
 * @throws DomainError SETTING_CHANGED when another one is there
 */
export async function changeSetting(
  transaction: CallerTransaction,
  {
    name,
    value,
    seenVersion,
    accountId,
  }: { name: SettingName; value: Json; seenVersion: number; accountId: string },
) {
  await sql`SELECT pg_advisory_xact_lock(hashtext('app.setting'), hashtext(${name}))`.execute(
    transaction,
  );
  const before = await readSetting(transaction, name);
  if (before.version !== seenVersion) {
    const detail = `The version is ${before.version}, not ${seenVersion}.`;
    throw new DomainError("SETTING_CHANGED", detail);
  }
  const written = {
    value: JSON.stringify(value),
    version: seenVersion + 1,
    updatedBy: accountId,
    updatedAt: sql<Date>`now()`,
  };
  const after = await transaction
    .insertInto("setting")
    .values({ name, ...written })
    .onConflict((conflict) => conflict.column("name").doUpdateSet(written))
    .returning(["name", "version", "value", "updatedBy", "updatedAt"])
    .executeTakeFirstOrThrow();
  return { before, after };
}
