import type { Encoded } from "./encoder.ts";
import { type Hedonic, type HedonicPrediction, predictHedonic, predictWithout } from "./hedonic.ts";
import { type Neighbour, nearest, weigh, weightedMedian } from "./neighbours.ts";
import { dot, residualWithout } from "./ridge.ts";
import type { Sliced } from "./slices.ts";

/**
 * Three ways to a log price: the hedonic fit; the nearest deals carried to the size of the subject
 * (with slope 1 these are their multiples); and the nearest deals adjusted by the hedonic fit for
 * everything in which they differ from the subject.
 */
export type Ways = { hedonic: number; carried: number; adjusted: number };

/** How much each way counts; the weights add up to 1. */
export type Blend = {
  weights: Ways;
  /** How a price grows with size between neighbours: log price for log profit. */
  slope: number;
};

/** A deal left out: its prediction by all others, and how far it was missed. */
export type LeftOut = {
  index: number;
  predicted: number;
  residual: number;
  /** Leverage without itself: how far it lay from what the others showed. */
  leverage: number;
};

/** Circles of neighbours; what they say is averaged, since no single number of them is right. */
const CIRCLES = [4, 6, 8];
export const MOST_NEIGHBOURS = 8;
/** Small sites sell for less than their multiple, large ones for more (docs/valuation.md). */
const SLOPES = [0.3, 0.5, 0.75, 1];
/** The weights are tried in steps of a quarter. */
const STEPS = 4;
/** Misses far beyond this (log) are all the same miss: what is blended is to be near, or not. */
const NEAR = 0.4;
/** Losses (in deals) by which candidates are told apart; one deal more or less must not decide. */
const TEMPERATURE = 3;
/** After so many deals others may have the thread. */
const ROWS_PER_SLICE = 16;
/** More deals than this are sampled evenly: medians of so many errors do not move any more. */
const MOST_LEFT_OUT = 1200;

/** Which deals are left out one by one to learn weights and errors. */
function calibrationRows(count: number): number[] {
  if (count <= MOST_LEFT_OUT) return Array.from({ length: count }, (_, index) => index);
  return Array.from({ length: MOST_LEFT_OUT }, (_, at) => Math.floor((at * count) / MOST_LEFT_OUT));
}

/** Learns the weights from deals left out one by one, and returns those deals' errors. */
export function* fitBlend(
  hedonic: Hedonic,
  logs: Float64Array,
): Sliced<{ blend: Blend; leftOut: LeftOut[] }> {
  const rows = calibrationRows(logs.length);
  const neighbours: Neighbour[][] = [];
  const still: Omit<Ways, "carried">[] = [];
  for (const row of rows) {
    if (neighbours.length % ROWS_PER_SLICE === 0) yield;
    const subject = hedonic.encoded[row] as Encoded;
    const own = nearest(subject, hedonic.encoded, MOST_NEIGHBOURS, (at) => at === row);
    neighbours.push(own);
    still.push(stillWithout(hedonic, row, logs, own));
  }
  const ways = (slope: number) =>
    rows.map((row, at): Ways => {
      const own = neighbours[at] ?? [];
      const carried = carry(hedonic, logs, hedonic.encoded[row] as Encoded, own, slope);
      return { ...(still[at] as Omit<Ways, "carried">), carried: inCircles(carried, own) };
    });
  const candidates: { weights: Ways; slope: number; loss: number }[] = [];
  for (const slope of SLOPES) {
    yield;
    const candidateWays = ways(slope);
    for (const weights of quarters()) {
      const loss = rows.reduce((sum, row, at) => {
        const error = (logs[row] as number) - mix(candidateWays[at] as Ways, weights);
        return sum + 1 - Math.exp(-Math.abs(error) / NEAR);
      }, 0);
      candidates.push({ weights, slope, loss });
    }
  }
  yield;
  const { weights, slope } = average(candidates);
  const predicted = ways(slope).map((way) => mix(way, weights));
  const blend = { weights, slope };
  const leftOut = rows.map((index, at): LeftOut => {
    const said = predicted[at] as number;
    const own = hedonic.fit.leverages[index] as number;
    const weight = Math.max(1e-3, hedonic.fit.weights[index] as number);
    const leverage = own / weight / (1 - own);
    return { index, predicted: said, residual: (logs[index] as number) - said, leverage };
  });
  return { blend, leftOut };
}

/** The log price of a subject by each way. */
export function waysOf(
  hedonic: Hedonic,
  logs: Float64Array,
  encoded: Encoded,
  prediction: HedonicPrediction,
  neighbours: readonly Neighbour[],
  slope: number,
): Ways {
  const corrections = neighbours.map(({ index }) => hedonic.fit.residuals[index] as number);
  return {
    hedonic: prediction.log,
    carried: inCircles(carry(hedonic, logs, encoded, neighbours, slope), neighbours),
    adjusted: prediction.log + inCircles(corrections, neighbours),
  };
}

