import { keyText } from "../../../core/db/keys.ts";
import { ACTIVITY } from "../../../core/queries/activity.ts";
import { ESCROWS } from "../../../core/queries/escrows.ts";
import { type ListingRow, PRICE_CHANGES } from "../../../core/queries/listings.ts";
import { OFFERS } from "../../../core/queries/offers.ts";
import { SELLERS } from "../../../core/queries/sellers.ts";
import { findNewestValuations } from "../../../core/queries/valuations.ts";
import { include, includeChildren, includeOne } from "../../http/include.ts";
import { Activity, toActivity } from "../activity/activity.resource.ts";
import { Escrow, toEscrow } from "../escrows/escrow.resource.ts";
import { Offer, toOffer } from "../offers/offer.resource.ts";
import { ListingValuation, toListingValuation } from "../valuations/valuation.resource.ts";
import { PriceChange, toPriceChange } from "./listing.resource.ts";
import { listingKey, OF_LISTING, ON_LISTING } from "./listing-key.ts";
import { SellerSummary, toSellerSummary } from "./seller-summary.resource.ts";

const keyOf = (row: ListingRow) => listingKey(row);

/** What a listing can be answered with. */
export const listingIncludes = {
  offers: includeChildren(Offer, "IncludedOffers", {
    source: OFFERS,
    columns: ON_LISTING,
    keyOf,
    map: toOffer,
  }),
  escrows: includeChildren(Escrow, "IncludedEscrows", {
    source: ESCROWS,
    columns: ON_LISTING,
    keyOf,
    map: toEscrow,
  }),
  prices: includeChildren(PriceChange, "IncludedPrices", {
    source: PRICE_CHANGES,
    columns: OF_LISTING,
    keyOf,
    map: toPriceChange,
  }),
  seller: includeOne(SellerSummary, {
    source: SELLERS,
    keyOf: ({ chainId, contract, seller }: ListingRow) => [chainId, contract, seller],
    map: toSellerSummary,
  }),
  valuation: include(ListingValuation.nullable(), async (snapshot, rows: readonly ListingRow[]) => {
    const found = await findNewestValuations(snapshot.app, rows.map(keyOf));
    return (row) => toListingValuation(found.get(keyText(keyOf(row))));
  }),
  activity: includeChildren(Activity, "IncludedActivity", {
    source: ACTIVITY,
    columns: ON_LISTING,
    keyOf,
    map: toActivity,
  }),
};
