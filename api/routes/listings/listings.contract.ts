import { createRoute, z } from "@hono/zod-openapi";
import { LISTING_SORT_NAMES } from "../../../core/queries/listings.ts";
import { AVAILABILITIES, LISTING_STATES } from "../../../src/protocol/states.ts";
import { json, pageOf, singleOf } from "../../http/page.ts";
import {
  addressParam,
  freshnessParams,
  IdPath,
  pageParams,
  unitsParam,
  wordParam,
} from "../../http/params.ts";
import { problems } from "../../http/problem.ts";
import { Listing, ListingDetail } from "./listing.resource.ts";

export const listListings = createRoute({
  method: "get",
  path: "/v1/listings",
  operationId: "listListings",
  tags: ["Listings"],
  summary: "Businesses for sale",
  request: {
    query: z.strictObject({
      state: wordParam("state", "State stored by the contract.", LISTING_STATES),
      availability: wordParam("availability", "Whether it can be bought.", AVAILABILITIES),
      seller: addressParam("seller", "Account that offers the business."),
      marketplace: addressParam("marketplace", "Marketplace that holds the listing."),
      minPrice: unitsParam("minPrice", "Lowest asking price in token base units."),
      maxPrice: unitsParam("maxPrice", "Highest asking price in token base units."),
      sort: wordParam("sort", "Order of the list; newest unless given.", LISTING_SORT_NAMES),
      ...pageParams,
      ...freshnessParams,
    }),
  },
  responses: {
    200: json(pageOf(Listing, "ListingPage"), "One page of listings"),
    ...problems(
      "INVALID_REQUEST",
      "INVALID_CURSOR",
      "CURSOR_MISMATCH",
      "NOT_YET_INDEXED",
      "INDEX_BEHIND",
      "NOT_PUBLISHED",
      "DATABASE_UNAVAILABLE",
      "QUERY_TIMEOUT",
    ),
  },
});

export const getListing = createRoute({
  method: "get",
  path: "/v1/listings/{id}",
  operationId: "getListing",
  tags: ["Listings"],
  summary: "One business for sale with the history of its price",
  request: { params: IdPath, query: z.strictObject(freshnessParams) },
  responses: {
    200: json(singleOf(ListingDetail, "ListingAnswer"), "The listing"),
    ...problems(
      "INVALID_REQUEST",
      "INVALID_ID",
      "AMBIGUOUS_ID",
      "LISTING_NOT_FOUND",
      "NOT_YET_INDEXED",
      "INDEX_BEHIND",
      "NOT_PUBLISHED",
      "DATABASE_UNAVAILABLE",
      "QUERY_TIMEOUT",
    ),
  },
});
