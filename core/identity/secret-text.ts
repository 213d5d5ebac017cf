import { createHash, randomBytes } from "node:crypto";

/** A secret of 256 bits for somebody to keep, as text for headers and links. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** What is stored of it: whoever reads the database cannot use it, and needs no salt to be kept out. */
export function hashSecret(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}
