import { sql } from "kysely";
import type { ChainKey } from "../../src/protocol/ids.ts";
import type { AppDb } from "../db/app.ts";
import type { CallerTransaction } from "../db/as-caller.ts";
import type { ListingMetadataTable } from "../db/metadata.tables.ts";
import { DomainError } from "../errors.ts";
import type { ListingDocument } from "../listing-metadata/document.ts";

/** A published document about a listing. */
export type ListingMetadataRow = Omit<ListingMetadataTable, "document" | "publishedAt"> & {
  document: ListingDocument;
  publishedAt: Date;
};

const COLUMNS = [
  "chainId",
  "contract",
  "listingId",
  "version",
  "document",
  "documentHash",
  "cid",
  "legacyCid",
  "seller",
  "signature",
  "signedAt",
  "blockNumber",
  "publishedAt",
] as const;

type Reader = Pick<AppDb | CallerTransaction, "selectFrom">;

const ofListing = (db: Reader, { chainId, contract, number }: ChainKey) =>
  (db as AppDb)
    .selectFrom("listingMetadata")
    .select(COLUMNS)
    .where("chainId", "=", chainId)
    .where("contract", "=", contract)
    .where("listingId", "=", number);

/** The newest document of a listing, or the one of a version; undefined when there is none. */
export async function findListingMetadata(
  db: Reader,
  listing: ChainKey,
  version?: number,
): Promise<ListingMetadataRow | undefined> {
  const query = ofListing(db, listing).orderBy("version", "desc").limit(1);
  const row = await (version === undefined
    ? query
    : query.where("version", "=", version)
  ).executeTakeFirst();
  return row as ListingMetadataRow | undefined;
}

/** Documents of a listing, newest first, those before a version when one is named. */
export async function findListingMetadataPage(
  db: Reader,
  listing: ChainKey,
  { before, limit }: { before?: number | undefined; limit: number },
): Promise<{ rows: ListingMetadataRow[]; hasMore: boolean }> {
  let query = ofListing(db, listing).orderBy("version", "desc");
  if (before !== undefined) query = query.where("version", "<", before);
  const rows = (await query.limit(limit + 1).execute()) as ListingMetadataRow[];
  return { rows: rows.slice(0, limit), hasMore: rows.length > limit };
}

/** A document that its seller has signed. */
export type SignedDocument = Omit<ListingMetadataRow, "version" | "publishedAt">;

/**
 * Keeps a document as the newest of its listing. The same statement again is no new version; one that
 * was signed before the newest is refused, so that nobody can bring an old document back by sending
 * it once more.
 *
 * @throws DomainError METADATA_OUTDATED
 */
export async function publishListingMetadata(
  transaction: CallerTransaction,
  entry: SignedDocument,
): Promise<{ row: ListingMetadataRow; isNew: boolean }> {
  const { chainId, contract, listingId } = entry;
  const name = `listing_metadata ${chainId} ${contract} ${listingId}`;
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(transaction);
  const last = await findListingMetadata(transaction, { chainId, contract, number: listingId });
  if (last !== undefined && last.signedAt >= entry.signedAt) {
    if (last.signedAt === entry.signedAt && last.documentHash === entry.documentHash) {
      return { row: last, isNew: false };
    }
    throw new DomainError(
      "METADATA_OUTDATED",
      `Version ${last.version} was signed at ${last.signedAt}, this one at ${entry.signedAt}.`,
    );
  }
  const row = await transaction
    .insertInto("listingMetadata")
    .values({
      ...entry,
      document: JSON.stringify(entry.document),
      version: (last?.version ?? 0) + 1,
    })
    .returning(COLUMNS)
    .executeTakeFirstOrThrow();
  return { row: row as ListingMetadataRow, isNew: true };
}
