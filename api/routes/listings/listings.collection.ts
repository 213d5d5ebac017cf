import { LISTINGS } from "../../../core/queries/listings.ts";
import { requireDocuments } from "../../../core/search/search-listings.ts";
import {
  AVAILABILITIES,
  LISTING_STATES,
  VERIFICATION_LEVELS,
} from "../../../src/protocol/states.ts";
import { defineCollection } from "../../http/collection.ts";
import {
  addressParam,
  flagParam,
  intParam,
  searchParam,
  slugsParam,
  timeParam,
  unitsParam,
  wordParam,
  wordsParam,
} from "../../http/params.ts";
import { refuseEmptyRange, refuseSortWithout } from "../../http/refusals.ts";
import { publicIdOf } from "../../http/resolve-id.ts";
import { Listing, toListing } from "./listing.resource.ts";
import { listingDetail } from "./listing-detail.ts";
import { listingIncludes } from "./listing-includes.ts";

const MAX_OFFERS = 1_000_000;

export const listings = defineCollection({
  name: "listings",
  singular: "Listing",
  plural: "Listings",
  tag: "Listings",
  summaries: {
    list: "Businesses for sale",
    get: "One business for sale with the history of its price",
  },
  source: LISTINGS,
  defaultSort: "newest",
  search: { parameter: "q", sort: "relevance", requireReady: requireDocuments },
  sortNeeds: { relevance: "q", ending_soon: "deadlineBefore" },
  filters: {
    q: searchParam(
      "q",
      "Words of the title, or of category, tags and description: all must be found, whole or by their beginning, in the title also nearly so. Case, accents and punctuation do not count. A new listing is found a moment after it is indexed.",
    ),
    state: wordsParam("state", "State stored by the contract.", LISTING_STATES),
    availability: wordsParam("availability", "Whether it can be bought.", AVAILABILITIES),
    seller: addressParam("seller", "Account that offers the business."),
    marketplace: addressParam("marketplace", "Marketplace that holds the listing."),
    token: addressParam("token", "Payment token."),
    minPrice: unitsParam("minPrice", "Lowest asking price in token base units."),
    maxPrice: unitsParam("maxPrice", "Highest asking price in token base units."),
    declaredVerification: wordParam(
      "declaredVerification",
      "Level that the seller declared: not a verification.",
      VERIFICATION_LEVELS,
    ),
    isBuildVerified: flagParam("isBuildVerified", "Whether the agent confirmed the build id."),
    createdAfter: timeParam("createdAfter", "Created at this time or later."),
    createdBefore: timeParam("createdBefore", "Created before this time."),
    updatedSince: timeParam("updatedSince", "Changed at this time or later."),
    deadlineBefore: timeParam(
      "deadlineBefore",
      "A deadline of an offer or escrow on it, such as an expiry or a handover, is still ahead and comes before this time. /v1/deadlines tells which.",
    ),
    category: slugsParam("category", "Kind of business; a listing has one or none.", "saas"),
    hasOffer: flagParam("hasOffer", "Whether an offer on it is active."),
    minOffers: intParam("minOffers", "Fewest active offers.", { minimum: 0, maximum: MAX_OFFERS }),
  },
  toFilter: ({ q, minPrice, maxPrice, ...words }) => ({
    ...words,
    words: q,
    minPriceUnits: minPrice,
    maxPriceUnits: maxPrice,
  }),
  refusals: [
    refuseSortWithout("relevance", "q"),
    {
      parameter: "sort",
      applies: ({ sort, deadlineBefore }) => sort === "ending_soon" && deadlineBefore === undefined,
      message: "can only be ending_soon beside deadlineBefore, which says how far ahead to look",
      fix: "Send deadlineBefore too, e.g. a time one week from now, or another sort.",
    },
    refuseEmptyRange("minPrice", "maxPrice"),
    refuseEmptyRange("createdAfter", "createdBefore"),
    {
      parameter: "hasOffer",
      applies: ({ hasOffer, minOffers = 0 }) => hasOffer === false && minOffers > 0,
      message: "is false, so no listing has as many offers as minOffers wants",
      fix: "Leave out hasOffer, or minOffers.",
    },
  ],
  resource: Listing,
  toResource: toListing,
  parseId: publicIdOf("marketplace"),
  notFound: "LISTING_NOT_FOUND",
  detail: listingDetail,
  includes: listingIncludes,
});
