import type pg from "pg";
import { FOLDING, foldText, foldWords } from "./fold-text.ts";

/** How far the documents follow a chain. */
export type DocumentCursor = { releaseId: number; settled: bigint };

/** Listings whose last change lies in these blocks; without an end, all from the first one on. */
export type BlockRange = { from: bigint; to: bigint | undefined };

/** A listing whose document is missing or out of date. */
export type StaleListing = {
  contract: string;
  listingId: bigint;
  title: string;
  /** Category, tags and description; empty without a profile. */
  context: string;
  createdBlock: bigint;
};

/** Columns of a listing whose document is to be written; `listing` and `profile` are joined. */
const DOCUMENT_COLUMNS = `listing.contract, listing.listing_id AS "listingId", listing.title,
  concat_ws(' ', profile.category, array_to_string(profile.tags, ' '), profile.description) AS context,
  listing.created_block AS "createdBlock"`;

/** The cursor of documents of the present folding; undefined until all of them were written. */
export async function findDocumentCursor(
  client: pg.ClientBase,
  chainId: number,
): Promise<DocumentCursor | undefined> {
  const { rows } = await client.query<DocumentCursor>(
    `SELECT release_id AS "releaseId", settled_block AS settled
     FROM app.listing_document_cursor WHERE chain_id = $1 AND folding = $2`,
    [chainId, FOLDING],
  );
  return rows[0];
}

/** The mark of the state that the transaction sees; another state has another one. */
export async function findMark(client: pg.ClientBase): Promise<string> {
  const { rows } = await client.query<{ mark: string }>("SELECT mark FROM indexed._position");
  return rows[0]?.mark ?? "";
}

/** Remembers how far the documents follow a chain, by the present folding. */
export async function saveDocumentCursor(
  client: pg.ClientBase,
  chainId: number,
  { releaseId, settled }: DocumentCursor,
): Promise<void> {
  await client.query(
    `INSERT INTO app.listing_document_cursor (chain_id, release_id, folding, settled_block)
     VALUES ($1, $2, $3, $4)
     ON CONFLICT (chain_id) DO UPDATE SET release_id = excluded.release_id,
       folding = excluded.folding, settled_block = excluded.settled_block, updated_at = now()`,
    [chainId, releaseId, FOLDING, settled],
  );
}

/** The last block of a batch of whole blocks with about `size` listings; undefined at the end. */
export async function findRangeEnd(
  client: pg.ClientBase,
  chainId: number,
  from: bigint,
  size: number,
): Promise<bigint | undefined> {
  const { rows } = await client.query<{ block: bigint }>(
    `SELECT updated_block AS block FROM indexed.listing
     WHERE chain_id = $1 AND updated_block >= $2
     ORDER BY updated_block OFFSET $3 LIMIT 1`,
    [chainId, from, size - 1],
  );
  return rows[0]?.block;
}

/** Listings of a range of blocks without a document that fits them. */
export async function findStaleListings(
  client: pg.ClientBase,
  chainId: number,
  { from, to }: BlockRange,
): Promise<StaleListing[]> {
  const { rows } = await client.query<StaleListing>(
    `SELECT ${DOCUMENT_COLUMNS}
     FROM indexed.listing
     LEFT JOIN app.listing_profile AS profile USING (chain_id, contract, listing_id)
     LEFT JOIN app.listing_document AS document USING (chain_id, contract, listing_id)
     WHERE chain_id = $1 AND listing.updated_block >= $2
       AND ($3::bigint IS NULL OR listing.updated_block <= $3)
       AND (document.title, document.created_block, document.folding)
         IS DISTINCT FROM (listing.title, listing.created_block, $4::integer)`,
    [chainId, from, to, FOLDING],
  );
  return rows;
}

/** Writes the documents of listings, in the place of those that they have. */
export async function writeDocuments(
  client: pg.ClientBase,
  chainId: number,
  listings: readonly StaleListing[],
): Promise<void> {
  if (listings.length === 0) return;
  await client.query(
    `INSERT INTO app.listing_document
       (chain_id, contract, listing_id, title, folded, context, folding, created_block)
     SELECT $1, contract, listing_id, title, folded, context, $2, created_block
     FROM unnest($3::text[], $4::numeric[], $5::text[], $6::text[], $7::text[], $8::bigint[])
       AS new (contract, listing_id, title, folded, context, created_block)
     ON CONFLICT (chain_id, contract, listing_id) DO UPDATE SET title = excluded.title,
       folded = excluded.folded, context = excluded.context, folding = excluded.folding,
       created_block = excluded.created_block`,
    [
      chainId,
      FOLDING,
      listings.map(({ contract }) => contract),
      listings.map(({ listingId }) => listingId),
      listings.map(({ title }) => title),
      listings.map(({ title }) => foldText(title)),
      listings.map(({ context }) => foldWords(context).join(" ")),
      listings.map(({ createdBlock }) => createdBlock),
    ],
  );
}

/**
 * Takes at most `limit` changes of profiles out and gives the listings that they are about. Listings
 * that are not indexed yet get their document, and with it their profile, when they are.
 */
export async function takeChangedProfiles(
  client: pg.ClientBase,
  chainId: number,
  limit: number,
): Promise<{ taken: number; listings: StaleListing[] }> {
  const { rows: taken } = await client.query<{ contract: string; listing_id: bigint }>(
    `DELETE FROM app.listing_profile_change WHERE id IN
       (SELECT id FROM app.listing_profile_change WHERE chain_id = $1 ORDER BY id LIMIT $2)
     RETURNING contract, listing_id`,
    [chainId, limit],
  );
  if (taken.length === 0) return { taken: 0, listings: [] };
  const { rows: listings } = await client.query<StaleListing>(
    `SELECT ${DOCUMENT_COLUMNS}
     FROM (SELECT DISTINCT * FROM unnest($2::text[], $3::numeric[]) AS key (contract, listing_id)) AS key
     JOIN indexed.listing ON listing.chain_id = $1 AND listing.contract = key.contract
       AND listing.listing_id = key.listing_id
     LEFT JOIN app.listing_profile AS profile ON profile.chain_id = $1
       AND profile.contract = key.contract AND profile.listing_id = key.listing_id`,
    [chainId, taken.map(({ contract }) => contract), taken.map((key) => key.listing_id)],
  );
  return { taken: taken.length, listings };
}

/** Removes the documents of a range of creating blocks whose listings the index does not have. */
export async function removeOrphans(
  client: pg.ClientBase,
  chainId: number,
  { from, to }: BlockRange,
): Promise<number> {
  const { rowCount } = await client.query(
    `DELETE FROM app.listing_document AS document
     WHERE chain_id = $1 AND created_block >= $2
       AND ($3::bigint IS NULL OR created_block <= $3)
       AND NOT EXISTS (
         SELECT 1 FROM indexed.listing
         WHERE listing.chain_id = document.chain_id AND listing.contract = document.contract
           AND listing.listing_id = document.listing_id
       )`,
    [chainId, from, to],
  );
  return rowCount ?? 0;
}
