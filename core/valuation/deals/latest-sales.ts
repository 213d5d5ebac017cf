import type { Deal } from "./deal.ts";

/**
 * Each business once, by its latest sale; deals that name no business stay as they are, in their order.
 * Whoever leaves out a deal to see how far off its price would be is not to find the same business
 * again among the others: the range would be that of a price that was told.
 *
 * @param deals of the same year the later in the list counts
 */
export function latestSales(deals: readonly Deal[]): Deal[] {
  const latest = new Map<string, Deal>();
  for (const deal of deals) {
    if (deal.business === undefined) continue;
    const other = latest.get(deal.business);
    if (other === undefined || (deal.year ?? 0) >= (other.year ?? 0)) {
      latest.set(deal.business, deal);
    }
  }
  return deals.filter((deal) => deal.business === undefined || latest.get(deal.business) === deal);
}
