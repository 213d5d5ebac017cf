import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Abi, type Hex, toEventSelector } from "viem";
import { AgentEscrowAbi, EntitlementsAbi, EscrowAbi, MarketplaceAbi } from "../abis/index.ts";
import { watchedContracts } from "../core/deployments/deployment.ts";
import { loadDeployment } from "../core/deployments/load.ts";
import { type LocalChain, startChain } from "../devnet/chain.ts";
import { writeDeploymentFile } from "../devnet/deployment-file.ts";
import { type Devnet, deployDevnet, devnetFile } from "../devnet/devnet.ts";
import { playMarket } from "../devnet/market/play.ts";
import type { LogPosition } from "./contender.ts";
import { IGNORED_EVENTS } from "./row-check.ts";

/** Blocks on top, so that every event is past the 30 blocks that Ponder keeps reversible. */
export const EMPTY_BLOCKS = 40;

/** Blocks asked for at once when the logs are counted. */
const BLOCKS_PER_REQUEST = 500n;

/** Share of a market's events that are its contracts' own; the others are token transfers. */
const OWN_EVENTS_PERCENT = 61;

const SEED = "benchmark";

/** A chain with a long history, and what the history holds. */
export type BenchChain = {
  chain: LocalChain;
  /** Deployments file without a websocket; Ponder then polls, which history does not care about. */
  deploymentsPath: string;
  /** Blocks of the history, the empty ones on top included. */
  blocks: number;
  /** Logs of marketplaces, escrows and agent contracts that an index must have a row for. */
  logs: number;
  /** The last of these logs. */
  last: LogPosition;
  stop(): Promise<void>;
};

/** A chain whose history is a market that people could have made. */
export type MarketChain = BenchChain & {
  devnet: Devnet;
  /** Writes a deployments file with other ways to hear of new blocks. */
  writeDeployments(live: { ws?: string; pollingIntervalMs?: number }): Promise<string>;
};

type RawLog = { blockNumber: Hex; logIndex: Hex; topics: Hex[] };

/** Topics of events that the indexer leaves out on purpose. */
const IGNORED_TOPICS: ReadonlySet<Hex> = new Set(
  [MarketplaceAbi, EscrowAbi, AgentEscrowAbi, EntitlementsAbi]
    .flatMap((abi: Abi) => abi.filter((item) => item.type === "event"))
    .filter((event) => IGNORED_EVENTS.has(event.name))
    .map(toEventSelector),
);

/**
 * Starts a chain and plays a market on it until it has about so many events, transfers included.
 * Same number, same chain.
 */
export async function startBenchChain(
  events: number,
  onProgress: (fraction: number) => void,
): Promise<MarketChain> {
  const folder = await mkdtemp(join(tmpdir(), "valyra-bench-"));
  const chain = await startChain();
  const devnet = await deployDevnet(chain);
  const own = Math.ceil((events * OWN_EVENTS_PERCENT) / 100);
  await playMarket(chain, devnet, { seed: SEED, events: own }, ({ fraction }) =>
    onProgress(fraction),
  );
  await chain.mineMany(EMPTY_BLOCKS);

  let written = 0;
  const writeDeployments: MarketChain["writeDeployments"] = async (live) => {
    written += 1;
    const path = join(folder, `deployments-${written}.json`);
    const { ws: _, ...file } = devnetFile(devnet, chain.url);
    await writeDeploymentFile(path, { ...file, ...live });
    return path;
  };
  const deploymentsPath = await writeDeployments({});
  const contracts = watchedContracts(loadDeployment(deploymentsPath, {}));
  const head = await chain.blockNumber();
  const { logs, last } = await countLogs(
    chain,
    contracts.map((contract) => contract.address),
    head,
  );
  return {
    chain,
    devnet,
    deploymentsPath,
    writeDeployments,
    blocks: Number(head),
    logs,
    last,
    async stop() {
      await chain.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Counts the logs that an index must have a row for, and finds the last. */
export async function countLogs(
  chain: LocalChain,
  address: readonly Hex[],
  head: bigint,
): Promise<{ logs: number; last: LogPosition }> {
  let logs = 0;
  let last: RawLog | undefined;
  for (let from = 0n; from <= head; from += BLOCKS_PER_REQUEST) {
    const to = from + BLOCKS_PER_REQUEST - 1n;
    const found = await chain.request<RawLog[]>("eth_getLogs", [
      { address, fromBlock: quantity(from), toBlock: quantity(to > head ? head : to) },
    ]);
    const covered = found.filter(({ topics: [topic = "0x"] }) => !IGNORED_TOPICS.has(topic));
    logs += covered.length;
    last = covered.at(-1) ?? last;
  }
  if (last === undefined) throw new Error("the market has logged nothing");
  return {
    logs,
    last: { blockNumber: BigInt(last.blockNumber), logIndex: Number(last.logIndex) },
  };
}

function quantity(value: bigint): Hex {
  return `0x${value.toString(16)}`;
}
