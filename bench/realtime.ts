import { setTimeout as pause } from "node:timers/promises";
import { encodeFunctionData } from "viem";
import { MarketplaceAbi } from "../abis/index.ts";
import { migrateToLatest } from "../core/db/migrate.ts";
import type { MarketChain } from "./chain.ts";
import { type LogPosition, OURS, OURS_GATEWAY, rowProbe, startContender } from "./contender.ts";
import { launchGateway } from "./gateway.ts";
import { type BenchPostgres, withClient } from "./postgres.ts";

const READY_DEADLINE_MS = 120_000;
const ROW_DEADLINE_MS = 30_000;

/** How often the row is looked for, milliseconds: the resolution of the measurement. */
const LOOK_EVERY_MS = 1;

/** Blocks before the first measured one: Ponder calls itself ready before it has caught up. */
const WARM_UP_BLOCKS = 5;

const GAS = "0x7a120";

/** How the indexer hears of new blocks. */
export type Wire = "websocket" | "polling at 100 ms" | "websocket through the gateway";

export const WIRES: readonly Wire[] = [
  "websocket",
  "polling at 100 ms",
  "websocket through the gateway",
];

/** Milliseconds from a mined block to its row in Postgres, for each block. */
export type RealtimeResult = { wire: Wire; latencies: number[] };

/** Measures blocks with a single event, one after another, on top of a history. */
export async function measureRealtime(
  postgres: BenchPostgres,
  market: MarketChain,
  wire: Wire,
  blocks: number,
): Promise<RealtimeResult> {
  const database = `realtime_${WIRES.indexOf(wire)}`;
  const databaseUrl = await postgres.createDatabase(database);
  const deploymentsPath = await market.writeDeployments({
    pollingIntervalMs: 100,
    ...(wire === "polling at 100 ms" ? {} : { ws: market.chain.wsUrl }),
  });
  const schema = "release_live";
  const hasGateway = wire === "websocket through the gateway";
  if (hasGateway) await migrateToLatest(databaseUrl);
  const gateway = hasGateway ? await launchGateway({ deploymentsPath, databaseUrl }) : undefined;
  try {
    await gateway?.started;
    const contender = hasGateway ? OURS_GATEWAY : OURS;
    const indexer = await startContender({
      ...{ contender, databaseUrl, schema, deploymentsPath, gatewayUrl: gateway?.url },
    });
    try {
      await indexer.waitForLine(/Started live indexing/, READY_DEADLINE_MS);
      return { wire, latencies: await timeBlocks(market, databaseUrl, schema, blocks) };
    } finally {
      await indexer.stop();
    }
  } finally {
    await gateway?.stop();
    await postgres.dropDatabase(database);
  }
}

/** Mines so many blocks, one after another, and waits for the row of each. */
function timeBlocks(
  market: MarketChain,
  databaseUrl: string,
  schema: string,
  blocks: number,
): Promise<number[]> {
  return withClient(databaseUrl, async (client) => {
    const isThere = await rowProbe(client, OURS, schema);
    const measured: number[] = [];
    for (let block = 0; block < WARM_UP_BLOCKS + blocks; block += 1) {
      await pause(gapBefore(block));
      const { position, mine } = await prepareBlock(market);
      await mine();
      const minedAt = performance.now();
      const deadline = minedAt + ROW_DEADLINE_MS;
      while (!(await isThere(position))) {
        if (performance.now() > deadline)
          throw new Error(`no row of block ${position.blockNumber}`);
        await pause(LOOK_EVERY_MS);
      }
      measured.push(performance.now() - minedAt);
    }
    return measured.slice(WARM_UP_BLOCKS);
  });
}

type PreparedBlock = { position: LogPosition; mine: () => Promise<void> };

/**
 * Puts one event into the pool: the owner pauses the marketplace and resumes it in turns; which of
 * both comes first depends on what the history left behind.
 */
async function prepareBlock({ chain, devnet }: MarketChain): Promise<PreparedBlock> {
  const { owner, marketplace } = devnet.main;
  const { address } = marketplace;
  const isPaused = await chain
    .publicClient()
    .readContract({ address, abi: MarketplaceAbi, functionName: "paused" });
  const functionName = isPaused ? "unpause" : "pause";
  const data = encodeFunctionData({ abi: MarketplaceAbi, functionName });
  await chain.request("eth_sendTransaction", [
    { from: owner, to: address, data, gas: GAS, gasPrice: "0x0" },
  ]);
  const blockNumber = (await chain.blockNumber()) + 1n;
  return { position: { blockNumber, logIndex: 0 }, mine: () => chain.mine() };
}

/** Blocks come at any phase of a poll, but the same ones in every run. */
function gapBefore(block: number): number {
  return 50 + ((block * 37) % 100);
}
