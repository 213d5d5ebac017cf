import type { ValuationCause } from "../db/valuation.tables.ts";

/** Events after which a listing is valued anew, and what the valuation says that it was caused by. */
export const CAUSE_OF_KIND: Readonly<
  Record<string, Exclude<ValuationCause, "analyze" | "request"> | undefined>
> = {
  listing_created: "listing",
  offer_made: "offer",
  funds_released: "close",
};
