import { createRoute, z } from "@hono/zod-openapi";
import { json, singleOf } from "../../http/page.ts";
import { freshnessParams, idPath, intParam } from "../../http/params.ts";
import { problems } from "../../http/problem.ts";
import { OF_READS_BY_ID } from "../../http/read-contract.ts";
import { SiteChecks } from "./site-checks.resource.ts";

/** Looks in one answer: unless the caller says otherwise, and at most. */
export const [LOOKS_DEFAULT, LOOKS_MOST] = [20, 100];

export const getSiteChecks = createRoute({
  method: "get",
  path: "/v1/listings/{id}/site-checks",
  operationId: "getSiteChecks",
  tags: ["Listings"],
  summary: "Whether the site of a listing answers, and how long its certificate and domain last",
  description:
    "Of the address in the newest signed document of the listing, while it is for sale: whether it answers each day, the certificate and the registration of the domain each week. A failure to answer counts only after a second look minutes later. Looked at from one place on the internet.",
  request: {
    params: idPath(),
    query: z.strictObject({
      limit: intParam(
        "limit",
        `Past looks at most, 1 to ${LOOKS_MOST}; ${LOOKS_DEFAULT} unless given.`,
        { minimum: 1, maximum: LOOKS_MOST },
      ),
      ...freshnessParams,
    }),
  },
  responses: {
    200: json(singleOf(SiteChecks, "SiteChecksAnswer"), "How the site stands, and past looks"),
    ...problems(...OF_READS_BY_ID, "LISTING_NOT_FOUND"),
  },
});
