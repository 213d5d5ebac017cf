import type { CallerTransaction } from "../db/as-caller.ts";
import { DomainError } from "../errors.ts";
import { findPublicContent } from "../queries/uploads.ts";
import type { ListingDocument } from "./document.ts";

/**
 * Every picture of a document must be one that can be shown: uploaded as such, stored and not deleted.
 *
 * @throws DomainError INVALID_REQUEST that names each picture which is not
 */
export async function checkImages(
  transaction: CallerTransaction,
  { images }: Pick<ListingDocument, "images">,
): Promise<void> {
  if (images.length === 0) return;
  const found = await findPublicContent(
    transaction,
    images.map(({ cid }) => cid),
  );
  const shown = new Set(
    found.filter(({ mediaType }) => mediaType.startsWith("image/")).map(({ cid }) => cid),
  );
  const mistakes = images.flatMap(({ cid }, index) =>
    shown.has(cid)
      ? []
      : [
          {
            pointer: `/json/document/images/${index}/cid`,
            message: "names no picture that is stored here",
            fix: "Upload it at POST /v1/uploads?purpose=image, and send the cid of the answer.",
          },
        ],
  );
  if (mistakes.length > 0) {
    throw new DomainError("INVALID_REQUEST", "The document shows what is not here.", { mistakes });
  }
}
