/** The parts of a Ponder event that every row writer needs. */
type ChainEvent = {
  log: { address: string; logIndex: number; topics: readonly unknown[]; data: `0x${string}` };
  block: { number: bigint; hash: `0x${string}`; timestamp: bigint };
  transaction: { hash: `0x${string}`; from: string };
};

/** Where and when something happened on chain. */
export type Stamp = {
  chainId: number;
  /** Contract that emitted the log, lower case. */
  contract: `0x${string}`;
  blockNumber: bigint;
  blockHash: `0x${string}`;
  logIndex: number;
  txHash: `0x${string}`;
  /** Unix seconds of the block. */
  seconds: bigint;
  /** Account that sent the transaction, lower case; not always the one that acted (trap 33). */
  sender: `0x${string}`;
  topic: `0x${string}`;
  data: `0x${string}`;
};

/** Reads a stamp off an event. */
export function stampOf(context: { chain: { id: number } }, event: ChainEvent): Stamp {
  return {
    chainId: context.chain.id,
    contract: lower(event.log.address),
    blockNumber: event.block.number,
    blockHash: event.block.hash,
    logIndex: event.log.logIndex,
    txHash: event.transaction.hash,
    seconds: event.block.timestamp,
    sender: lower(event.transaction.from),
    topic: event.log.topics[0] as `0x${string}`,
    data: event.log.data,
  };
}

/** An address as rows hold it. */
export function lower(address: string): `0x${string}` {
  return address.toLowerCase() as `0x${string}`;
}
