import { PRICE_CHANGES } from "../../../core/queries/listings.ts";
import { defineCollection } from "../../http/collection.ts";
import { idParam, timeParam } from "../../http/params.ts";
import { refuseEmptyRange } from "../../http/refusals.ts";
import { resolveOptionalId } from "../../http/resolve-id.ts";
import { PriceChange, toPriceChange } from "../listings/listing.resource.ts";
import { parsePriceId } from "./price-id.ts";

export const prices = defineCollection({
  name: "prices",
  singular: "Price",
  plural: "Prices",
  tag: "Listings",
  summaries: {
    list: "Every asking price that listings have had, the first ones included",
    get: "One change of an asking price",
  },
  source: PRICE_CHANGES,
  defaultSort: "newest",
  filters: {
    listing: idParam("listing", "Listing that the price is for"),
    since: timeParam("since", "Changed at this time or later."),
    until: timeParam("until", "Changed before this time."),
  },
  toFilter: ({ listing, ...words }, addressBook) => ({
    ...words,
    listing: resolveOptionalId(addressBook, "marketplace", listing, "/query/listing"),
  }),
  refusals: [refuseEmptyRange("since", "until")],
  resource: PriceChange,
  toResource: toPriceChange,
  parseId: parsePriceId,
  idDescription: "Id of a price, `<listing>-<blockNumber>-<logIndex>`.",
  notFound: "PRICE_NOT_FOUND",
  isEvent: true,
});
