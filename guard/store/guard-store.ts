import type pg from "pg";
import type { Hex } from "viem";
import { decodeCheckpoint } from "../../core/db/checkpoint.ts";
import type { Finding, IndexedRow } from "../audit/compare.ts";
import type { Heads } from "../heads/heads.ts";

/** How far the published index has come. */
export type IndexState =
  | { is: "unpublished" }
  | { is: "starting" }
  | { is: "live"; through: bigint };

/** The part of the database that the guard reads and writes. */
export type GuardStore = ReturnType<typeof createGuardStore>;

/** Postgres' code for a table or view that does not exist. */
const UNDEFINED_TABLE = "42P01";

/** A schema of the index and the tables of `app`, seen through one pool. */
export function createGuardStore(pool: pg.Pool, indexedSchema = "indexed") {
  const indexed = (table: string) => `"${indexedSchema.replaceAll('"', '""')}"."${table}"`;

  return {
    /** Heads as last written, also by an earlier process: safe and final go on from there. */
    async findHeads(chainId: number): Promise<Heads | undefined> {
      const { rows } = await pool.query<Record<string, string>>(
        `SELECT head, safe, final, head_hash, safe_hash, final_hash
         FROM app.chain_head WHERE chain_id = $1`,
        [chainId],
      );
      const row = rows[0];
      if (row === undefined) return undefined;
      const block = (tier: string) => ({
        number: BigInt(row[tier] ?? 0),
        hash: row[`${tier}_hash`] as Hex,
      });
      return { head: block("head"), safe: block("safe"), final: block("final") };
    },

    async saveHeads(chainId: number, { head, safe, final }: Heads): Promise<void> {
      await pool.query(
        `INSERT INTO app.chain_head
           (chain_id, head, safe, final, head_hash, safe_hash, final_hash, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, now())
         ON CONFLICT (chain_id) DO UPDATE SET
           head = excluded.head, safe = excluded.safe, final = excluded.final,
           head_hash = excluded.head_hash, safe_hash = excluded.safe_hash,
           final_hash = excluded.final_hash, at = excluded.at,
           moved_at = CASE WHEN chain_head.head_hash = excluded.head_hash THEN chain_head.moved_at
             ELSE excluded.at END`,
        [chainId, head.number, safe.number, final.number, head.hash, safe.hash, final.hash],
      );
    },

    /**
     * How far the index is. While Ponder starts, also after a crash, it takes rows back before it
     * writes them again, so its rows say nothing until it calls itself ready.
     */
    async findIndexState(chainId: number): Promise<IndexState> {
      try {
        const { rows } = await pool.query<{ isReady: boolean; checkpoint: string | null }>(
          `SELECT meta.value ->> 'is_ready' = '1' AS "isReady",
             (SELECT latest_checkpoint FROM ${indexed("_ponder_checkpoint")} WHERE chain_id = $1)
               AS checkpoint
           FROM ${indexed("_ponder_meta")} AS meta WHERE meta.key = 'app'`,
          [chainId],
        );
        const row = rows[0];
        if (row === undefined || !row.isReady || row.checkpoint === null) return { is: "starting" };
        return { is: "live", through: decodeCheckpoint(row.checkpoint).number };
      } catch (error) {
        if (hasCode(error, UNDEFINED_TABLE)) return { is: "unpublished" };
        throw error;
      }
    },

    /** Activity rows of the contracts in the inclusive range. */
    async findRows(
      chainId: number,
      contracts: readonly Hex[],
      from: bigint,
      to: bigint,
    ): Promise<IndexedRow[]> {
      const { rows } = await pool.query<Omit<IndexedRow, "blockNumber"> & { blockNumber: string }>(
        `SELECT contract, block_number AS "blockNumber", block_hash AS "blockHash",
           log_index AS "logIndex", tx_hash AS "txHash", topic, md5(raw_data) AS "dataDigest"
         FROM ${indexed("activity")}
         WHERE chain_id = $1 AND contract = ANY ($2) AND block_number BETWEEN $3 AND $4`,
        [chainId, contracts, from, to],
      );
      return rows.map((row) => ({ ...row, blockNumber: BigInt(row.blockNumber) }));
    },

    /** For each contract the last block that was compared for good. */
    async findProgress(chainId: number): Promise<Map<Hex, bigint>> {
      const { rows } = await pool.query<{ contract: Hex; through: string }>(
        `SELECT contract, max(to_block) AS through
         FROM app.audit_range WHERE chain_id = $1 GROUP BY contract`,
        [chainId],
      );
      return new Map(rows.map((row) => [row.contract, BigInt(row.through)]));
    },

    /** How many repairs of the index there were, and how many of them are over. */
    async findRepairs(chainId: number): Promise<{ opened: number; finished: number }> {
      const { rows } = await pool.query<{ opened: number; finished: number }>(
        `SELECT count(*)::integer AS opened, count(finished_at)::integer AS finished
         FROM app.repair WHERE chain_id = $1`,
        [chainId],
      );
      return rows[0] ?? { opened: 0, finished: 0 };
    },

    /**
     * Takes the blocks that a repair has indexed anew out of the compared ranges that are older than
     * its end: the rows of today were never compared there.
     */
    async forgetRepaired(chainId: number): Promise<void> {
      await pool.query(
        `WITH doubtful AS (
           SELECT range.contract, range.from_block, min(repair.from_block) AS block
           FROM app.audit_range AS range JOIN app.repair AS repair USING (chain_id)
           WHERE range.chain_id = $1 AND repair.finished_at > range.checked_at
             AND repair.from_block <= range.to_block
           GROUP BY range.contract, range.from_block
         ), gone AS (
           DELETE FROM app.audit_range AS range USING doubtful
           WHERE range.chain_id = $1 AND range.contract = doubtful.contract
             AND range.from_block = doubtful.from_block AND doubtful.block <= range.from_block
         )
         UPDATE app.audit_range AS range SET to_block = doubtful.block - 1, logs = (
           SELECT count(*)::integer FROM ${indexed("activity")} AS activity
           WHERE activity.chain_id = $1 AND activity.contract = range.contract
             AND activity.block_number >= range.from_block
             AND activity.block_number < doubtful.block
         )
         FROM doubtful
         WHERE range.chain_id = $1 AND range.contract = doubtful.contract
           AND range.from_block = doubtful.from_block AND doubtful.block > range.from_block`,
        [chainId],
      );
    },

    /**
     * Adds a compared range to the contract's ranges; it grows the one that it continues.
     *
     * @param repairs how many repairs there were when the comparison began, all of them over
     * @returns false, with nothing written, when a repair was opened since
     */
    async saveProgress(
      chainId: number,
      contract: Hex,
      range: { from: bigint; to: bigint; logs: number },
      repairs: number,
    ): Promise<boolean> {
      const { rows } = await pool.query<{ isSaved: boolean }>(
        `WITH unchanged AS (
           SELECT FROM app.repair WHERE chain_id = $1
           HAVING count(*) = $6::integer AND count(finished_at) = $6::integer
         ), grown AS (
           UPDATE app.audit_range SET to_block = $4, logs = logs + $5, checked_at = now()
           WHERE chain_id = $1 AND contract = $2 AND to_block = $3::bigint - 1
             AND EXISTS (SELECT FROM unchanged)
           RETURNING 1
         ), added AS (
           INSERT INTO app.audit_range (chain_id, contract, from_block, to_block, logs)
           SELECT $1, $2, $3, $4, $5
           WHERE EXISTS (SELECT FROM unchanged) AND NOT EXISTS (SELECT FROM grown)
           ON CONFLICT (chain_id, contract, from_block) DO UPDATE SET
             to_block = greatest(audit_range.to_block, excluded.to_block),
             logs = excluded.logs, checked_at = now()
         )
         SELECT EXISTS (SELECT FROM unchanged) AS "isSaved"`,
        [chainId, contract, range.from, range.to, range.logs, repairs],
      );
      return rows[0]?.isSaved === true;
    },

    /** Notes that all logs and rows of the blocks that the gateway has proved were compared. */
    async markCompared(chainId: number, from: bigint, to: bigint): Promise<void> {
      await pool.query(
        `UPDATE app.audit_block SET compared_at = now()
         WHERE chain_id = $1 AND number BETWEEN $2 AND $3`,
        [chainId, from, to],
      );
    },

    /** Adds findings that are not known yet; returns those that now await a decision. */
    async addFindings(chainId: number, findings: readonly Finding[]): Promise<Finding[]> {
      const added: Finding[] = [];
      for (const finding of findings) {
        if (await addFinding(pool, chainId, finding)) added.push(finding);
      }
      return added;
    },

    /**
     * Removes the undecided rows of a range except those that `standing` repeats: their block was
     * orphaned, or the index has the row by now. Decisions are kept as a record.
     * @returns how many were removed.
     */
    async dropFindings(
      chainId: number,
      contracts: readonly Hex[],
      from: bigint,
      to: bigint,
      standing: readonly Finding[],
    ): Promise<number> {
      const { rowCount } = await pool.query(
        `DELETE FROM app.unknown_log
         WHERE chain_id = $1 AND contract = ANY ($2) AND block_number BETWEEN $3 AND $4
           AND decided_at IS NULL
           AND (block_hash, log_index) NOT IN (
             SELECT * FROM unnest($5::text[], $6::integer[])
           )`,
        [
          ...[chainId, contracts, from, to],
          standing.map((finding) => finding.blockHash),
          standing.map((finding) => finding.logIndex),
        ],
      );
      return rowCount ?? 0;
    },

    /** Blocks up to `through` with an undecided row, oldest first. */
    async findUndecidedBlocks(chainId: number, through: bigint, limit: number): Promise<bigint[]> {
      const { rows } = await pool.query<{ block: string }>(
        `SELECT DISTINCT block_number AS block FROM app.unknown_log
         WHERE chain_id = $1 AND decided_at IS NULL AND block_number <= $2
         ORDER BY block_number LIMIT $3`,
        [chainId, through, limit],
      );
      return rows.map((row) => BigInt(row.block));
    },

    async countUndecided(chainId: number): Promise<number> {
      const { rows } = await pool.query<{ count: number }>(
        `SELECT count(*)::integer AS count FROM app.unknown_log
         WHERE chain_id = $1 AND decided_at IS NULL`,
        [chainId],
      );
      return rows[0]?.count ?? 0;
    },
  };
}

