import { z } from "zod";
import type { CallerTransaction } from "../db/as-caller.ts";
import { DomainError } from "../errors.ts";
import {
  createDataKey,
  type KeyRing,
  openDataKey,
  openText,
  sealText,
  UnknownKeyError,
} from "./envelope.ts";

/** Name of the table as ciphertexts are bound to it. */
export const PROFILE_TABLE = "account_profile";

const words = (max: number) => z.string().trim().min(1).max(max).nullable().default(null);

/** How somebody can be reached; only he himself reads it. */
export const Contact = z.strictObject({
  fullName: words(120),
  company: words(120),
  phone: words(40),
  messenger: words(120),
  postalAddress: words(500),
  taxId: words(60),
});
/** The same as a type; null for what was left out. */
export type Contact = z.output<typeof Contact>;

/** How somebody wants to be paid, beside what contracts pay to the wallet that is a party. */
export const Payout = z.strictObject({
  wallet: z
    .string()
    .regex(/^0x[0-9a-fA-F]{40}$/, "must be 0x and 40 hexadecimal digits")
    .transform((text) => text.toLowerCase() as `0x${string}`)
    .nullable()
    .default(null),
  creditTo: z.enum(["wallet", "fees"]).default("wallet"),
  reference: words(120),
});
/** The same as a type; the wallet in lower case. */
export type Payout = z.output<typeof Payout>;

/** What is private of an account; null for what was never said. */
export type PrivateProfile = {
  contact: Contact | null;
  payout: Payout | null;
  updatedAt: Date | null;
};

/** What is stored is what a schema has let through: text of JSON. */
const SCHEMAS = { contact: Contact, payout: Payout } as const;
type Part = keyof typeof SCHEMAS;

/**
 * Reads the profile of the caller (req 3.3, 5.73, 5.143).
 *
 * @throws DomainError ENCRYPTION_NOT_CONFIGURED when a key of the row is not configured here
 */
export async function readProfile(
  transaction: CallerTransaction,
  ring: KeyRing,
  accountId: string,
): Promise<PrivateProfile> {
  const row = await transaction
    .selectFrom("accountProfile")
    .selectAll()
    .where("accountId", "=", accountId)
    .executeTakeFirst();
  if (row === undefined) return { contact: null, payout: null, updatedAt: null };
  const key = openedKey(ring, row, accountId);
  const open = <Name extends Part>(column: Name, sealed: Buffer | null) => {
    if (sealed === null) return null;
    const text = openText(key, sealed, { table: PROFILE_TABLE, row: accountId, column });
    return SCHEMAS[column].parse(JSON.parse(text)) as z.output<(typeof SCHEMAS)[Name]>;
  };
  return {
    contact: open("contact", row.contact),
    payout: open("payout", row.payout),
    updatedAt: row.updatedAt,
  };
}

/**
 * Replaces parts of the profile of the caller; a part that is absent stays, null takes it away.
 *
 * @throws DomainError ENCRYPTION_NOT_CONFIGURED when a key of the row is not configured here
 */
export async function writeProfile(
  transaction: CallerTransaction,
  ring: KeyRing,
  accountId: string,
  change: { contact?: Contact | null; payout?: Payout | null },
): Promise<void> {
  const known = await transaction
    .selectFrom("accountProfile")
    .select(["keyId", "dataKey"])
    .where("accountId", "=", accountId)
    .forUpdate()
    .executeTakeFirst();
  const { key, wrapped } =
    known === undefined
      ? createDataKey(ring, PROFILE_TABLE, accountId)
      : { key: openedKey(ring, known, accountId), wrapped: known };
  const sealed = Object.fromEntries(
    Object.entries(change).map(([column, value]) => {
      const place = { table: PROFILE_TABLE, row: accountId, column };
      return [column, value === null ? null : sealText(key, JSON.stringify(value), place)];
    }),
  );
  if (known !== undefined) {
    if (Object.keys(sealed).length === 0) return;
    await transaction
      .updateTable("accountProfile")
      .set(sealed)
      .where("accountId", "=", accountId)
      .execute();
    return;
  }
  await transaction
    .insertInto("accountProfile")
    .values({ accountId, keyId: wrapped.keyId, dataKey: wrapped.dataKey, ...sealed })
    .execute();
}

function openedKey(ring: KeyRing, row: { keyId: string; dataKey: Buffer }, accountId: string) {
  try {
    return openDataKey(ring, row, PROFILE_TABLE, accountId);
  } catch (cause) {
    if (!(cause instanceof UnknownKeyError)) throw cause;
    throw new DomainError("ENCRYPTION_NOT_CONFIGURED", "The key of this data is not here.", {
      cause,
    });
  }
}
