import { quantile } from "simple-statistics";
import type { Deal } from "../deals/deal.ts";
import { latestSales } from "../deals/latest-sales.ts";
import type { EvidenceGrade } from "../metric.ts";
import {
  type Blend,
  blendWithout,
  fitBlend,
  type LeftOut,
  MOST_NEIGHBOURS,
  mix,
  type Ways,
  waysOf,
} from "./blend.ts";
import type { Encoded } from "./encoder.ts";
import { fitHedonic, type Hedonic, type HedonicPrediction, predictHedonic } from "./hedonic.ts";
import { type Neighbour, nearest } from "./neighbours.ts";
import { type Profile, toProfile } from "./signals.ts";
import { atOnce, type Sliced } from "./slices.ts";
import { fitSpread, type Spread } from "./spread.ts";

/** Everything learned from a set of sold deals; pure data and pure functions of it. */
export type PriceModel = {
  deals: readonly Deal[];
  logs: Float64Array;
  hedonic: Hedonic;
  blend: Blend;
  leftOut: readonly LeftOut[];
  spread: Spread;
  /** Nine of ten dated deals are older; undefined when none is dated. */
  marketYear: number | undefined;
  /** Nine of ten dated deals are younger. */
  marketStart: number | undefined;
  /** Mean of each column of the hedonic fit: the average deal. */
  averageRow: Float64Array;
  /** How many deals there are of each grade. */
  gradeCounts: ReadonlyMap<EvidenceGrade, number>;
  /**
   * How much wider ranges of these deals must be to hold what they promise on deals that had no part in
   * choosing the settings either; 1 where they do, and where deals are many. Worked out when it is first
   * asked for.
   */
  optimism: () => number;
};

/** What the model says of a subject, in logs of US dollars. */
export type Prediction = {
  log: number;
  low: number;
  high: number;
  encoded: Encoded;
  hedonic: HedonicPrediction;
  ways: Ways;
  neighbours: readonly Neighbour[];
};

/** A model of fewer deals than this would only seem to know something. */
export const FEWEST_DEALS = 12;

/** Intervals are made to hold four deals of five (domain: docs/valuation.md). */
export const COVERAGE = 0.8;
/**
 * Settings are chosen on the same deals whose errors make the interval, which makes those errors a
 * little too small; the interval aims this much higher to keep its promise.
 */
const AIM = 0.83;

/** Parts into which deals are dealt to measure the optimism. */
const FOLDS = 10;
/** With more deals than this, what `AIM` adds makes up for the choice of settings. */
const MOST_FOR_OPTIMISM = 120;

/**
 * Learns from sold deals, each business once; deals that only ask are ignored, and no ask is ever read.
 *
 * @throws when there are fewer than `FEWEST_DEALS` sold deals
 */
export const fitPriceModel = (all: readonly Deal[]): PriceModel => atOnce(learnPrices(all));

/**
 * The same in slices, for processes that have other things to do.
 *
 * @throws when there are fewer than `FEWEST_DEALS` sold deals
 */
export function* learnPrices(all: readonly Deal[]): Sliced<PriceModel> {
  const deals = latestSales(all.filter(({ kind }) => kind === "sold"));
  if (deals.length < FEWEST_DEALS) {
    throw new Error(`a model needs ${FEWEST_DEALS} sold deals, there are ${deals.length}`);
  }
  const logs = Float64Array.from(deals, ({ usd }) => Math.log(usd));
  const hedonic = yield* fitHedonic(deals.map(toProfile), logs);
  const { blend, leftOut } = yield* fitBlend(hedonic, logs);
  // Only the part of the blend that is the fit, or is corrected by it, is as uncertain as the fit.
  const fitted = (blend.weights.hedonic + blend.weights.adjusted) ** 2;
  const spread = fitSpread(leftOut, hedonic.encoded, AIM, fitted);
  const years = deals.flatMap(({ year }) => year ?? []);
  const marketYear = years.length === 0 ? undefined : quantile(years, 0.9);
  return {
    deals,
    logs,
    hedonic,
    blend,
    leftOut,
    spread,
    marketYear,
    marketStart: years.length === 0 ? undefined : quantile(years, 0.1),
    averageRow: meanRow(hedonic),
    gradeCounts: countGrades(deals),
    optimism: once(() => optimismOf(deals)),
  };
}

