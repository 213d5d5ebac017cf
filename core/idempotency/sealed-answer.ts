import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

/** An answer as it is kept and given again. */
export type KeptAnswer = {
  status: number;
  /** Those that belong to the answer itself, e.g. `location`. */
  headers: Readonly<Record<string, string>>;
  body: string;
};

const CIPHER = "aes-256-gcm";
const [KEY_BYTES, NONCE_BYTES, TAG_BYTES] = [32, 12, 16];

/**
 * Seals an answer with the Idempotency-Key itself, of which the database has a hash alone: an answer
 * may hold a secret that is shown once, and whoever reads the table without the key learns nothing.
 *
 * @param salt what names the row, so that an answer opens nowhere else
 */
export function sealAnswer(answer: KeptAnswer, key: string, salt: Buffer): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, keyOf(key, salt), nonce);
  const sealed = Buffer.concat([cipher.update(JSON.stringify(answer), "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** @throws when the key is another one or the bytes were changed */
export function openAnswer(sealed: Buffer, key: string, salt: Buffer): KeptAnswer {
  const decipher = createDecipheriv(CIPHER, keyOf(key, salt), sealed.subarray(0, NONCE_BYTES));
  decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  const text = decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES));
  return JSON.parse(Buffer.concat([text, decipher.final()]).toString("utf8"));
}

const keyOf = (key: string, salt: Buffer) =>
  Buffer.from(hkdfSync("sha256", key, salt, "valyra idempotent answer", KEY_BYTES));
