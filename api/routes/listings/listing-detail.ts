import { keyText } from "../../../core/db/keys.ts";
import { type ListingRow, PRICE_CHANGES } from "../../../core/queries/listings.ts";
import { findNewestValuations } from "../../../core/queries/valuations.ts";
import { detail } from "../../http/detail.ts";
import { INCLUDED_ROWS } from "../../http/include.ts";
import { toListingValuation } from "../valuations/valuation.resource.ts";
import { ListingDetail, toListing, toPriceChange } from "./listing.resource.ts";
import { listingKey, OF_LISTING } from "./listing-key.ts";

/** Older prices are in the activity of the listing. */
export const listingDetail = detail(ListingDetail, async (snapshot, row: ListingRow) => {
  const key = listingKey(row);
  const found = await PRICE_CHANGES.findChildren(
    snapshot,
    { columns: OF_LISTING, keys: [key] },
    "newest",
    INCLUDED_ROWS,
  );
  const estimates = await findNewestValuations(snapshot.app, [key]);
  const prices = found.get(keyText(key))?.rows ?? [];
  return {
    ...toListing(row, snapshot.position),
    description: row.description,
    valuation: toListingValuation(estimates.get(keyText(key))),
    priceHistory: prices.map((change) => toPriceChange(change, snapshot.position)),
  };
});
