/** Where the parts of Ponder's 75-digit checkpoint begin and how long they are. */
const BLOCK_NUMBER = { start: 26, length: 16 };
const TRANSACTION_INDEX = { start: 42, length: 16 };

/** Ponder writes this transaction index when the whole block is indexed. */
const WHOLE_BLOCK = "9".repeat(TRANSACTION_INDEX.length);

/**
 * The last block of which every event is indexed, from a checkpoint as Ponder stores it: digits of
 * block time (10), chain id (16), block number (16), transaction index (16), event type (1) and event
 * index (16). History is indexed in batches that may end inside a block, which then does not count.
 */
export function lastCompleteBlock(checkpoint: string): bigint {
  const part = ({ start, length }: { start: number; length: number }) =>
    checkpoint.slice(start, start + length);
  const block = BigInt(part(BLOCK_NUMBER));
  return part(TRANSACTION_INDEX) === WHOLE_BLOCK || block === 0n ? block : block - 1n;
}
