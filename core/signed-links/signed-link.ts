import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";

/** What links are for; a link of one purpose is none of another. */
export type LinkPurpose = "sign of life" | "operator notice";

const KEY_BYTES = 32;

/**
 * A link's last part, which says something and that we said it: base64url of the text, a dot, and
 * base64url of its HMAC-SHA-256 under a key of the purpose alone (HKDF, RFC 5869).
 *
 * @param key at least 32 bytes that only our processes know
 */
export function signLink(key: Buffer, purpose: LinkPurpose, text: string): string {
  return `${Buffer.from(text).toString("base64url")}.${tagOf(key, purpose, text).toString("base64url")}`;
}

/** What a link says; undefined when it is not ours, damaged, or of another purpose. */
export function openLink(key: Buffer, purpose: LinkPurpose, link: string): string | undefined {
  const [said = "", tag = "", ...more] = link.split(".");
  const text = Buffer.from(said, "base64url").toString();
  const given = Buffer.from(tag, "base64url");
  const right = tagOf(key, purpose, text);
  const isOurs = given.length === right.length && timingSafeEqual(given, right);
  return isOurs && more.length === 0 ? text : undefined;
}

function tagOf(key: Buffer, purpose: LinkPurpose, text: string): Buffer {
  const own = Buffer.from(hkdfSync("sha256", key, "", `valyra link: ${purpose}`, KEY_BYTES));
  return createHmac("sha256", own).update(text).digest();
}
