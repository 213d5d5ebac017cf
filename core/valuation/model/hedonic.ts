import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { median } from "simple-statistics";
import { EVIDENCE_GRADES } from "../metric.ts";
import { type Column, type Encoded, type Encoder, fitEncoder, type Shape } from "./encoder.ts";
import {
  type Design,
  dot,
  normalEquations,
  type RidgeFit,
  residualWithout,
  solveRidge,
  times,
  toDesign,
} from "./ridge.ts";
import type { Profile } from "./signals.ts";
import type { Sliced } from "./slices.ts";

/** Log price as a sum of contributions: the intercept first, then the columns of the encoder. */
export type Hedonic = {
  encoder: Encoder;
  columns: readonly Column[];
  design: Design;
  fit: RidgeFit;
  encoded: readonly Encoded[];
  /** What the folds chose: how bendable the fit is, and how strongly it is held back. */
  chosen: { shape: Shape; penalty: number };
};

/** A price by the hedonic fit, and what it would be without each single deal. */
export type HedonicPrediction = {
  log: number;
  row: Float64Array;
  /** Row times inverse: how each deal, times its weight, pulls on this prediction. */
  pull: Float64Array;
  /** How far the subject is from what the deals have shown; 0 in the middle of many. */
  leverage: number;
};

const SHAPES: readonly Shape[] = [
  { curved: 0, sloped: 0 },
  { curved: 0.3, sloped: 0 },
  { curved: 0, sloped: 0.5 },
  { curved: 0.3, sloped: 0.5 },
  { curved: 1, sloped: 1 },
];
const PENALTIES = [0.003, 0.01, 0.03, 0.1, 0.3, 1, 2, 4, 8, 16, 32];
/** A shape with what it came to. */
type Tried = Omit<Hedonic, "fit" | "chosen" | "encoded"> & {
  shape: Shape;
  penalty: number;
  error: number;
};

/** After so many rows others may have the thread. */
const ROWS_PER_SLICE = 256;
/** The intercept is all but free. */
const INTERCEPT: Column = { name: "market", group: "market", allowance: 100 };
/** Residuals beyond this many typical ones count by their size, not by its square. */
const HUBER = 1.5;
const ROBUST_STEPS = 2;
const MAD_TO_DEVIATION = 1.4826;
const FEWEST_FOR_GRADE_WEIGHTS = 10;

/**
 * Fits log prices. Shape and penalty are those with the least mean absolute error when each deal is
 * left out in turn, among the deals given: nothing outside them is looked at.
 */
export function* fitHedonic(profiles: readonly Profile[], logs: Float64Array): Sliced<Hedonic> {
  const encoderOf = fitEncoder(profiles);
  const tried: Tried[] = [];
  for (const shape of SHAPES) {
    yield;
    const encoder = encoderOf(shape);
    const columns = [INTERCEPT, ...encoder.columns];
    const rows: Float64Array[] = [];
    for (const one of encoder.encoded) {
      rows.push(withIntercept(encoder.toRow(one)));
      if (rows.length % ROWS_PER_SLICE === 0) yield;
    }
    const design = toDesign(rows);
    yield;
    tried.push({ shape, encoder, columns, design, ...(yield* bestPenalty(design, columns, logs)) });
  }
  const best = tried.reduce((least, next) => (next.error < least.error ? next : least));
  const { encoder, columns, design, shape, penalty } = best;
  const { encoded } = encoder;
  const penalties = Float64Array.from(columns, ({ allowance }) => penalty / allowance ** 2);
  const fit = yield* fitRobustly(design, logs, penalties, profiles);
  return { encoder, encoded, columns, design, fit, chosen: { shape, penalty } };
}

/** The log price of a subject. */
export function predictHedonic(model: Hedonic, encoded: Encoded): HedonicPrediction {
  const row = withIntercept(model.encoder.toRow(encoded));
  const pull = times(model.fit.inverse, row);
  return { log: dot(row, model.fit.coefficients), row, pull, leverage: dot(row, pull) };
}

/** What a prediction would be had deal `index` not been there. */
export function predictWithout(
  { design, fit }: Hedonic,
  { log, pull }: HedonicPrediction,
  index: number,
): number {
  const x = design.values.subarray(index * design.width, (index + 1) * design.width);
  return log - dot(pull, x) * (fit.weights[index] as number) * residualWithout(fit, index);
}

