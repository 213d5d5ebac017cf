/** How far a chain is indexed. */
export type IndexedBlock = {
  /** Last block of which every event is indexed. */
  number: bigint;
  /** Unix seconds of the block that was last written: chain time as the index knows it. */
  timestamp: bigint;
};

/** Where the parts of Ponder's 75-digit position begin: time, chain, block, transaction, type, index. */
const TIMESTAMP = [0, 10] as const;
const BLOCK_NUMBER = [26, 42] as const;
const TRANSACTION_INDEX = [42, 58] as const;

/** Ponder writes this transaction index when the whole block is indexed. */
const WHOLE_BLOCK = "9".repeat(16);

/**
 * Reads a checkpoint as Ponder stores it. History is indexed in batches that may end inside a block;
 * such a block does not count yet.
 */
export function decodeCheckpoint(checkpoint: string): IndexedBlock {
  const block = BigInt(checkpoint.slice(...BLOCK_NUMBER));
  const isWhole = checkpoint.slice(...TRANSACTION_INDEX) === WHOLE_BLOCK;
  return {
    number: isWhole || block === 0n ? block : block - 1n,
    timestamp: BigInt(checkpoint.slice(...TIMESTAMP)),
  };
}