/** The ways to the price of deal `row` as if it had not been there, but for the one with a slope. */
function stillWithout(
  hedonic: Hedonic,
  row: number,
  logs: Float64Array,
  neighbours: readonly Neighbour[],
): Omit<Ways, "carried"> {
  const { design, fit, encoded } = hedonic;
  const subject = encoded[row] as Encoded;
  const log = (logs[row] as number) - residualWithout(fit, row);
  const { pull } = predictHedonic(hedonic, subject);
  const strength = (fit.weights[row] as number) * residualWithout(fit, row);
  const corrections = neighbours.map(({ index }) => {
    const x = design.values.subarray(index * design.width, (index + 1) * design.width);
    return (fit.residuals[index] as number) + dot(pull, x) * strength;
  });
  return { hedonic: log, adjusted: log + inCircles(corrections, neighbours) };
}

/**
 * What the blend would say of a subject had deal `index` not been there: exact for the hedonic part
 * with its weights fixed, and for neighbours that leave. Other neighbours keep their correction.
 */
export function blendWithout(
  hedonic: Hedonic,
  logs: Float64Array,
  encoded: Encoded,
  prediction: HedonicPrediction,
  neighbours: readonly Neighbour[],
  { weights, slope }: Blend,
): (index: number) => number {
  const full = waysOf(hedonic, logs, encoded, prediction, neighbours, slope);
  const without = new Map(
    neighbours.map(({ index }) => {
      const others = neighbours.filter((other) => other.index !== index);
      return [index, waysOf(hedonic, logs, encoded, prediction, others, slope)];
    }),
  );
  const moving = weights.hedonic + weights.adjusted;
  return (index) => {
    const moved = predictWithout(hedonic, prediction, index) - prediction.log;
    return mix(without.get(index) ?? full, weights) + moved * moving;
  };
}

/** The blended log price. */
export function mix(ways: Ways, weights: Ways): number {
  return (
    ways.hedonic * weights.hedonic +
    ways.carried * weights.carried +
    ways.adjusted * weights.adjusted
  );
}

/** Log prices of neighbours at the size of the subject; as they are where a size is unknown. */
export function carry(
  { encoder, encoded }: Hedonic,
  logs: Float64Array,
  subject: Encoded,
  neighbours: readonly Neighbour[],
  slope: number,
): number[] {
  const size = encoder.sizeOf(subject.profile);
  return neighbours.map(({ index }) => {
    const other = encoder.sizeOf((encoded[index] as Encoded).profile);
    const isKnown = size !== undefined && other !== undefined;
    return (logs[index] as number) + (isKnown ? slope * (size - other) : 0);
  });
}

/** The mean over the circles of their weighted medians; 0 without any neighbour. */
function inCircles(values: readonly number[], neighbours: readonly Neighbour[]): number {
  if (values.length === 0) return 0;
  const middles = CIRCLES.map((count) => {
    const weights = weigh(neighbours, count).map(({ weight }) => weight);
    return weightedMedian(values.slice(0, count), weights);
  });
  return middles.reduce((sum, value) => sum + value, 0) / middles.length;
}

/**
 * Candidates weighted by how much they lose: one that is clearly better decides, near ties are shared.
 * Choosing the least alone would change its mind with every deal.
 */
function average(candidates: readonly { weights: Ways; slope: number; loss: number }[]) {
  const least = Math.min(...candidates.map(({ loss }) => loss));
  const shares = candidates.map(({ loss }) => Math.exp((least - loss) / TEMPERATURE));
  const total = shares.reduce((sum, share) => sum + share, 0);
  const mean = (read: (candidate: { weights: Ways; slope: number }) => number) =>
    candidates.reduce((sum, one, at) => sum + read(one) * (shares[at] as number), 0) / total;
  return {
    weights: {
      hedonic: mean(({ weights }) => weights.hedonic),
      carried: mean(({ weights }) => weights.carried),
      adjusted: mean(({ weights }) => weights.adjusted),
    },
    slope: mean(({ slope }) => slope),
  };
}

function* quarters(): Generator<Ways> {
  for (let hedonic = 0; hedonic <= STEPS; hedonic++) {
    for (let carried = 0; carried <= STEPS - hedonic; carried++) {
      const adjusted = STEPS - hedonic - carried;
      yield { hedonic: hedonic / STEPS, carried: carried / STEPS, adjusted: adjusted / STEPS };
    }
  }
}
