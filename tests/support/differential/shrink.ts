import fc from "fast-check";
import { marketDifferences } from "../compare/market-against-rows.ts";
import { modelMismatches } from "../compare/model-against-chain.ts";
import { readRelease } from "../compare/rows.ts";
import { playRun } from "../market-player.ts";
import { entriesOf } from "../markets.ts";
import type { Dice } from "../model/dice.ts";
import { type PonderProcess, startPonder, writeDeployments } from "../ponder.ts";
import { withClient } from "../postgres.ts";
import type { Run } from "./batch.ts";
import { wishLike } from "./pairs.ts";
import { anyRun } from "./sequences.ts";
import { newPlotState, type Plot, startWorld, viewPlot, type World } from "./world.ts";

export type ShrinkOptions = {
  databaseUrl: string;
  /** Begins the names of the schemas that are written. */
  schema: string;
  /** Project of the indexer; the working tree when left out. */
  root?: string;
  /** How many runs are tried at most, the failing one included; each needs a market of its own. */
  tries: number;
};

export type ShrunkRun = {
  readonly shortest: readonly Dice[];
  /** What the shortest run fails with: its differences, or why the indexer stopped. */
  readonly reason: string;
};

/**
 * Replays a failing run in a world of its own and lets fast-check shorten it: every try is played
 * on the next untouched market, made like the one that it failed on. Returns the shortest failing
 * one, or `undefined` when the run does not fail again.
 */
export async function shrinkRun(
  failing: Pick<Run, "pair" | "dices" | "uses" | "plot">,
  options: ShrinkOptions,
): Promise<ShrunkRun | undefined> {
  const world = await startWorld(
    Array.from({ length: options.tries }, () => failing.pair),
    wishLike(failing.plot.market),
  );
  const untouched = [...world.plots];
  const indexer = createIndexer(world, options);
  try {
    const details = await fc.check(
      fc.asyncProperty(anyRun, async (tried) => {
        const plot = untouched[0];
        // Without a market left the shortest run so far stands.
        if (plot === undefined) return;
        await indexer.follow(untouched);
        untouched.shift();
        const state = await newPlotState(world.chain, plot);
        await playRun(world.chain, state, tried, new Map(failing.uses));
        await indexer.catchUp();
        const release = await withClient(options.databaseUrl, (client) =>
          readRelease(client, indexer.schema()),
        );
        const view = await viewPlot(world.chain, plot, state);
        const found = [...modelMismatches(state, view), ...marketDifferences(view, release)];
        if (found.length > 0) throw new Error(found.join("\n"));
      }),
      { examples: [[[...failing.dices]]], numRuns: 1 },
    );
    const [shortest] = details.counterexample ?? [];
    if (shortest === undefined) return undefined;
    const { errorInstance: error } = details;
    return { shortest, reason: error instanceof Error ? error.message : String(error) };
  } finally {
    await indexer.stop();
    await world.stop();
  }
}

/**
 * The indexer of all tries. One that a run has stopped would stop at the same event again, so it is
 * followed by another one in a schema of its own that knows the untouched markets only.
 */
function createIndexer(world: World, { schema, ...options }: ShrinkOptions) {
  let starts = 0;
  let running: PonderProcess | undefined;

  async function stop() {
    await running?.stop();
    running = undefined;
  }
  return {
    schema: () => `${schema}_${starts}`,
    stop,
    async follow(plots: readonly Plot[]) {
      if (running !== undefined) return;
      starts += 1;
      running = await startPonder({
        isMeasured: false,
        ...options,
        schema: `${schema}_${starts}`,
        deploymentsFile: writeDeployments({
          rpcUrl: world.chain.url,
          contracts: entriesOf(plots.map((plot) => plot.market)),
        }),
      });
      await running.ready();
    },
    /** Waits for the latest block; gives the indexer up when it does not get there. */
    async catchUp() {
      try {
        await running?.reached(await world.chain.blockNumber());
      } catch (error) {
        await stop();
        throw error;
      }
    },
  };
}
