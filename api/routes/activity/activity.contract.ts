import { createRoute, z } from "@hono/zod-openapi";
import { json, pageOf } from "../../http/page.ts";
import { addressParam, freshnessParams, idParam, pageParams } from "../../http/params.ts";
import { problems } from "../../http/problem.ts";
import { Activity } from "./activity.resource.ts";

export const listActivity = createRoute({
  method: "get",
  path: "/v1/activity",
  operationId: "listActivity",
  tags: ["Activity"],
  summary: "Everything that happened, newest first, in the order of the chain",
  request: {
    query: z.strictObject({
      listing: idParam("listing", "Listing concerned"),
      escrow: idParam("escrow", "Escrow concerned"),
      offer: idParam("offer", "Offer concerned"),
      actor: addressParam("actor", "Account that acted."),
      kind: z
        .string()
        .regex(/^[a-z][a-z0-9_]{0,63}$/, "must be lower-case words joined by underscores")
        .optional()
        .openapi({
          param: { name: "kind", in: "query" },
          description: "What happened, as the field `kind` prints it.",
          example: "listing_created",
        }),
      contract: addressParam("contract", "Contract that emitted the event."),
      ...pageParams,
      ...freshnessParams,
    }),
  },
  responses: {
    200: json(pageOf(Activity, "ActivityPage"), "One page of events"),
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
