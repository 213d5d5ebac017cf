import { type Family, familyOf } from "../category.ts";
import type { Deal } from "../deals/deal.ts";

/** Deals that are enough to speak of a category, as the engine counts them. */
const ENOUGH = 5;

/** What the deals say of one kind of business, before the engine looks at the figures. */
export type ComparableStats = {
  /** Deals that there are to learn from, and those of them that were settled here. */
  deals: number;
  settled: number;
  /** Whose deals the multiples below are of. */
  level: "category" | "family" | "market";
  /** How many deals of that level there are. */
  ofLevel: number;
  /** Price over yearly profit, and over yearly revenue: quartiles; null below five deals with both. */
  profitMultiple: Quartiles | null;
  revenueMultiple: Quartiles | null;
  /** Whether deals of this marketplace could not be read, so that only the published ones count. */
  isDefault: boolean;
};

/** First quartile, median and third quartile. */
export type Quartiles = { q1: number; median: number; q3: number };

/**
 * The multiples of a category, of its family where there are too few, else of the whole market.
 *
 * @param category normalised
 */
export function comparableStats(
  deals: readonly Deal[],
  category: string,
  { settled, isDefault }: Pick<ComparableStats, "settled" | "isDefault">,
): ComparableStats {
  const family: Family = familyOf(category);
  const own = deals.filter((deal) => deal.category === category);
  const kin = deals.filter((deal) => familyOf(deal.category) === family);
  const [level, chosen] =
    own.length >= ENOUGH
      ? (["category", own] as const)
      : kin.length >= ENOUGH
        ? (["family", kin] as const)
        : (["market", deals] as const);
  return {
    deals: deals.length,
    settled,
    level,
    ofLevel: chosen.length,
    profitMultiple: multiplesOf(chosen, ({ figures }) => figures.profit),
    revenueMultiple: multiplesOf(
      chosen,
      ({ figures }) => figures.recurringRevenue ?? figures.revenue,
    ),
    isDefault,
  };
}

function multiplesOf(
  deals: readonly Deal[],
  of: (deal: Deal) => number | undefined,
): Quartiles | null {
  const multiples = deals
    .flatMap((deal) => {
      const figure = of(deal);
      return figure !== undefined && figure > 0 ? [deal.usd / figure] : [];
    })
    .sort((a, b) => a - b);
  if (multiples.length < ENOUGH) return null;
  return { q1: at(multiples, 0.25), median: at(multiples, 0.5), q3: at(multiples, 0.75) };
}

/** By linear interpolation between the two nearest; three significant digits. */
function at(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return Number((below + (above - below) * (place - Math.floor(place))).toPrecision(3));
}
