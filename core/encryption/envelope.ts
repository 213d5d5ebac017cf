import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

/** A key that encrypts keys of rows, and its name in those rows. */
export type NamedKey = { id: string; key: Uint8Array };

/** Keys of the operator: the first encrypts, all of them decrypt, so that one can be replaced. */
export type KeyRing = readonly [NamedKey, ...NamedKey[]];

/** The key of one row, wrapped by a key of the operator. */
export type WrappedKey = { keyId: string; dataKey: Buffer };

/** Which value of which row something is; a ciphertext that is put elsewhere does not open. */
export type Place = { table: string; row: string; column: string };

const ALGORITHM = "aes-256-gcm";
const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;
/** First byte of each ciphertext, so that another form can follow one day. */
const FORM = 1;

/** A row names a key that the operator has not configured (any more). */
export class UnknownKeyError extends Error {
  override name = "UnknownKeyError";
}

/** Makes the key of a new row. @returns it as it is, for `sealText`, and as it is stored */
export function createDataKey(ring: KeyRing, table: string, row: string) {
  const key = randomBytes(KEY_BYTES);
  return { key, wrapped: wrap(ring[0], key, table, row) };
}

/** @throws UnknownKeyError, or an error of node:crypto for a key that was changed or is of another row */
export function openDataKey(
  ring: KeyRing,
  { keyId, dataKey }: WrappedKey,
  table: string,
  row: string,
): Buffer {
  const found = ring.find(({ id }) => id === keyId);
  if (found === undefined) throw new UnknownKeyError(`no key ${keyId} is configured`);
  return decrypt(found.key, dataKey, ofKey(keyId, table, row));
}

/** The same key of a row wrapped by the newest key of the operator; what it encrypts stays as it is. */
export function rewrap(ring: KeyRing, wrapped: WrappedKey, table: string, row: string): WrappedKey {
  return wrap(ring[0], openDataKey(ring, wrapped, table, row), table, row);
}

/** Encrypts a text for one place, by AES-256-GCM with a nonce of its own. */
export function sealText(key: Uint8Array, text: string, place: Place): Buffer {
  return encrypt(key, Buffer.from(text, "utf8"), ofPlace(place));
}

/** @throws an error of node:crypto for what was changed, or belongs to another place */
export function openText(key: Uint8Array, sealed: Buffer, place: Place): string {
  return decrypt(key, sealed, ofPlace(place)).toString("utf8");
}

function wrap({ id, key }: NamedKey, dataKey: Buffer, table: string, row: string): WrappedKey {
  return { keyId: id, dataKey: encrypt(key, dataKey, ofKey(id, table, row)) };
}

/** As JSON, so that no name can pose as the end of another. */
const ofPlace = ({ table, row, column }: Place) => JSON.stringify(["value", table, row, column]);
const ofKey = (id: string, table: string, row: string) => JSON.stringify(["key", id, table, row]);

function encrypt(key: Uint8Array, plain: Buffer, context: string): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, iv).setAAD(Buffer.from(context, "utf8"));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.from([FORM]), iv, body, cipher.getAuthTag()]);
}

function decrypt(key: Uint8Array, sealed: Buffer, context: string): Buffer {
  if (sealed[0] !== FORM || sealed.length < 1 + IV_BYTES + TAG_BYTES) {
    throw new Error("the ciphertext has another form");
  }
  const iv = sealed.subarray(1, 1 + IV_BYTES);
  const decipher = createDecipheriv(ALGORITHM, key, iv, { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(context, "utf8"))
    .setAuthTag(sealed.subarray(-TAG_BYTES));
  const body = sealed.subarray(1 + IV_BYTES, -TAG_BYTES);
  return Buffer.concat([decipher.update(body), decipher.final()]);
}
