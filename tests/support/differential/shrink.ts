import fc from "fast-check";
import { marketDifferences } from "../compare/market-against-rows.ts";
import { modelMismatches } from "../compare/model-against-chain.ts";
import { readRelease } from "../compare/rows.ts";
import { playRun } from "../market-player.ts";
import type { Dice } from "../model/dice.ts";
import type { Uses } from "../model/pick-move.ts";
import { startPonder } from "../ponder.ts";
import { withClient } from "../postgres.ts";
import type { Pair } from "./pairs.ts";
import { anyRun } from "./sequences.ts";
import { newPlotState, startWorld, viewPlot } from "./world.ts";

export type ShrinkOptions = {
  databaseUrl: string;
  schema: string;
  /** Project of the indexer; the working tree when left out. */
  root?: string;
  /** How many shorter runs are tried at most; each needs a market of its own. */
  tries: number;
};

/**
 * Replays a failing run in a world of its own and lets fast-check shorten it: every try is played
 * on the next untouched market. Returns the shortest failing one, or `undefined`
 * when the run does not fail again.
 */
export async function shrinkRun(
  pair: Pair,
  dices: readonly Dice[],
  uses: Uses,
  options: ShrinkOptions,
): Promise<{ shortest: Dice[]; error: unknown } | undefined> {
  const world = await startWorld(Array.from({ length: options.tries }, () => pair));
  const { deploymentsFile } = world;
  const ponder = await startPonder({ ...options, deploymentsFile });
  const plots = world.plots.values();
  try {
    await ponder.ready();
    const details = await fc.check(
      fc.asyncProperty(anyRun, async (tried) => {
        const next = plots.next();
        // Without a market left the shortest run so far stands.
        if (next.done) return;
        const plot = next.value;
        const state = await newPlotState(world.chain, plot);
        await playRun(world.chain, state, tried, new Map(uses));
        await ponder.reached(await world.chain.blockNumber());
        const release = await withClient(options.databaseUrl, (client) =>
          readRelease(client, options.schema),
        );
        const view = await viewPlot(world.chain, plot, state);
        const found = [...modelMismatches(state, view), ...marketDifferences(view, release)];
        if (found.length > 0) throw new Error(found.join("\n"));
      }),
      { examples: [[[...dices]]], numRuns: 1 },
    );
    const [shortest] = details.counterexample ?? [];
    return shortest === undefined ? undefined : { shortest, error: details.errorInstance };
  } finally {
    await ponder.stop();
    await world.stop();
  }
}
