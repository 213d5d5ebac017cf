import type pg from "pg";
import { decodeCheckpoint } from "../db/checkpoint.ts";
import { settledBlock } from "../db/settled.ts";

/** Where index and chain stand, as the journal must know it. */
export type JournalPosition = {
  chainId: number;
  /** Publication of the index, as `app.release` counts them. */
  releaseId: number;
  /** Last block of which every event is indexed. */
  indexed: bigint;
  /** Unix seconds of that block. */
  indexedAt: bigint;
  /** Changes with every block that the indexer commits, and with nothing else. */
  checkpoint: string;
  /** Last block that can no longer be reverted, and of which the index has no other one. */
  final: bigint;
  /** Last block that is unlikely to be reverted, and of which the index has no other one. */
  safe: bigint;
  /** Newest block of the chain. */
  head: bigint;
  /** Up to this block the indexer itself will not take rows back any more. */
  unchanging: bigint;
};

/** A position, or in words why there is none at the moment. */
export type PositionOrReason = JournalPosition | { waitsFor: string };

type Row = {
  chainId: bigint;
  schemaName: string;
  releaseId: number | null;
  releaseSchema: string | null;
  isReady: boolean | null;
  latestCheckpoint: string;
  finalizedCheckpoint: string;
  head: bigint | null;
  final: bigint | null;
  safe: bigint | null;
  isRepaired: boolean;
};

/** undefined_table and invalid_schema_name: nothing was published yet. */
const NOT_PUBLISHED = new Set(["42P01", "3F000"]);

/**
 * Reads the position. It is the first statement of its transaction, for it locks the published views.
 */
export async function findPosition(client: pg.ClientBase): Promise<PositionOrReason> {
  const row = await findRow(client);
  if (row === undefined) return { waitsFor: "a release to be published" };
  const { releaseId, head, safe, final } = row;
  // A publication came between the snapshot and the lock; the next look sees all of it.
  if (releaseId === null || row.releaseSchema !== row.schemaName) {
    return { waitsFor: "a publication to end" };
  }
  // Rows are known to be wrong: whatever is told of them would have to be taken back.
  if (row.isRepaired) return { waitsFor: "a repair of the index to end" };
  // An indexer that starts, also after a crash, takes rows back before it writes them again.
  if (row.isReady !== true) return { waitsFor: "the indexer to catch up" };
  if (head === null || safe === null || final === null)
    return { waitsFor: "the guard to see the chain's heads" };
  const indexed = decodeCheckpoint(row.latestCheckpoint);
  return {
    chainId: Number(row.chainId),
    releaseId,
    indexed: indexed.number,
    indexedAt: indexed.timestamp,
    checkpoint: row.latestCheckpoint,
    final,
    safe,
    head,
    unchanging: decodeCheckpoint(row.finalizedCheckpoint).number,
  };
}

/** A release indexes one chain, so there is one checkpoint. */
async function findRow(client: pg.ClientBase): Promise<Row | undefined> {
  try {
    const { rows } = await client.query<Row>(
      `SELECT checkpoint.chain_id AS "chainId", published.schema_name AS "schemaName",
         release.id AS "releaseId", release.schema_name AS "releaseSchema",
         meta.value ->> 'is_ready' = '1' AS "isReady",
         checkpoint.latest_checkpoint AS "latestCheckpoint",
         checkpoint.finalized_checkpoint AS "finalizedCheckpoint",
         chain_head.head, least(chain_head.safe, settled.block) AS safe,
         least(chain_head.final, settled.block) AS final,
         EXISTS (
           SELECT 1 FROM app.repair
           WHERE repair.chain_id = checkpoint.chain_id AND repair.finished_at IS NULL
         ) AS "isRepaired"
       FROM indexed._release AS published
       JOIN indexed._ponder_checkpoint AS checkpoint ON true
       LEFT JOIN indexed._ponder_meta AS meta ON meta.key = 'app'
       LEFT JOIN app.release ON release.is_current
       LEFT JOIN app.chain_head ON chain_head.chain_id = checkpoint.chain_id
       LEFT JOIN LATERAL (SELECT ${settledBlock("checkpoint.chain_id")} AS block) AS settled ON true
       ORDER BY checkpoint.chain_id LIMIT 1`,
    );
    return rows[0];
  } catch (error) {
    if (error instanceof Error && "code" in error && NOT_PUBLISHED.has(String(error.code))) {
      return undefined;
    }
    throw error;
  }
}
