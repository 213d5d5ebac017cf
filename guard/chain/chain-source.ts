import pRetry from "p-retry";
import type { Hex, PublicClient } from "viem";
import { BlockNotFoundError } from "viem";

/** Block by number and hash. */
export type BlockRef = { number: bigint; hash: Hex };

/** A log as the chain reports it; addresses and hashes in lower case. */
export type ChainLog = {
  contract: Hex;
  blockNumber: bigint;
  blockHash: Hex;
  logIndex: number;
  txHash: Hex;
  topics: readonly Hex[];
  data: Hex;
};

/** What the guard asks of a chain. */
export type ChainSource = {
  /** The canonical block of that number, or undefined when there is none (yet). */
  findBlock(number: bigint): Promise<BlockRef | undefined>;
  /** Every log of the contracts in the inclusive range, whatever its topics, in chain order. */
  fetchLogs(contracts: readonly Hex[], from: bigint, to: bigint): Promise<ChainLog[]>;
};

/** Two providers describe the same height differently: ask again once they have settled. */
export class ProvidersDisagree extends Error {
  override name = "ProvidersDisagree";
}

/** Attempts after the first one, and the pause before the first of them in milliseconds. */
const RETRY = { retries: 2, minTimeout: 100, maxTimeout: 1_000 };

/**
 * Reads a chain through one or several providers. Blocks come from the first provider that answers;
 * logs are the union of what all providers report, because a provider that leaves a log out says
 * nothing about it and the indexer would miss it silently (check IX-3).
 */
export function createChainSource(
  clients: readonly PublicClient[],
  onError: (error: unknown) => void,
): ChainSource {
  const firstAnswer = async <Value>(ask: (client: PublicClient) => Promise<Value>) => {
    let failure: unknown;
    for (const client of clients) {
      try {
        return await pRetry(() => ask(client), RETRY);
      } catch (error) {
        failure = error;
        onError(error);
      }
    }
    throw failure;
  };

  return {
    findBlock: (number) => firstAnswer((client) => findBlock(client, number)),
    async fetchLogs(contracts, from, to) {
      if (contracts.length === 0) return [];
      const answers = await Promise.allSettled(
        clients.map((client) => pRetry(() => fetchLogs(client, contracts, from, to), RETRY)),
      );
      const lists: ChainLog[][] = [];
      for (const answer of answers) {
        if (answer.status === "fulfilled") lists.push(answer.value);
        else onError(answer.reason);
      }
      if (lists.length === 0) throw (answers[0] as PromiseRejectedResult).reason;
      return unionOf(lists);
    },
  };
}

async function findBlock(client: PublicClient, blockNumber: bigint): Promise<BlockRef | undefined> {
  try {
    const block = await client.getBlock({ blockNumber });
    return block.number === null || block.hash === null
      ? undefined
      : { number: block.number, hash: block.hash };
  } catch (error) {
    if (error instanceof BlockNotFoundError) return undefined;
    throw error;
  }
}

async function fetchLogs(
  client: PublicClient,
  contracts: readonly Hex[],
  from: bigint,
  to: bigint,
): Promise<ChainLog[]> {
  const logs = await client.getLogs({ address: [...contracts], fromBlock: from, toBlock: to });
  return logs.map((log) => ({
    contract: log.address.toLowerCase() as Hex,
    blockNumber: log.blockNumber,
    blockHash: log.blockHash,
    logIndex: log.logIndex,
    txHash: log.transactionHash,
    topics: log.topics,
    data: log.data,
  }));
}

function unionOf(lists: readonly ChainLog[][]): ChainLog[] {
  const byPosition = new Map<string, ChainLog>();
  for (const log of lists.flat()) {
    const key = `${log.blockNumber}:${log.logIndex}`;
    const known = byPosition.get(key);
    if (known !== undefined && known.blockHash !== log.blockHash) {
      throw new ProvidersDisagree(`providers disagree on block ${log.blockNumber}`);
    }
    byPosition.set(key, known ?? log);
  }
  return [...byPosition.values()].sort(
    (a, b) => Number(a.blockNumber - b.blockNumber) || a.logIndex - b.logIndex,
  );
}