/**
 * The penalty with the least leave-one-out error of an unweighted fit. One eigendecomposition serves
 * all penalties.
 */
function* bestPenalty(
  { values, rows, width }: Design,
  columns: readonly Column[],
  logs: Float64Array,
): Sliced<{ penalty: number; error: number }> {
  const scaled = new Float64Array(values.length);
  for (let at = 0; at < width; at++) {
    const allowance = columns[at]?.allowance ?? 1;
    for (let cell = at; cell < values.length; cell += width) {
      scaled[cell] = (values[cell] as number) * allowance;
    }
  }
  const design = { values: scaled, rows, width };
  const { matrix } = normalEquations(design, logs, new Float64Array(rows).fill(1));
  yield;
  const square = Matrix.from1DArray(width, width, matrix);
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(square, {
    assumeSymmetric: true,
  });
  const axes = eigenvectorMatrix
    .transpose()
    .to2DArray()
    .map((axis) => Float64Array.from(axis));
  const turned = new Float64Array(rows * width);
  const aim = new Float64Array(width);
  for (let row = 0; row < rows; row++) {
    if (row % ROWS_PER_SLICE === 0) yield;
    const x = scaled.subarray(row * width, (row + 1) * width);
    axes.forEach((axis, at) => {
      const value = dot(x, axis);
      turned[row * width + at] = value;
      aim[at] = (aim[at] as number) + value * (logs[row] as number);
    });
  }
  let best = { penalty: 0, error: Number.POSITIVE_INFINITY };
  for (const penalty of PENALTIES) {
    yield;
    const shrunk = Float64Array.from(
      realEigenvalues,
      (value) => 1 / (Math.max(0, value) + penalty),
    );
    let error = 0;
    for (let row = 0; row < rows; row++) {
      let fitted = 0;
      let leverage = 0;
      for (let at = 0; at < width; at++) {
        const value = turned[row * width + at] as number;
        const share = value * (shrunk[at] as number);
        fitted += share * (aim[at] as number);
        leverage += share * value;
      }
      error += Math.abs(((logs[row] as number) - fitted) / Math.max(1e-3, 1 - leverage));
    }
    if (error / rows < best.error) best = { penalty, error: error / rows };
  }
  return best;
}

/** Few strange deals must not bend the fit: large residuals lose weight, noisy grades too. */
function* fitRobustly(
  design: Design,
  logs: Float64Array,
  penalties: Float64Array,
  profiles: readonly Profile[],
): Sliced<RidgeFit> {
  let fit = solveRidge(design, logs, new Float64Array(design.rows).fill(1), penalties);
  const gradeWeights = weightsByGrade(fit, profiles);
  for (let step = 0; step < ROBUST_STEPS; step++) {
    yield;
    const errors = Float64Array.from(
      fit.residuals,
      (_, row) => Math.abs(residualWithout(fit, row)) * Math.sqrt(gradeWeights[row] as number),
    );
    const typical = Math.max(1e-6, MAD_TO_DEVIATION * median([...errors]));
    const weights = Float64Array.from(
      errors,
      (error, row) =>
        Math.min(1, (HUBER * typical) / Math.max(error, 1e-12)) * (gradeWeights[row] as number),
    );
    fit = solveRidge(design, logs, weights, penalties);
  }
  return fit;
}

/** Deals of a grade that errs more count less; all count alike while a grade has too few to tell. */
function weightsByGrade(fit: RidgeFit, profiles: readonly Profile[]): Float64Array {
  const errors = profiles.map((_, row) => Math.abs(residualWithout(fit, row)));
  const typical = new Map<string, number>();
  for (const grade of EVIDENCE_GRADES) {
    const own = errors.filter((_, row) => profiles[row]?.grade === grade);
    if (own.length >= FEWEST_FOR_GRADE_WEIGHTS) typical.set(grade, Math.max(1e-6, median(own)));
  }
  const least = Math.min(...typical.values());
  return Float64Array.from(profiles, ({ grade }) => {
    const own = typical.get(grade);
    return own === undefined ? 1 : Math.max(0.05, (least / own) ** 2);
  });
}

function withIntercept(row: Float64Array): Float64Array {
  const whole = new Float64Array(row.length + 1);
  whole[0] = 1;
  whole.set(row, 1);
  return whole;
}
