import { OFFERS } from "../../../core/queries/offers.ts";
import { OFFER_STATES } from "../../../src/protocol/states.ts";
import { defineCollection } from "../../http/collection.ts";
import { addressParam, idParam, timeParam, unitsParam, wordsParam } from "../../http/params.ts";
import { refuseEmptyRange } from "../../http/refusals.ts";
import { publicIdOf, resolveOptionalId } from "../../http/resolve-id.ts";
import { Offer, toOffer } from "./offer.resource.ts";
import { offerIncludes } from "./offer-includes.ts";

export const offers = defineCollection({
  name: "offers",
  singular: "Offer",
  plural: "Offers",
  tag: "Offers",
  summaries: { list: "Offers with earnest money", get: "One offer with its deadlines" },
  source: OFFERS,
  defaultSort: "newest",
  filters: {
    listing: idParam("listing", "Listing that the offer is for"),
    buyer: addressParam("buyer", "Account that made the offer."),
    seller: addressParam("seller", "Account that offers the business."),
    state: wordsParam("state", "State stored by the contract.", OFFER_STATES),
    minPrice: unitsParam("minPrice", "Lowest price in token base units."),
    maxPrice: unitsParam("maxPrice", "Highest price in token base units."),
    expiresBefore: timeParam("expiresBefore", "Expires before this time, whatever its state."),
  },
  toFilter: ({ listing, minPrice, maxPrice, ...words }, addressBook) => ({
    ...words,
    listing: resolveOptionalId(addressBook, "marketplace", listing, "/query/listing"),
    minPriceUnits: minPrice,
    maxPriceUnits: maxPrice,
  }),
  refusals: [refuseEmptyRange("minPrice", "maxPrice")],
  resource: Offer,
  toResource: toOffer,
  parseId: publicIdOf("escrow"),
  notFound: "OFFER_NOT_FOUND",
  includes: offerIncludes,
});
