import type { Rates } from "../currency.ts";
import type { Deal } from "../deals/deal.ts";
import { createEngine, type Engine } from "../engine.ts";
import { METRICS } from "../metric.ts";
import { createDraws } from "../model/draws.ts";
import type { Subject } from "../subject.ts";
import { BASELINE_NAMES, categoryRange, learnBaselines } from "./baselines.ts";

/** One deal, estimated by an engine that has not seen it; the ask was hidden from it. */
export type Scored = {
  id: string;
  category: string;
  grade: Deal["grade"];
  soldUsd: number;
  /** Undefined when the engine refused; then `refusal` says why. */
  estimate: { low: number; mid: number; high: number; confidence: number } | undefined;
  refusal: string | undefined;
  /** What the rules of thumb say, by name. */
  baselines: Partial<Record<(typeof BASELINE_NAMES)[number], number>>;
  /** High over low of the plain range of the category, where it has one. */
  categoryRatio: number | undefined;
};

/**
 * Each deal by an engine that learned from all others: everything, its settings too, is learned anew
 * without it. Deals that are the same business again are left out with it.
 *
 * @param onProgress told how many are done, after each
 */
export function leaveOneOut(
  deals: readonly Deal[],
  onProgress: (done: number) => void = () => undefined,
): Scored[] {
  return deals.map((deal, at) => {
    onProgress(at);
    const others = deals.filter((other) => other !== deal && !isSameBusiness(deal, other));
    return score(deal, others, createEngine(others));
  });
}

/** Every deal of `test` by one engine that learned from `train`. */
export function trainAndTest(
  train: readonly Deal[],
  test: readonly Deal[],
  rates: Rates = {},
): Scored[] {
  const engine = createEngine(train, rates);
  const known = train.filter(({ kind }) => kind === "sold");
  const baselines = learnBaselines(known);
  return test.map((deal) => score(deal, known, engine, baselines));
}

/** Deals before the year teach, deals of the year and later test; undated ones do neither. */
export function splitByYear(deals: readonly Deal[], year: number): { train: Deal[]; test: Deal[] } {
  const dated = deals.filter((deal) => deal.year !== undefined);
  return {
    train: dated.filter((deal) => (deal.year ?? 0) < year),
    test: dated.filter((deal) => (deal.year ?? 0) >= year),
  };
}

/**
 * The same deals with their prices dealt out anew. Nothing can be learned from them, so an engine that
 * still beats the rules of thumb has seen what it must not see.
 */
export function permutePrices(deals: readonly Deal[], seed = 1): Deal[] {
  const draw = createDraws(seed);
  const prices = deals.map(({ usd }) => usd);
  for (let at = prices.length - 1; at > 0; at--) {
    const other = Math.floor(draw() * (at + 1));
    [prices[at], prices[other]] = [prices[other] as number, prices[at] as number];
  }
  return deals.map((deal, at) => ({ ...deal, usd: prices[at] as number }));
}

function score(
  deal: Deal,
  known: readonly Deal[],
  engine: Engine,
  baselines = learnBaselines(known),
): Scored {
  const answer = engine.estimate(toSubject(deal, engine.model.marketYear));
  const said = BASELINE_NAMES.map((name) => [name, baselines[name](deal)] as const);
  return {
    id: deal.id,
    category: deal.category,
    grade: deal.grade,
    soldUsd: deal.usd,
    estimate:
      answer.kind === "refusal"
        ? undefined
        : {
            low: answer.low,
            mid: answer.mid,
            high: answer.high,
            confidence: answer.confidence.score,
          },
    refusal: answer.kind === "refusal" ? answer.reasons[0]?.code : undefined,
    baselines: Object.fromEntries(said.filter(([, usd]) => usd !== undefined)),
    categoryRatio: categoryRange(known, deal.category),
  };
}

/**
 * The deal as it stood before it was closed: without price and ask, its figures fresh.
 *
 * @param usualYear for deals without a date
 */
export function toSubject(deal: Deal, usualYear = 2026): Subject {
  const at = dateOf(deal.year ?? usualYear);
  const metrics: Subject["metrics"] = {};
  for (const metric of METRICS) {
    const value = deal.figures[metric];
    if (value === undefined) continue;
    metrics[metric] = { value, grade: deal.grade, source: "deal", asOf: at };
  }
  return { category: deal.category, currency: "USD", at, venue: deal.venue, metrics };
}

function dateOf(year: number): string {
  const start = Date.UTC(Math.floor(year));
  const end = Date.UTC(Math.floor(year) + 1);
  return new Date(start + (year % 1) * (end - start)).toISOString();
}

/** Known to be the same, or equal in category and in every figure, of which there are two at least. */
function isSameBusiness(a: Deal, b: Deal): boolean {
  if (a.business !== undefined && a.business === b.business) return true;
  if (a.category !== b.category) return false;
  const known = METRICS.filter((metric) => a.figures[metric] !== undefined);
  return known.length >= 2 && METRICS.every((metric) => a.figures[metric] === b.figures[metric]);
}
