import type pg from "pg";
import { FOLDING, foldText } from "./fold-text.ts";

/** How far the documents follow a chain. */
export type DocumentCursor = { releaseId: number; settled: bigint };

/** Listings whose last change lies in these blocks; without an end, all from the first one on. */
export type BlockRange = { from: bigint; to: bigint | undefined };

/** A listing whose document is missing or out of date. */
export type StaleListing = {
  contract: string;
  listingId: bigint;
  title: string;
  createdBlock: bigint;
};

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

export async function findStaleListings(
  client: pg.ClientBase,
  chainId: number,
  { from, to }: BlockRange,
): Promise<StaleListing[]> {
  const { rows } = await client.query<StaleListing>(
    `SELECT listing.contract, listing.listing_id AS "listingId", listing.title,
       listing.created_block AS "createdBlock"
     FROM indexed.listing
     LEFT JOIN app.listing_document AS document USING (chain_id, contract, listing_id)
     WHERE chain_id = $1 AND listing.updated_block >= $2
       AND ($3::bigint IS NULL OR listing.updated_block <= $3)
       AND (document.title, document.created_block, document.folding)
         IS DISTINCT FROM (listing.title, listing.created_block, $4::integer)`,
    [chainId, from, to, FOLDING],
  );
  return rows;
}

export async function writeDocuments(
  client: pg.ClientBase,
  chainId: number,
  listings: readonly StaleListing[],
): Promise<void> {
  if (listings.length === 0) return;
  await client.query(
    `INSERT INTO app.listing_document
       (chain_id, contract, listing_id, title, folded, folding, created_block)
     SELECT $1, contract, listing_id, title, folded, $2, created_block
     FROM unnest($3::text[], $4::numeric[], $5::text[], $6::text[], $7::bigint[])
       AS new (contract, listing_id, title, folded, created_block)
     ON CONFLICT (chain_id, contract, listing_id) DO UPDATE SET title = excluded.title,
       folded = excluded.folded, folding = excluded.folding,
       created_block = excluded.created_block`,
    [
      chainId,
      FOLDING,
      listings.map(({ contract }) => contract),
      listings.map(({ listingId }) => listingId),
      listings.map(({ title }) => title),
      listings.map(({ title }) => foldText(title)),
      listings.map(({ createdBlock }) => createdBlock),
    ],
  );
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
