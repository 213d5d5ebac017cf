import { quantileSorted } from "simple-statistics";
import { createDraws } from "../model/draws.ts";

/** A figure with the interval in which it would lie 19 times of 20 had other deals been drawn. */
export type Bootstrapped = { value: number; low: number; high: number };

/** Draws that settle the ends of an interval to a percent or so. */
export const ROUNDS = 1000;
const SEED = 7;

/** Bootstrap of a figure of rows: percentiles 2.5 and 97.5 over rows drawn with replacement. */
export function bootstrap<Row>(
  rows: readonly Row[],
  figureOf: (rows: readonly Row[]) => number,
  rounds = ROUNDS,
): Bootstrapped {
  const draw = createDraws(SEED);
  const figures = new Float64Array(rounds);
  for (let round = 0; round < rounds; round++) {
    figures[round] = figureOf(rows.map(() => rows[Math.floor(draw() * rows.length)] as Row));
  }
  const sorted = [...figures.sort()];
  return {
    value: figureOf(rows),
    low: quantileSorted(sorted, 0.025),
    high: quantileSorted(sorted, 0.975),
  };
}

/** Log of the chance of exactly `hits` of `count`. */
function logChance(hits: number, count: number, chance: number): number {
  if (chance <= 0) return hits === 0 ? 0 : Number.NEGATIVE_INFINITY;
  if (chance >= 1) return hits === count ? 0 : Number.NEGATIVE_INFINITY;
  let log = hits * Math.log(chance) + (count - hits) * Math.log1p(-chance);
  for (let step = 1; step <= hits; step++) log += Math.log((count - hits + step) / step);
  return log;
}

/** Chance of at most `hits` of `count`. */
function chanceUpTo(hits: number, count: number, chance: number): number {
  let sum = 0;
  for (let at = 0; at <= hits; at++) sum += Math.exp(logChance(at, count, chance));
  return Math.min(1, sum);
}

/** Exact two-sided test: the chance of a count that is no likelier than the one seen. */
export function binomialTest(hits: number, count: number, chance: number): number {
  const seen = logChance(hits, count, chance) + 1e-9;
  let sum = 0;
  for (let at = 0; at <= count; at++) {
    const log = logChance(at, count, chance);
    if (log <= seen) sum += Math.exp(log);
  }
  return Math.min(1, sum);
}

/** Exact interval of a share (Clopper and Pearson 1934), 95 % by default. */
export function exactInterval(
  hits: number,
  count: number,
  level = 0.95,
): { low: number; high: number } {
  const tail = (1 - level) / 2;
  const low = hits === 0 ? 0 : bisect((chance) => 1 - chanceUpTo(hits - 1, count, chance) - tail);
  const high = hits === count ? 1 : bisect((chance) => tail - chanceUpTo(hits, count, chance));
  return { low, high };
}

/** Where an increasing function of 0 to 1 crosses zero. */
function bisect(rising: (at: number) => number): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (rising(middle) > 0) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}
