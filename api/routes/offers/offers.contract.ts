import { createRoute, z } from "@hono/zod-openapi";
import { OFFER_STATES } from "../../../src/protocol/states.ts";
import { json, pageOf, singleOf } from "../../http/page.ts";
import {
  addressParam,
  freshnessParams,
  IdPath,
  idParam,
  pageParams,
  wordParam,
} from "../../http/params.ts";
import { problems } from "../../http/problem.ts";
import { Offer } from "./offer.resource.ts";

export const listOffers = createRoute({
  method: "get",
  path: "/v1/offers",
  operationId: "listOffers",
  tags: ["Offers"],
  summary: "Offers with earnest money, newest first",
  request: {
    query: z.strictObject({
      listing: idParam("listing", "Listing that the offer is for"),
      buyer: addressParam("buyer", "Account that made the offer."),
      state: wordParam("state", "State stored by the contract.", OFFER_STATES),
      ...pageParams,
      ...freshnessParams,
    }),
  },
  responses: {
    200: json(pageOf(Offer, "OfferPage"), "One page of offers"),
    ...problems(
      "INVALID_REQUEST",
      "INVALID_ID",
      "AMBIGUOUS_ID",
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

export const getOffer = createRoute({
  method: "get",
  path: "/v1/offers/{id}",
  operationId: "getOffer",
  tags: ["Offers"],
  summary: "One offer with its deadlines",
  request: { params: IdPath, query: z.strictObject(freshnessParams) },
  responses: {
    200: json(singleOf(Offer, "OfferAnswer"), "The offer"),
    ...problems(
      "INVALID_REQUEST",
      "INVALID_ID",
      "AMBIGUOUS_ID",
      "OFFER_NOT_FOUND",
      "NOT_YET_INDEXED",
      "INDEX_BEHIND",
      "NOT_PUBLISHED",
      "DATABASE_UNAVAILABLE",
      "QUERY_TIMEOUT",
    ),
  },
});
