import { type LocalChain, startChain } from "../../../devnet/chain.ts";
import { deployDevnet, devnetFile } from "../../../devnet/devnet.ts";
import { agreeWithChain } from "../../../devnet/market/live.ts";
import { createPrng, type Prng } from "../../../devnet/market/prng.ts";
import { nextBlock, openWorld } from "../../../devnet/market/script.ts";
import { openSender } from "../../../devnet/market/sender.ts";
import { HOUR } from "../../../devnet/market/time.ts";
import type { Address } from "../anvil.ts";
import { writeDeployments } from "../ponder.ts";
import { replaceBlocks } from "./replace-blocks.ts";

/** Chain time that goes into one block: some five events, so that blocks depend on each other. */
const WINDOW_SECONDS = HOUR;

/** A market whose people act, and go on after every reorganisation with what the chain still knows. */
export type LiveMarket = {
  readonly chain: LocalChain;
  readonly deploymentsFile: string;
  /** Contracts whose every event makes a row of `activity`. */
  readonly contracts: readonly Address[];
  /** Every choice of a scenario comes from here, so that its seed repeats it. */
  readonly prng: Prng;
  /** Mines blocks of traffic. */
  play(blocks: number): Promise<void>;
  /** Replaces the last blocks by as many others; answers the number of the last common block. */
  reorganise(depth: number): Promise<bigint>;
  stop(): Promise<void>;
};

/** Deploys the devnet on a chain of its own and lets the people in. */
export async function openLiveMarket(seed: string): Promise<LiveMarket> {
  const chain = await startChain();
  try {
    const devnet = await deployDevnet(chain);
    const { contracts, implementations } = devnetFile(devnet, chain.url);
    const now = Number(await chain.now());
    const world = openWorld(devnet, chain.accounts, { seed, now });
    const sender = await openSender(chain);
    const prng = createPrng(seed).fork("recovery");
    return {
      chain,
      deploymentsFile: writeDeployments({ rpcUrl: chain.url, contracts, implementations }),
      contracts: contracts
        .filter(({ kind }) => kind !== "token")
        .map(({ address }) => address.toLowerCase() as Address),
      prng,
      async play(blocks) {
        for (let played = 0; played < blocks; played += 1) {
          for (const venue of world.venues) await agreeWithChain(chain, venue, () => undefined);
          const block = nextBlock(world, WINDOW_SECONDS, Number.POSITIVE_INFINITY);
          if (block === undefined) throw new Error("nobody means to do anything any more");
          sender.forgetNonces();
          const { refused } = await sender.send(block);
          // What presumed a transaction that is gone; nobody tries it again.
          for (const { subject } of refused) if (subject !== undefined) subject.isLost = true;
        }
      },
      reorganise: (depth) => replaceBlocks(chain, depth, prng),
      stop: () => chain.stop(),
    };
  } catch (error) {
    await chain.stop();
    throw error;
  }
}
