import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import type { Hex } from "viem";
import type { ListingDocument } from "./document.ts";

/** The one spelling of a document (RFC 8785), of which hash and content identifiers are made. */
export function canonicalText(document: ListingDocument): string {
  const text = canonicalize(document);
  if (text === undefined) throw new Error("a document is an object and always has a spelling");
  return text;
}

/** SHA-256 of the canonical spelling, as 32 bytes of hex. */
export function hashOfText(canonical: string): Hex {
  return `0x${createHash("sha256").update(canonical, "utf8").digest("hex")}`;
}
