import { LISTINGS } from "../../../core/queries/listings.ts";
import { defineSubList, type Parent } from "../../http/sub-list.ts";
import { activity } from "../activity/activity.collection.ts";
import { escrows } from "../escrows/escrows.collection.ts";
import { offers } from "../offers/offers.collection.ts";
import { prices } from "../prices/prices.collection.ts";

const LISTING: Parent = {
  name: "listings",
  singular: "Listing",
  tag: "Listings",
  kind: "marketplace",
  source: LISTINGS,
  notFound: "LISTING_NOT_FOUND",
};

/** Lists below one listing. */
export const listingOffers = defineSubList(LISTING, offers, {
  summary: "Offers on one listing",
  fixed: ["listing", "seller"],
  narrow: (listing) => ({ listing }),
});

export const listingEscrows = defineSubList(LISTING, escrows, {
  summary: "Escrows of one listing",
  fixed: ["listing", "seller", "marketplace"],
  narrow: (listing) => ({ listing }),
});

export const listingActivity = defineSubList(LISTING, activity, {
  summary: "Everything that happened to one listing, its offers and its escrows",
  fixed: ["listing"],
  narrow: (listing) => ({ listing }),
});

export const listingPrices = defineSubList(LISTING, prices, {
  summary: "Every asking price that one listing has had",
  fixed: ["listing"],
  narrow: (listing) => ({ listing }),
});
