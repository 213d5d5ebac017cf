import { readFile, writeFile } from "node:fs/promises";
import { privateKeyToAddress } from "viem/accounts";
import { devnetKey, type LocalChain, startChain } from "../chain.ts";
import { type ChainStore, KEPT_BLOCKS, openChainStore, restoreBlocks } from "../chain-store.ts";
import { writeDeploymentFile } from "../deployment-file.ts";
import { type Devnet, deployDevnet, devnetFile } from "../devnet.ts";
import { goLive, hurry, rehearseTick } from "../market/live.ts";
import { hireAgent } from "../market/owner-actions.ts";
import { playMarket, rehearse } from "../market/play.ts";
import type { World } from "../market/world.ts";
import type { Output } from "./output.ts";
import type { DemoFolder } from "./state.ts";

/** Blocks that are mined on top of a history, so that it counts as final at once. */
const SETTLING_BLOCKS = 40;
const SETTLING_SECONDS = 2;

/** Live blocks between two dumps of the chain's state, which bound how much a restart replays. */
const CHECKPOINT_BLOCKS = 300;

/** The first key of the test phrase that none of the market's people has. */
const AGENT_ACCOUNT = 256;
const AGENT_PURSE = 10n ** 21n;

/** Key with which the workers of the demo act as agent of its smaller market. */
export const agentKey = (): `0x${string}` => devnetKey(AGENT_ACCOUNT);

/** A chain with a market on it. */
export type MarketChain = { chain: LocalChain; store: ChainStore; world: World };

type History = { seed: string; days: number };
type StoredScene = { devnet: Devnet; openedAt: number; historyEndsAt: bigint };

/** Plays a new history and writes the deployments file that describes its contracts. */
export async function playHistory(
  folder: DemoFolder,
  history: History,
  port: number,
  output: Output,
): Promise<MarketChain> {
  const startedAt = performance.now();
  const store = openChainStore(folder.chain);
  const chain = await startChain({ port });
  try {
    // Before the first block, so that every state that is saved has it.
    const purse = `0x${AGENT_PURSE.toString(16)}`;
    await chain.request("anvil_setBalance", [privateKeyToAddress(agentKey()), purse]);
    const devnet = await deployDevnet(chain);
    await writeDeploymentFile(folder.deployments, devnetFile(devnet, chain.url));
    output.done(`Local chain at ${chain.url}, contracts deployed`, startedAt);

    const playedFrom = performance.now();
    const openedAt = Number(await chain.now());
    // A restart brings back what follows the checkpoint, block by block: let it be no more than needed.
    const { blocks } = rehearse(devnet, chain.accounts, openedAt, history);
    const checkpointAt = blocks + SETTLING_BLOCKS - KEPT_BLOCKS;
    const { world, events } = await playMarket(chain, devnet, history, async (progress) => {
      output.progress(
        `Playing ${history.days} days of history`,
        progress.fraction,
        `${progress.events} events`,
      );
      if (progress.blocks === checkpointAt) await store.checkpoint(chain);
    });
    await chain.mineMany(SETTLING_BLOCKS, SETTLING_SECONDS);
    settle(world);
    await storeScene(folder, { devnet, openedAt, historyEndsAt: await chain.blockNumber() });
    await store.record(chain);
    output.done(`Played ${history.days} days of history: ${events} events`, playedFrom);
    return { chain, store, world };
  } catch (error) {
    await chain.stop();
    throw error;
  }
}

/** Brings back the chain of an earlier demo, and goes over it in memory to know the market. */
export async function resumeHistory(
  folder: DemoFolder,
  history: History,
  port: number,
  output: Output,
): Promise<MarketChain> {
  const startedAt = performance.now();
  const store = openChainStore(folder.chain);
  const saved = await store.load();
  if (!saved) throw new Error("the saved chain is gone; start with --reset");
  const { devnet, openedAt, historyEndsAt } = await readScene(folder);
  const chain = await startChain({ port, loadState: saved.stateFile });
  try {
    await restoreBlocks(chain, saved.blocks);
    await writeDeploymentFile(folder.deployments, devnetFile(devnet, chain.url));
    const { world } = rehearse(devnet, chain.accounts, openedAt, history);
    settle(world);
    hurry(world);
    const head = await chain.blockNumber();
    for (let block = historyEndsAt; block < head; block += 1n) rehearseTick(world);
    output.done(`Local chain at ${chain.url}, brought back to block ${head}`, startedAt);
    return { chain, store, world };
  } catch (error) {
    await chain.stop();
    throw error;
  }
}

/** Whether an earlier demo has left a chain to go on with. */
export async function hasSavedChain(folder: DemoFolder): Promise<boolean> {
  const scene = await readFile(folder.scene).catch(() => undefined);
  return scene !== undefined && (await openChainStore(folder.chain).load()) !== undefined;
}

/** Lets the market go on until the signal; each block is on disk before the next one. */
export async function playLive(
  { chain, store, world }: MarketChain,
  signal: AbortSignal,
  onSurprise: (what: string) => void,
): Promise<void> {
  let untilCheckpoint = CHECKPOINT_BLOCKS;
  await goLive(chain, world, {
    signal,
    onSurprise,
    async onBlock() {
      untilCheckpoint -= 1;
      if (untilCheckpoint === 0) {
        await store.checkpoint(chain);
        untilCheckpoint = CHECKPOINT_BLOCKS;
      }
      await store.record(chain);
    },
  });
}

/** The market's clock after the settling blocks; from now on the product acts as agent of one market. */
function settle(world: World): void {
  world.now += SETTLING_BLOCKS * SETTLING_SECONDS;
  const venue = world.venues.at(-1);
  if (venue !== undefined) hireAgent(world, venue, privateKeyToAddress(agentKey()));
}

async function storeScene(folder: DemoFolder, scene: StoredScene): Promise<void> {
  const text = JSON.stringify(scene, (_, value) =>
    typeof value === "bigint" ? { bigint: value.toString() } : value,
  );
  await writeFile(folder.scene, text);
}

async function readScene(folder: DemoFolder): Promise<StoredScene> {
  return JSON.parse(await readFile(folder.scene, "utf8"), (_, value) =>
    value !== null && typeof value === "object" && "bigint" in value ? BigInt(value.bigint) : value,
  );
}
