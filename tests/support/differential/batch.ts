import { marketDifferences } from "../compare/market-against-rows.ts";
import { modelMismatches } from "../compare/model-against-chain.ts";
import { readRelease } from "../compare/rows.ts";
import { type PlayedRun, playRun } from "../market-player.ts";
import type { Dice } from "../model/dice.ts";
import type { MarketState } from "../model/market-state.ts";
import type { Uses } from "../model/pick-move.ts";
import { type PonderProcess, startPonder } from "../ponder.ts";
import { withClient } from "../postgres.ts";
import { lackingPairs } from "./coverage.ts";
import { PAIRS, type Pair, spreadPairs } from "./pairs.ts";
import { runOf } from "./sequences.ts";
import { newPlotState, type Plot, startWorld, viewPlot, type World } from "./world.ts";

/** A run with all that is needed to play it again. */
export type Run = {
  readonly pair: Pair;
  readonly seed: number;
  readonly dices: readonly Dice[];
  /** What the runs before it had used up, as it was at its start. */
  readonly uses: Uses;
  readonly plot: Plot;
  readonly state: MarketState;
  readonly played: PlayedRun;
};

export type Batch = { readonly world: World; readonly runs: readonly Run[] };

export type BatchOptions = {
  seed: number;
  runs: number;
  databaseUrl: string;
  schema: string;
  /** Told after each run. */
  onRun?: (run: Run, index: number) => void;
};

/** Of the wished runs, how many of ten become history: following live costs far more per block. */
const HISTORY_TENTHS = 7;

/** Longest that the indexer may take to catch up with what was played while it followed live. */
const CATCH_UP_MS = 240_000;

/** Plots beyond the wished number of runs, for pairs that have not shown everything yet. */
const SPARE_PER_PAIR = 8;

/**
 * Plays a batch of runs, each on its own market, all on one chain with one indexer: most of them
 * before the indexer starts, which so sees them as history, the others while it follows live.
 * Pairs that have not shown every event, edge and limit often enough are then played on.
 */
export async function playBatch(options: BatchOptions): Promise<Batch & { ponder: PonderProcess }> {
  const pairs = spreadPairs(options.runs);
  const spare = PAIRS.flatMap((pair) => Array.from({ length: SPARE_PER_PAIR }, () => pair));
  const world = await startWorld([...pairs, ...spare]);
  const usesOf = new Map<Pair, Uses>(PAIRS.map((pair) => [pair, new Map()]));
  const runs: Run[] = [];
  const play = async (plot: Plot) => {
    const run = await playPlot(world, plot, options.seed + runs.length, usesOf.get(plot.pair));
    runs.push(run);
    options.onRun?.(run, runs.length);
  };
  let ponder: PonderProcess | undefined;
  try {
    const past = Math.floor((pairs.length * HISTORY_TENTHS) / 10);
    for (const plot of world.plots.slice(0, past)) await play(plot);
    const { databaseUrl, schema } = options;
    const { deploymentsFile } = world;
    ponder = await startPonder({
      ...{ databaseUrl, schema, deploymentsFile },
      isMeasured: false,
      isThroughGateway: true,
    });
    for (const plot of world.plots.slice(past, pairs.length)) await play(plot);
    const untouched = world.plots.slice(pairs.length);
    for (;;) {
      const lacking = await lackingPairs(world.chain, runs);
      const next = untouched.findIndex((plot) => lacking.includes(plot.pair));
      if (next < 0) break;
      for (const plot of untouched.splice(next, 1)) await play(plot);
    }
    await ponder.ready();
    await ponder.reached(await world.chain.blockNumber(), CATCH_UP_MS);
    return { world, runs, ponder };
  } catch (error) {
    await ponder?.stop();
    await world.stop();
    throw error;
  }
}

/** Plays the run that a seed stands for on an untouched plot. */
export async function playPlot(
  world: World,
  plot: Plot,
  seed: number,
  uses: Uses = new Map(),
): Promise<Run> {
  const state = await newPlotState(world.chain, plot);
  const dices = runOf(seed);
  const before = new Map(uses);
  try {
    const played = await playRun(world.chain, state, dices, uses);
    return { pair: plot.pair, seed, dices, uses: before, plot, state, played };
  } catch (error) {
    throw new Error(`run with seed ${seed} on ${plot.pair.name}`, { cause: error });
  }
}

/** Differences of one run between model and contracts, and between contracts and rows. */
export type RunDifferences = { run: Run; model: string[]; rows: string[] };

/** Compares every run; empty when all agree. */
export async function differencesOf(
  { world, runs }: Batch,
  databaseUrl: string,
  schema: string,
): Promise<RunDifferences[]> {
  const release = await withClient(databaseUrl, (client) => readRelease(client, schema));
  const found: RunDifferences[] = [];
  for (const run of runs) {
    const view = await viewPlot(world.chain, run.plot, run.state);
    const model = modelMismatches(run.state, view);
    const rows = marketDifferences(view, release);
    if (model.length + rows.length > 0) found.push({ run, model, rows });
  }
  return found;
}
