import { type RawBuilder, sql } from "kysely";
import type { ChainKey } from "../../src/protocol/ids.ts";
import type { Snapshot } from "../db/consistent-read.ts";
import { type IndexedDb, selectRaw } from "../db/indexed.ts";
import { DIMENSIONS, type Place } from "../valuation/similarity/coordinates.ts";

/** A listing with its place (`app.listing_coordinate`). */
export type PlacedListing = Place & {
  chainId: number;
  contract: `0x${string}`;
  listingId: bigint;
};

export type SimilarQuery = {
  listing: ChainKey;
  place: Pick<Place, "coordinates">;
  /** Rows at most. */
  limit: number;
  /** Schema in which the extension `vector` is installed; undefined for plain SQL. */
  vectorSchema: string | undefined;
};

const COLUMNS = sql`chain_id, contract, listing_id, category, coordinates, known`;

/**
 * The indexed listings nearest to a place, nearest first, without the listing itself; equally near
 * ones by contract and number. Both ways of reckoning are exact, so they give the same order. By the
 * distance alone first, with all that are as far as the last: that is what an index can serve.
 */
export function selectSimilar(
  indexed: IndexedDb,
  { listing, place, limit, vectorSchema }: SimilarQuery,
) {
  const { chainId, contract, number } = listing;
  const distance = vectorSchema === undefined ? SQUARES : vectorDistance(vectorSchema);
  return selectRaw(
    indexed,
    sql<PlacedListing>`(
      SELECT ${COLUMNS} FROM (
        SELECT ${COLUMNS}, ${distance} AS distance
        FROM app.listing_coordinate AS place, (SELECT ${place.coordinates}::integer[] AS asked) AS question
        WHERE chain_id = ${chainId}::integer
          AND (contract, listing_id) <> (${contract}::text, ${number}::numeric)
          AND EXISTS (SELECT FROM indexed.listing AS shown WHERE shown.chain_id = place.chain_id
            AND shown.contract = place.contract AND shown.listing_id = place.listing_id)
        ORDER BY distance FETCH FIRST (${limit}::integer) ROWS WITH TIES
      ) AS near
      ORDER BY distance, contract, listing_id LIMIT ${limit}::integer)`,
  );
}

/** Written out, which takes a third of the time that pairs from `unnest` take. */
const SQUARES = sql.join(
  Array.from({ length: DIMENSIONS }, (_, at) => {
    const apart = sql`(coordinates[${sql.lit(at + 1)}] - asked[${sql.lit(at + 1)}])`;
    return sql`${apart} * ${apart}`;
  }),
  sql` + `,
);

/** Names are given with their schema, for that of the extension is on nobody's search path. */
function vectorDistance(schema: string): RawBuilder<unknown> {
  const type = sql`${sql.id(schema)}.vector(${sql.lit(DIMENSIONS)})`;
  return sql`coordinates::${type} OPERATOR(${sql.id(schema)}.<->) asked::${type}`;
}

/** Where a listing stands; undefined while no estimate has placed it. */
export async function findPlace(
  { indexed }: Pick<Snapshot, "indexed">,
  { chainId, contract, number }: ChainKey,
): Promise<PlacedListing | undefined> {
  return selectRaw(
    indexed,
    sql<PlacedListing>`(SELECT ${COLUMNS} FROM app.listing_coordinate
      WHERE chain_id = ${chainId}::integer AND contract = ${contract}::text
        AND listing_id = ${number}::numeric)`,
  ).executeTakeFirst();
}

/** Asks for the schema of the extension `vector`, where it is installed and may be used. */
export function selectVectorSchema(indexed: IndexedDb) {
  return selectRaw(
    indexed,
    sql<{ name: string }>`(SELECT space.nspname::text AS name FROM pg_extension AS extension
      JOIN pg_namespace AS space ON space.oid = extension.extnamespace
      WHERE extension.extname = 'vector' AND has_schema_privilege(space.oid, 'USAGE'))`,
  );
}

/** Finds the listings most like one; asks once whether the extension is there. */
export function createSimilarSearch() {
  let vectorSchema: { name: string | undefined } | undefined;
  return async (
    snapshot: Pick<Snapshot, "indexed">,
    query: Omit<SimilarQuery, "vectorSchema">,
  ): Promise<PlacedListing[]> => {
    vectorSchema ??= {
      name: (await selectVectorSchema(snapshot.indexed).executeTakeFirst())?.name,
    };
    const { name } = vectorSchema;
    return selectSimilar(snapshot.indexed, { ...query, vectorSchema: name }).execute();
  };
}
