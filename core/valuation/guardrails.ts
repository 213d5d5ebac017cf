import { familyOf } from "./category.ts";
import type { Deal } from "./deals/deal.ts";
import type { Figures } from "./metric.ts";

/** Bounds in US dollars that code puts on a range, and where they come from. */
export type Bounds = { least: number; most: number; rule: string };

/** A bound that moved a number. */
export type GuardrailHit = {
  rule: string;
  edge: "low" | "mid" | "high";
  fromUsd: number;
  toUsd: number;
};

type Range = { low: number; mid: number; high: number };

/** Lowest and highest multiples of yearly profit and revenue among deals of a family. */
export type FamilyMultiples = ReadonlyMap<string, { profit: Span; revenue: Span }>;
type Span = { least: number; most: number } | undefined;

/** domain.md B.7: never below 1, never above 10 times yearly recurring revenue. */
const RECURRING = { least: 1, most: 10 };
/** A family with fewer deals than this has no bounds of its own. */
const FEWEST = 5;
/** A price may lie this far outside what its family has seen. */
const BEYOND = 2;

/** Learns the bounds of families from sold deals. */
export function learnBounds(deals: readonly Deal[]): FamilyMultiples {
  const families = Map.groupBy(deals, ({ category }) => familyOf(category));
  return new Map(
    [...families].map(([family, own]) => [
      family,
      {
        profit: spanOf(own.map(({ usd, figures }) => ratio(usd, figures.profit))),
        revenue: spanOf(own.map(({ usd, figures }) => ratio(usd, figures.revenue))),
      },
    ]),
  );
}

/** The bounds for a business, or undefined when nothing gives any. */
export function boundsFor(
  category: string,
  { recurringRevenue, profit, revenue }: Figures,
  families: FamilyMultiples,
): Bounds | undefined {
  if (recurringRevenue !== undefined && recurringRevenue > 0) {
    return {
      least: RECURRING.least * recurringRevenue,
      most: RECURRING.most * recurringRevenue,
      rule: "1 to 10 times yearly recurring revenue",
    };
  }
  const family = familyOf(category);
  const own = families.get(family);
  if (profit !== undefined && profit > 0 && own?.profit !== undefined) {
    return scaled(
      own.profit,
      profit,
      `multiples of profit that ${family} businesses have sold for`,
    );
  }
  if (revenue !== undefined && revenue > 0 && own?.revenue !== undefined) {
    return scaled(
      own.revenue,
      revenue,
      `multiples of revenue that ${family} businesses have sold for`,
    );
  }
  return undefined;
}

/**
 * Moves a range into its bounds and records each move. A range that would shrink to a point keeps half
 * of its breadth (log) inside the bounds: a bound is no evidence that the price is known.
 */
export function applyBounds(
  range: Range,
  bounds: Bounds | undefined,
): { range: Range; hits: GuardrailHit[] } {
  if (bounds === undefined) return { range, hits: [] };
  const hits: GuardrailHit[] = [];
  const clamp = (edge: GuardrailHit["edge"]) => {
    const fromUsd = range[edge];
    const toUsd = Math.min(bounds.most, Math.max(bounds.least, fromUsd));
    if (toUsd !== fromUsd) hits.push({ rule: bounds.rule, edge, fromUsd, toUsd });
    return toUsd;
  };
  let low = clamp("low");
  const mid = clamp("mid");
  let high = clamp("high");
  const kept = Math.sqrt(range.high / range.low);
  if (high / low < kept) {
    if (mid >= bounds.most) low = Math.max(bounds.least, Math.min(low, high / kept));
    if (mid <= bounds.least) high = Math.min(bounds.most, Math.max(high, low * kept));
  }
  return { range: { low, mid, high }, hits };
}

function spanOf(multiples: readonly (number | undefined)[]): Span {
  const known = multiples.filter((one) => one !== undefined);
  if (known.length < FEWEST) return undefined;
  return { least: Math.min(...known) / BEYOND, most: Math.max(...known) * BEYOND };
}

function ratio(usd: number, figure: number | undefined): number | undefined {
  return figure === undefined || figure <= 0 ? undefined : usd / figure;
}

const scaled = ({ least, most }: { least: number; most: number }, by: number, rule: string) => ({
  least: least * by,
  most: most * by,
  rule,
});
