import { type Kysely, sql } from "kysely";
import { DomainError } from "../errors.ts";
import { decodeCheckpoint, type IndexedBlock } from "./checkpoint.ts";
import { settledBlock } from "./settled.ts";

/** Newest, safe and final block of the chain, and when its node was asked. */
export type ChainHeads = {
  head: bigint;
  safe: bigint;
  final: bigint;
  headHash: string;
  safeHash: string;
  finalHash: string;
  at: Date;
  /**
   * Rows of blocks above this one may be of a branch that the chain has left, and count as included
   * however far the chain has come; null while there is no doubt.
   */
  settled: bigint | null;
};

/** Last final block of which the index has no other one; undefined while nobody knows a final block. */
export function finalRows(heads: ChainHeads | null): bigint | undefined {
  if (heads === null) return undefined;
  const { final, settled } = heads;
  return settled === null || final < settled ? final : settled;
}

/** Which state of which release an answer comes from. */
export type Position = {
  /** Schema of the release that was read. */
  release: string;
  buildId: string;
  chainId: number;
  indexed: IndexedBlock;
  /** Null until the guard has asked a node. */
  heads: ChainHeads | null;
  /** The oldest block that is not indexed; null when there is none, or nobody follows it. */
  missing: MissingBlock | null;
};

/** How long a block has been there without being indexed. */
export type MissingBlock = {
  /** When the guard saw it first. */
  seenAt: Date;
  /** Seconds of chain time from it to the head. */
  secondsToHead: bigint;
};

/** A position, and the text by which the database says that it has not moved. */
export type MarkedPosition = { position: Position; mark: string };

/** undefined_table and invalid_schema_name: nothing was published yet. */
const NOT_PUBLISHED = new Set(["42P01", "3F000"]);

const FROM = sql`
  FROM indexed._position AS place LEFT JOIN app.chain_head AS heads USING (chain_id)`;

const MARK = sql<string>`concat_ws(' ', place.mark, heads.head_hash, heads.safe_hash,
  heads.final_hash, extract(epoch FROM heads.at),
  (SELECT revision || '.' || valuation_revision FROM app.listing_profile_revision))`;

/** The mark as a column of any statement: what the same snapshot says about its position. */
export const MARK_COLUMN = sql<string>`(SELECT ${MARK} ${FROM})`;

type PositionRow = {
  mark: string;
  schemaName: string;
  buildId: string;
  chainId: bigint;
  latestCheckpoint: string;
} & (ChainHeads | { [Name in keyof ChainHeads]: null });

/**
 * Reads the position in one statement.
 *
 * @throws DomainError NOT_PUBLISHED while there is no release to read
 */
export async function readPosition(db: Kysely<unknown>): Promise<MarkedPosition> {
  const row = await findPosition(db);
  if (row === undefined) {
    throw new DomainError("NOT_PUBLISHED", "No release of the index has been published yet.");
  }
  const { mark, schemaName, buildId, chainId, latestCheckpoint, ...found } = row;
  const indexed = decodeCheckpoint(latestCheckpoint);
  const heads = found.head === null ? null : found;
  return {
    mark,
    position: {
      release: schemaName,
      buildId,
      chainId: Number(chainId),
      indexed,
      heads,
      missing: await findMissing(db, chainId, indexed, heads),
    },
  };
}

/** Asked only while the index is behind, which is seldom and short. */
async function findMissing(
  db: Kysely<unknown>,
  chainId: bigint,
  indexed: IndexedBlock,
  heads: ChainHeads | null,
): Promise<MissingBlock | null> {
  if (heads === null || heads.head <= indexed.number) return null;
  const { rows } = await sql<MissingBlock>`
    SELECT missing.seen_at, newest.block_time - missing.block_time AS seconds_to_head
    FROM app.chain_block AS missing JOIN app.chain_block AS newest USING (chain_id)
    WHERE chain_id = ${chainId} AND missing.number = ${indexed.number + 1n}
      AND newest.number = ${heads.head}`.execute(db);
  return rows[0] ?? null;
}

async function findPosition(db: Kysely<unknown>): Promise<PositionRow | undefined> {
  try {
    const { rows } = await sql<PositionRow>`
      SELECT ${MARK} AS mark, place.schema_name, place.build_id, chain_id,
        place.latest_checkpoint, heads.head, heads.safe, heads.final, heads.head_hash,
        heads.safe_hash, heads.final_hash, heads.at,
        ${sql.raw(settledBlock("place.chain_id"))} AS settled
      ${FROM}`.execute(db);
    return rows[0];
  } catch (error) {
    if (error instanceof Error && "code" in error && NOT_PUBLISHED.has(String(error.code))) {
      return undefined;
    }
    throw error;
  }
}
