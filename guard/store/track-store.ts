import type pg from "pg";
import type { Hex } from "viem";
import type { Header } from "../chain/head-provider.ts";

/** The ages at which a block's hash is read again, seconds; once more when it is final. */
export const CONFIRMATION_AGES = [60, 300] as const;

/** Confirmations after which a block is left alone. */
export const ALL_CONFIRMATIONS = CONFIRMATION_AGES.length + 1;

/** Followed blocks in `app.chain_block`. */
export type TrackStore = ReturnType<typeof createTrackStore>;

export function createTrackStore(pool: pg.Pool, chainId: number) {
  return {
    /** All followed blocks, oldest first. */
    async findBlocks(): Promise<Header[]> {
      const { rows } = await pool.query<Record<string, string>>(
        `SELECT number, hash, parent_hash, block_time FROM app.chain_block
         WHERE chain_id = $1 ORDER BY number`,
        [chainId],
      );
      return rows.map((row) => ({
        number: BigInt(row.number as string),
        hash: row.hash as Hex,
        parentHash: row.parent_hash as Hex,
        timestamp: BigInt(row.block_time as string),
      }));
    },

    /** Puts blocks in the place of all above the first of them. */
    async replaceFrom(blocks: readonly Header[]): Promise<void> {
      const [first] = blocks;
      if (first === undefined) return;
      const client = await pool.connect();
      try {
        await client.query("BEGIN");
        await client.query("DELETE FROM app.chain_block WHERE chain_id = $1 AND number >= $2", [
          chainId,
          first.number,
        ]);
        await client.query(
          `INSERT INTO app.chain_block (chain_id, number, hash, parent_hash, block_time)
           SELECT $1, * FROM unnest($2::bigint[], $3::text[], $4::text[], $5::bigint[])`,
          [
            chainId,
            blocks.map((block) => block.number),
            blocks.map((block) => block.hash),
            blocks.map((block) => block.parentHash),
            blocks.map((block) => block.timestamp),
          ],
        );
        await client.query("COMMIT");
      } catch (error) {
        await client.query("ROLLBACK");
        throw error;
      } finally {
        client.release();
      }
    },

    /** Notes which blocks are safe and final by now, and forgets those below `oldest`. */
    async settle(safe: bigint, final: bigint, oldest: bigint): Promise<void> {
      await pool.query(
        `WITH gone AS (
           DELETE FROM app.chain_block
           WHERE chain_id = $1 AND number < $4 AND confirmations = ${ALL_CONFIRMATIONS}
         )
         UPDATE app.chain_block SET safe_at = coalesce(safe_at, now()),
           final_at = CASE WHEN number <= $3 THEN coalesce(final_at, now()) END
         WHERE chain_id = $1 AND number <= $2 AND number >= $4
           AND (safe_at IS NULL OR (final_at IS NULL AND number <= $3))`,
        [chainId, safe, final, oldest],
      );
    },

    /**
     * The newest block that is due for its next confirmation, by how many it has; all below it that
     * are due are its ancestors, so that one answer confirms them too.
     */
    async findDue(): Promise<{ number: bigint; hash: Hex; confirmations: number }[]> {
      const [first, second] = CONFIRMATION_AGES;
      const { rows } = await pool.query<{ number: string; hash: Hex; confirmations: number }>(
        `SELECT DISTINCT ON (confirmations) number, hash, confirmations FROM app.chain_block
         WHERE chain_id = $1 AND confirmations < ${ALL_CONFIRMATIONS} AND CASE confirmations
           WHEN 0 THEN seen_at <= now() - interval '${first} seconds'
           WHEN 1 THEN seen_at <= now() - interval '${second} seconds'
           ELSE final_at IS NOT NULL END
         ORDER BY confirmations, number DESC`,
        [chainId],
      );
      return rows.map((row) => ({ ...row, number: BigInt(row.number) }));
    },

    /** Confirms a block and its ancestors that had as few confirmations. */
    async confirm(number: bigint, confirmations: number): Promise<void> {
      await pool.query(
        `UPDATE app.chain_block SET confirmations = $3::smallint + 1
         WHERE chain_id = $1 AND number <= $2 AND confirmations = $3`,
        [chainId, number, confirmations],
      );
    },
  };
}
