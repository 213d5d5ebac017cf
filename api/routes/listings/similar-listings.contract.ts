import { createRoute, z } from "@hono/zod-openapi";
import { json, singleOf } from "../../http/page.ts";
import { freshnessParams, idPath, intParam } from "../../http/params.ts";
import { problems } from "../../http/problem.ts";
import { OF_READS_BY_ID } from "../../http/read-contract.ts";
import { SimilarListings } from "./similar-listings.resource.ts";

/** Listings in one answer: unless the caller says otherwise, and at most. */
export const [SIMILAR_DEFAULT, SIMILAR_MOST] = [10, 50];

export const listSimilarListings = createRoute({
  method: "get",
  path: "/v1/listings/{id}/similar",
  operationId: "listSimilarListings",
  tags: ["Listings"],
  summary: "The listings most alike to one, to compare it with",
  description:
    "By what the newest published estimate of each has read, never by the asking price: that is what to compare. Sold, paused and cancelled listings count too; `availability` tells them apart. A new estimate of either listing may change the distance.",
  request: {
    params: idPath(),
    query: z.strictObject({
      limit: intParam(
        "limit",
        `Listings at most, 1 to ${SIMILAR_MOST}; ${SIMILAR_DEFAULT} unless given.`,
        {
          minimum: 1,
          maximum: SIMILAR_MOST,
        },
      ),
      ...freshnessParams,
    }),
  },
  responses: {
    200: json(singleOf(SimilarListings, "SimilarListingsAnswer"), "Nearest first"),
    ...problems(...OF_READS_BY_ID, "LISTING_NOT_FOUND"),
  },
});
