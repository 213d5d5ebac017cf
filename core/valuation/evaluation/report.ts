import { median } from "simple-statistics";
import { COVERAGE } from "../model/price-model.ts";
import type { Scored } from "./backtest.ts";
import { BASELINE_NAMES } from "./baselines.ts";
import { type Bootstrapped, binomialTest, bootstrap, exactInterval, ROUNDS } from "./statistics.ts";

/** How far off estimates were, on the rows that they answer. */
export type Accuracy = {
  rows: number;
  /** Median of |estimate / price - 1|. */
  medianError: Bootstrapped;
  /** Share of rows whose estimate lies within 20 % of the price. */
  within20: Bootstrapped;
  within10: number;
  within30: number;
  within50: number;
  /** Median of estimate / price - 1: below 0 is too low. */
  bias: number;
  /** Root of the mean squared log error. */
  logError: number;
};

/** How often prices lay inside their range. */
export type Calibration = {
  rows: number;
  inside: number;
  share: number;
  /** Exact 95 % interval of the share. */
  exact: { low: number; high: number };
  /** Exact two-sided test against the promised share. */
  pValue: number;
  /** Median of high over low. */
  medianRatio: number;
};

export type Report = {
  rows: number;
  answered: number;
  refusals: Record<string, number>;
  engine: Accuracy;
  calibration: Calibration;
  /** Median over rows of high over low of the plain range of the category. */
  categoryRatio: number | undefined;
  byCategory: Record<string, { accuracy: Accuracy; calibration: Calibration }>;
  /** Each rule of thumb beside the engine, both on the rows that both answer. */
  baselines: Record<
    string,
    { rule: Accuracy; engine: Accuracy; errorRatio: Bootstrapped } | undefined
  >;
};

type Pair = { said: number; sold: number };
type Answered = Scored & { estimate: NonNullable<Scored["estimate"]> };

/** Figures of a backtest; a category is shown alone from so many rows. */
const FEWEST_IN_CATEGORY = 15;

/**
 * Sums a backtest up.
 *
 * @param rounds of the bootstrap; fewer where only figures are wanted, for they take most of the time
 */
export function summarise(scored: readonly Scored[], rounds = ROUNDS): Report {
  const answered = scored.filter((row): row is Answered => row.estimate !== undefined);
  const categories = [...Map.groupBy(answered, ({ category }) => category)].sort(
    ([, a], [, b]) => b.length - a.length,
  );
  const refusals: Record<string, number> = {};
  for (const { refusal } of scored) {
    if (refusal !== undefined) refusals[refusal] = (refusals[refusal] ?? 0) + 1;
  }
  const ratios = answered.flatMap(({ categoryRatio }) => categoryRatio ?? []);
  return {
    rows: scored.length,
    answered: answered.length,
    refusals,
    engine: accuracyOf(answered.map(toPair), rounds),
    calibration: calibrationOf(answered),
    categoryRatio: ratios.length === 0 ? undefined : median(ratios),
    byCategory: Object.fromEntries(
      categories
        .filter(([, rows]) => rows.length >= FEWEST_IN_CATEGORY)
        .map(([category, rows]) => [
          category,
          { accuracy: accuracyOf(rows.map(toPair), rounds), calibration: calibrationOf(rows) },
        ]),
    ),
    baselines: Object.fromEntries(
      BASELINE_NAMES.map((name) => {
        const both = answered.flatMap((row) => {
          const said = row.baselines[name];
          return said === undefined ? [] : { rule: { said, sold: row.soldUsd }, own: toPair(row) };
        });
        if (both.length === 0) return [name, undefined];
        return [
          name,
          {
            rule: accuracyOf(
              both.map(({ rule }) => rule),
              rounds,
            ),
            engine: accuracyOf(
              both.map(({ own }) => own),
              rounds,
            ),
            errorRatio: bootstrap(
              both,
              (rows) =>
                median(rows.map(({ own }) => errorOf(own))) /
                median(rows.map(({ rule }) => errorOf(rule))),
              rounds,
            ),
          },
        ];
      }),
    ),
  };
}

/** Errors of pairs of what was said and what was paid. */
function accuracyOf(pairs: readonly Pair[], rounds: number): Accuracy {
  const within = (share: number) => (rows: readonly Pair[]) =>
    rows.filter((pair) => errorOf(pair) <= share).length / Math.max(1, rows.length);
  const logs = pairs.map(({ said, sold }) => Math.log(said / sold) ** 2);
  const middle = (values: number[]) => (values.length === 0 ? Number.NaN : median(values));
  return {
    rows: pairs.length,
    medianError: bootstrap(pairs, (rows) => middle(rows.map(errorOf)), rounds),
    within20: bootstrap(pairs, within(0.2), rounds),
    within10: within(0.1)(pairs),
    within30: within(0.3)(pairs),
    within50: within(0.5)(pairs),
    bias: middle(pairs.map(({ said, sold }) => said / sold - 1)),
    logError: Math.sqrt(logs.reduce((sum, square) => sum + square, 0) / Math.max(1, logs.length)),
  };
}

function calibrationOf(rows: readonly Answered[]): Calibration {
  const inside = rows.filter(
    ({ soldUsd, estimate }) => soldUsd >= estimate.low && soldUsd <= estimate.high,
  ).length;
  const ratios = rows.map(({ estimate }) => estimate.high / estimate.low);
  return {
    rows: rows.length,
    inside,
    share: inside / Math.max(1, rows.length),
    exact: exactInterval(inside, rows.length),
    pValue: binomialTest(inside, rows.length, COVERAGE),
    medianRatio: ratios.length === 0 ? Number.NaN : median(ratios),
  };
}

const toPair = ({ estimate, soldUsd }: Answered): Pair => ({ said: estimate.mid, sold: soldUsd });
const errorOf = ({ said, sold }: Pair) => Math.abs(said / sold - 1);
