import { median, quantileSorted } from "simple-statistics";
import type { Deal } from "../deals/deal.ts";
import type { MetricName } from "../metric.ts";

/** What a rule of thumb learned from deals says of another one; undefined where it has no answer. */
export type Baseline = (deal: Deal) => number | undefined;

/** Rules of thumb that any engine has to beat, learned from the same deals as the engine. */
export const BASELINE_NAMES = [
  "category median × profit",
  "global median × profit",
  "category median × revenue",
  "asking price",
] as const;

type BaselineName = (typeof BASELINE_NAMES)[number];

/** Learns the rules of thumb. The ask is nobody's estimate; it is shown beside where it is known. */
export function learnBaselines(deals: readonly Deal[]): Record<BaselineName, Baseline> {
  return {
    "category median × profit": byMultiple(deals, profitOf, true),
    "global median × profit": byMultiple(deals, profitOf, false),
    "category median × revenue": byMultiple(deals, revenueOf, true),
    "asking price": (deal) => deal.askedUsd,
  };
}

/**
 * High over low of the range from the 10 % to the 90 % multiple of profit in the category: the range
 * that somebody gets who knows the category only.
 */
export function categoryRange(deals: readonly Deal[], category: string): number | undefined {
  const multiples = multiplesOf(
    deals.filter((deal) => deal.category === category),
    profitOf,
  );
  if (multiples.length < 5) return undefined;
  const sorted = [...multiples].sort((a, b) => a - b);
  return quantileSorted(sorted, 0.9) / quantileSorted(sorted, 0.1);
}

function byMultiple(
  deals: readonly Deal[],
  figureOf: (deal: Deal) => number | undefined,
  isByCategory: boolean,
): Baseline {
  const all = multiplesOf(deals, figureOf);
  const categories = new Map(
    [...Map.groupBy(deals, ({ category }) => category)].map(([category, own]) => [
      category,
      multiplesOf(own, figureOf),
    ]),
  );
  return (deal) => {
    const figure = figureOf(deal);
    const own = isByCategory ? (categories.get(deal.category) ?? []) : all;
    const multiples = own.length > 0 ? own : all;
    if (figure === undefined || multiples.length === 0) return undefined;
    return median(multiples) * figure;
  };
}

function multiplesOf(
  deals: readonly Deal[],
  figureOf: (deal: Deal) => number | undefined,
): number[] {
  return deals.flatMap((deal) => {
    const figure = figureOf(deal);
    return figure === undefined ? [] : deal.usd / figure;
  });
}

const positive = (metric: MetricName) => (deal: Deal) => {
  const figure = deal.figures[metric];
  return figure !== undefined && figure > 0 ? figure : undefined;
};
const profitOf = positive("profit");
const revenueOf = (deal: Deal) => positive("revenue")(deal) ?? positive("recurringRevenue")(deal);
