import { createHash } from "node:crypto";

/** A weak entity tag that names content by its text. */
export function contentTag(text: string): string {
  const digest = createHash("sha256").update(text).digest("base64url");
  return `W/"${digest.slice(0, 22)}"`;
}
