/** Block number of a checkpoint of Ponder, of which every event is indexed (`core/db/checkpoint.ts`). */
const wholeBlockOf = (checkpoint: string): string =>
  `(substr(${checkpoint}, 27, 16)::bigint
    - CASE WHEN substr(${checkpoint}, 43, 16) = repeat('9', 16) THEN 0 ELSE 1 END)`;

/** Tables of which each row says the hash of its block: whatever is indexed comes with one of them. */
const WITNESSES = ["activity", "token_movement"] as const;

/** Newest row of a witness. */
const newestOf = (table: (typeof WITNESSES)[number], chainId: string): string => `(
  SELECT block_number::bigint, block_hash FROM indexed.${table} WHERE chain_id = ${chainId}
  ORDER BY block_number DESC, log_index DESC LIMIT 1)`;

/** Newest block of which a witness has a row. */
const newestRow = (chainId: string): string => `
  SELECT block_number, block_hash
  FROM (${WITNESSES.map((table) => newestOf(table, chainId)).join(" UNION ALL ")}) AS witness
  ORDER BY block_number DESC LIMIT 1`;

/** Newest block above those that never change of which a row of a witness and the guard agree. */
const newestAgreed = (table: (typeof WITNESSES)[number], chainId: string): string => `(
  SELECT older.block_number FROM indexed.${table} AS older
  JOIN app.chain_block AS block ON block.chain_id = older.chain_id
    AND block.number = older.block_number::bigint AND block.hash = older.block_hash
  WHERE older.chain_id = ${chainId} AND older.block_number > indexer.unchanging
  ORDER BY older.block_number DESC LIMIT 1)`;

/**
 * Highest block up to which rows are known to be of the chain that the guard follows; null while there is
 * no doubt of any. A chain can settle blocks of which the index still has the predecessors that a
 * reorganisation took away, when the indexer stands still: those rows are neither safe nor final, however
 * far the chain has come. What the indexer itself will not take back any more is left to the guard, who
 * compares hashes below that (IX-2).
 *
 * @param chainId SQL of the chain id
 * @returns SQL of a bigint, for a statement that reads schemas `indexed` and `app`
 */
export const settledBlock = (chainId: string): string => `(
  SELECT CASE
    WHEN known.newest IS NULL OR row.block_number > known.newest
      OR row.block_number <= indexer.unchanging THEN NULL
    WHEN EXISTS (
      SELECT FROM app.chain_block AS block WHERE block.chain_id = ${chainId}
        AND block.number = row.block_number AND block.hash = row.block_hash) THEN NULL
    ELSE greatest(indexer.unchanging, ${WITNESSES.map((table) => newestAgreed(table, chainId)).join(", ")})
  END::bigint
  FROM (${newestRow(chainId)}) AS row
  CROSS JOIN (SELECT ${wholeBlockOf("finalized_checkpoint")} AS unchanging
    FROM indexed._ponder_checkpoint WHERE chain_id = ${chainId}) AS indexer
  CROSS JOIN (SELECT max(number) AS newest FROM app.chain_block WHERE chain_id = ${chainId}) AS known)`;
