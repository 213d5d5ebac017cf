import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

const MARK = "vly_";
const SECRET_BYTES = 32;

/** Characters of a secret that are shown to tell keys apart: the mark and 48 bits. */
const SHOWN = MARK.length + 8;

const SECRET = /^vly_[\w-]{43}$/;

/** A new key: what its owner gets once, and what is kept of it. */
export type KeySecret = { secret: string; prefix: string; secretHash: Buffer };

/**
 * Makes the secret of a key from 256 random bits. That many cannot be guessed, so a plain hash of
 * them keeps them: a slow one is for what people think up.
 */
export function createKeySecret(): KeySecret {
  const secret = `${MARK}${randomBytes(SECRET_BYTES).toString("base64url")}`;
  return { secret, prefix: secret.slice(0, SHOWN), secretHash: hashSecret(secret) };
}

/** Whether a text has the form of a secret; anything else needs no look into the database. */
export const isKeySecret = (text: string): boolean => SECRET.test(text);

export const hashSecret = (secret: string): Buffer => createHash("sha256").update(secret).digest();

/** In constant time; both are hashes of 32 bytes. */
export const isSameHash = (one: Buffer, other: Buffer): boolean =>
  one.length === other.length && timingSafeEqual(one, other);
