import type { Deal } from "../deals/deal.ts";
import { createDraws } from "../model/draws.ts";
import { COVERAGE } from "../model/price-model.ts";
import { trainAndTest } from "./backtest.ts";
import { binomialTest } from "./statistics.ts";

/** Categories of splits, and how many of them the exact test refutes. */
export type SplitReport = {
  /** Part of the deals that was learned from, 0 to 1. */
  share: number;
  splits: number;
  /** Share of all test prices inside their range, mean over the splits. */
  inside: number;
  /** Categories of 15 test rows and more, over all splits. */
  groups: number;
  /** Of those, how many hold too few prices, and too many, by the exact test at p < 0.01. */
  tooFew: number;
  tooMany: number;
};

const FEWEST_IN_GROUP = 15;
const REFUTED = 0.01;

/** Deals in an order that is the same for the same seed, cut in two. */
export function splitAtRandom(
  deals: readonly Deal[],
  share: number,
  seed: number,
): { train: Deal[]; test: Deal[] } {
  const draw = createDraws(seed);
  const mixed = [...deals];
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = Math.floor(draw() * (at + 1));
    [mixed[at], mixed[other]] = [mixed[other] as Deal, mixed[at] as Deal];
  }
  const cut = Math.round(mixed.length * share);
  return { train: mixed.slice(0, cut), test: mixed.slice(cut) };
}

/**
 * Learns from a part of the deals and scores the others, again and again. Even an engine whose errors are
 * the same in each category is refuted more often than p says: what it has learned from is luck as well.
 */
export function scoreSplits(
  deals: readonly Deal[],
  share: number,
  seeds: readonly number[],
): SplitReport {
  const report = { share, splits: seeds.length, inside: 0, groups: 0, tooFew: 0, tooMany: 0 };
  for (const seed of seeds) {
    const { train, test } = splitAtRandom(deals, share, seed);
    const answered = trainAndTest(train, test).flatMap(({ category, soldUsd, estimate }) =>
      estimate === undefined
        ? []
        : [{ category, isInside: soldUsd >= estimate.low && soldUsd <= estimate.high }],
    );
    const insideOf = (rows: typeof answered) => rows.filter(({ isInside }) => isInside).length;
    report.inside += insideOf(answered) / Math.max(1, answered.length) / seeds.length;
    for (const rows of Map.groupBy(answered, ({ category }) => category).values()) {
      if (rows.length < FEWEST_IN_GROUP) continue;
      report.groups += 1;
      const inside = insideOf(rows);
      if (binomialTest(inside, rows.length, COVERAGE) >= REFUTED) continue;
      if (inside < COVERAGE * rows.length) report.tooFew += 1;
      else report.tooMany += 1;
    }
  }
  return report;
}
