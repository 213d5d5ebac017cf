import type pg from "pg";

/** Tables of Ponder 0.17's cache with the block of each row. Traces are never asked for. */
const TABLES_BY_BLOCK = {
  blocks: "number",
  transactions: "block_number",
  transaction_receipts: "block_number",
  logs: "block_number",
  traces: "block_number",
  factory_addresses: "block_number",
} as const;

/**
 * Makes Ponder forget what it has fetched of a chain from a block on, so that the next release asks
 * for it again. Must run inside a transaction while no indexer of the chain runs: rows without their
 * interval are fetched again, an interval without its rows is a hole for ever.
 *
 * @returns how many rows went, intervals not counted; 0 where there is no cache
 */
export async function forgetFetched(
  client: pg.ClientBase,
  chainId: number,
  fromBlock: bigint,
): Promise<number> {
  const { rows } = await client.query<{ isThere: boolean }>(
    `SELECT to_regclass('ponder_sync.intervals') IS NOT NULL AS "isThere"`,
  );
  if (rows[0]?.isThere !== true) return 0;
  await cutIntervals(client, chainId, fromBlock);
  let forgotten = 0;
  for (const [table, column] of Object.entries(TABLES_BY_BLOCK)) {
    const { rowCount } = await client.query(
      `DELETE FROM ponder_sync.${table} WHERE chain_id = $1 AND ${column} >= $2`,
      [chainId, fromBlock],
    );
    forgotten += rowCount ?? 0;
  }
  // What was asked without a block may say anything about any block.
  const { rowCount } = await client.query(
    `DELETE FROM ponder_sync.rpc_request_results
     WHERE chain_id = $1 AND (block_number >= $2 OR block_number IS NULL)`,
    [chainId, fromBlock],
  );
  return forgotten + (rowCount ?? 0);
}

/**
 * Ponder writes the interval from a to b as [a, b + 1], both ends inclusive, and reads ends as they
 * stand: what is left must end with an inclusive bound, and a range that only touches the cut is
 * an interval of no block, which it would take for one that runs backwards.
 */
async function cutIntervals(client: pg.ClientBase, chainId: number, fromBlock: bigint) {
  const left = `(
    SELECT range_agg(part) FROM unnest(
      intervals.blocks * nummultirange(numrange(NULL, $2::numeric, '(]'))
    ) AS part WHERE lower(part) < $2::numeric
  )`;
  await client.query(`DELETE FROM ponder_sync.intervals WHERE chain_id = $1 AND ${left} IS NULL`, [
    chainId,
    fromBlock,
  ]);
  await client.query(`UPDATE ponder_sync.intervals SET blocks = ${left} WHERE chain_id = $1`, [
    chainId,
    fromBlock,
  ]);
}