/**
 * Each tenth of the deals is priced by a model of the others, with settings of its own. The factor on
 * the half-widths that would have held the promised share of prices is the answer.
 */
function optimismOf(deals: readonly Deal[]): number {
  const fewest = Math.ceil(deals.length * (1 - 1 / FOLDS)) - 1;
  if (fewest < FEWEST_DEALS || deals.length > MOST_FOR_OPTIMISM) return 1;
  const needed = Array.from({ length: FOLDS }, (_, fold) => {
    const model = fitPriceModel(deals.filter((_one, at) => at % FOLDS !== fold));
    return deals
      .filter((_one, at) => at % FOLDS === fold)
      .map((deal) => {
        const { log, low, high } = predict(model, toProfile(deal));
        const miss = Math.log(deal.usd) - log;
        const room = miss >= 0 ? high - log : log - low;
        return Math.abs(miss) / Math.max(room, Number.EPSILON);
      });
  }).flat();
  needed.sort((a, b) => a - b);
  const place = Math.min(needed.length, Math.ceil(COVERAGE * (needed.length + 1))) - 1;
  return Math.max(1, needed[place] as number);
}

/** Works a value out when it is first asked for, and never again. */
function once<Value>(find: () => Value): () => Value {
  let found: { value: Value } | undefined;
  return () => {
    found ??= { value: find() };
    return found.value;
  };
}

function meanRow({ design: { values, rows, width } }: Hedonic): Float64Array {
  const sums = new Float64Array(width);
  values.forEach((value, cell) => {
    sums[cell % width] = (sums[cell % width] as number) + value / rows;
  });
  return sums;
}

function countGrades(deals: readonly Deal[]): Map<EvidenceGrade, number> {
  const grades = Map.groupBy(deals, ({ grade }) => grade);
  return new Map([...grades].map(([grade, own]) => [grade, own.length]));
}

/**
 * Prices a subject, with a jackknife+ interval (Barber, Candès, Ramdas, Tibshirani 2021) on errors
 * that are scaled by what is usual for their category and grade.
 *
 * @param widening times the usual half-width, for evidence that differs from that of the deals
 * @param known the nearest deals, where an earlier prediction of the same figures has found them
 */
export function predict(
  model: PriceModel,
  profile: Profile,
  widening = 1,
  known?: readonly Neighbour[],
): Prediction {
  const { hedonic, logs, blend } = model;
  const encoded = hedonic.encoder.encode(profile);
  const prediction = predictHedonic(hedonic, encoded);
  const neighbours = known ?? nearest(encoded, hedonic.encoded, MOST_NEIGHBOURS);
  const ways = waysOf(hedonic, logs, encoded, prediction, neighbours, blend.slope);
  const log = mix(ways, blend.weights);
  const without = blendWithout(hedonic, logs, encoded, prediction, neighbours, blend);
  const { low, high } = jackknifePlus(model, encoded, prediction.leverage, without, widening);
  return {
    log,
    low: Math.min(low, log),
    high: Math.max(high, log),
    encoded,
    hedonic: prediction,
    ways,
    neighbours,
  };
}

function jackknifePlus(
  { leftOut, spread, hedonic }: PriceModel,
  subject: Encoded,
  leverage: number,
  without: (index: number) => number,
  widening: number,
): { low: number; high: number } {
  const scale = spread.of(subject.profile, leverage) * widening;
  const lows = new Float64Array(leftOut.length);
  const highs = new Float64Array(leftOut.length);
  leftOut.forEach(({ index, residual, leverage: own }, at) => {
    const { profile } = hedonic.encoded[index] as Encoded;
    const error = (Math.abs(residual) / spread.of(profile, own)) * scale;
    const middle = without(index);
    lows[at] = middle - error;
    highs[at] = middle + error;
  });
  lows.sort();
  highs.sort();
  const count = leftOut.length;
  const upper = Math.min(count, Math.ceil(AIM * (count + 1))) - 1;
  const lower = Math.max(1, Math.floor((1 - AIM) * (count + 1))) - 1;
  return { low: lows[lower] as number, high: highs[upper] as number };
}