/**
 * Adds a finding unless it is known, with the standing decision for its topic if there is one; true
 * when it now awaits a decision.
 */
async function addFinding(pool: pg.Pool, chainId: number, finding: Finding): Promise<boolean> {
  const topic0 = finding.topics[0] ?? null;
  const { rows: standing } = await pool.query<{ decision: string }>(
    `SELECT decision FROM app.unknown_log
     WHERE chain_id = $1 AND contract = $2 AND topic0 IS NOT DISTINCT FROM $3 AND reason = $4
       AND starts_with(decision, $5)
     LIMIT 1`,
    [chainId, finding.contract, topic0, finding.reason, STANDING_DECISION],
  );
  const decision = standing[0]?.decision ?? null;
  const { rowCount } = await pool.query(
    `INSERT INTO app.unknown_log
       (chain_id, contract, block_number, block_hash, log_index, tx_hash, topic0, topics, data,
        reason, decided_at, decision)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10,
       CASE WHEN $11::text IS NULL THEN NULL ELSE now() END, $11)
     ON CONFLICT (chain_id, block_hash, log_index) DO NOTHING`,
    [
      ...[chainId, finding.contract, finding.blockNumber, finding.blockHash, finding.logIndex],
      ...[finding.txHash, topic0, finding.topics, finding.data, finding.reason, decision],
    ],
  );
  return rowCount === 1 && decision === null;
}

/** Beginning of a decision that also covers later logs of the same contract, topic and reason. */
export const STANDING_DECISION = "ignore topic: ";

/** Beginning of a decision about one log alone. */
export const SINGLE_DECISION = "ignore: ";

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
