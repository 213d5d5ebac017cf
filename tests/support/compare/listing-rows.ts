import type { Expected } from "../../../guard/audit/state/differences.ts";
import { expectedListing } from "../../../guard/audit/state/expected-rows.ts";
import type { ListingView } from "../../../guard/audit/state/views.ts";
import {
  ESCROW_WORDS,
  LISTING_WORDS,
  OFFER_WORDS,
  word,
} from "../../../guard/audit/state/words.ts";
import { tableDifferences } from "./differences.ts";
import type { MarketView } from "./market-view.ts";
import { type Release, type Row, rowsOf } from "./rows.ts";

const OPEN = new Set(["created", "funded", "delivered"]);

/** Listings, their prices over time, and what follows from their escrows and offers. */
export function compareListings(view: MarketView, release: Release): string[] {
  const { address } = view.market.marketplace;
  const rows = rowsOf(release, "listing", address, "listing_id");
  const expected = new Map(
    view.listings.map((listing) => [String(listing.id), withCounts(listing, view)]),
  );
  return [
    ...tableDifferences("listing", expected, rows),
    ...view.listings.flatMap((listing) => priceDifferences(listing, view, release)),
  ];
}

function withCounts(listing: ListingView, view: MarketView): Expected {
  const escrows = view.escrows.filter((escrow) => escrow.listingId === listing.id);
  const states = escrows.map((escrow) => word(ESCROW_WORDS, escrow.state));
  const offers = view.offers.filter((offer) => offer.listingId === listing.id);
  const counts = {
    open: states.filter((state) => OPEN.has(state)).length,
    sold: states.filter((state) => state === "transition" || state === "completed").length,
    disputed: states.filter((state) => state === "disputed").length,
    offers: offers.filter((offer) => word(OFFER_WORDS, offer.state) === "active").length,
  };
  const prices = offers.map((offer) => offer.offerPrice);
  const state = word(LISTING_WORDS, listing.state);
  return {
    ...expectedListing(listing, view.marketplace.token),
    availability: availability(state, counts),
    escrow_count: escrows.length,
    open_escrow_count: counts.open,
    sold_escrow_count: counts.sold,
    disputed_escrow_count: counts.disputed,
    active_offer_count: counts.offers,
    highest_offer_units:
      prices.length === 0 ? null : (prices.sort((a, b) => (a < b ? 1 : -1))[0] ?? null),
  };
}

/** Several escrows may be open at once (trap 4): the most binding one decides. */
function availability(
  state: string,
  counts: { open: number; sold: number; disputed: number; offers: number },
): string {
  if (counts.disputed > 0) return "disputed";
  if (counts.open > 0) return "in_escrow";
  if (counts.sold > 0) return "sold";
  if (state !== "active") return state;
  return counts.offers > 0 ? "under_offer" : "for_sale";
}

/** The last price of the history is the price in force, and each one follows from the one before. */
function priceDifferences(listing: ListingView, view: MarketView, release: Release): string[] {
  const { address } = view.market.marketplace;
  const history = [
    ...rowsOf(release, "price_change", address, "listing_id", "block_number", "log_index").values(),
  ]
    .filter((row) => String(row.listing_id) === String(listing.id))
    .sort(inChainOrder);
  const what = `price_change ${listing.id}`;
  const last = history.at(-1);
  const listed = rowsOf(release, "listing", address, "listing_id").get(String(listing.id));
  return [
    ...(String(last?.price_units) === String(listing.askingPrice)
      ? []
      : [`${what}: the last price is ${last?.price_units}, not ${listing.askingPrice}`]),
    ...(String(listed?.price_change_count) === String(history.length - 1)
      ? []
      : [`${what}: ${history.length} prices, but ${listed?.price_change_count} changes counted`]),
    ...history.flatMap((row, index) => {
      const before = history[index - 1]?.price_units ?? null;
      return row.previous_price_units === before ? [] : [`${what}: broken chain of prices`];
    }),
  ];
}

function inChainOrder(a: Row, b: Row): number {
  return (
    Number(a.block_number) - Number(b.block_number) || Number(a.log_index) - Number(b.log_index)
  );
}
