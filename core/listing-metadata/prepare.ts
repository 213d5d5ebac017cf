import { DomainError } from "../errors.ts";
import { canonicalText, hashOfText } from "./canonical.ts";
import { type ContentIds, contentIdsOf } from "./content-link.ts";
import { type ListingDocument, MAX_DOCUMENT_BYTES } from "./document.ts";

/** A document with all that follows from its content. */
export type PreparedDocument = ContentIds & {
  document: ListingDocument;
  /** The spelling to be pinned and hashed (RFC 8785). */
  canonical: string;
  documentHash: `0x${string}`;
};

/** @throws DomainError INVALID_REQUEST when the document is too long */
export async function prepareDocument(document: ListingDocument): Promise<PreparedDocument> {
  const canonical = canonicalText(document);
  const bytes = Buffer.byteLength(canonical);
  if (bytes > MAX_DOCUMENT_BYTES) {
    throw new DomainError("INVALID_REQUEST", "The document is too long.", {
      mistakes: [
        {
          pointer: "/json/document",
          message: `has ${bytes} bytes in its canonical spelling`,
          fix: `Shorten it to ${MAX_DOCUMENT_BYTES} bytes.`,
        },
      ],
    });
  }
  const ids = await contentIdsOf(canonical);
  return { document, canonical, documentHash: hashOfText(canonical), ...ids };
}
