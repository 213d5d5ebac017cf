import { createRoute, z } from "@hono/zod-openapi";
import { ESCROW_STATES } from "../../../src/protocol/states.ts";
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
import { Escrow } from "./escrow.resource.ts";
import { EscrowDetail } from "./escrow-detail.resource.ts";

export const listEscrows = createRoute({
  method: "get",
  path: "/v1/escrows",
  operationId: "listEscrows",
  tags: ["Escrows"],
  summary: "Escrows, newest first",
  request: {
    query: z.strictObject({
      listing: idParam("listing", "Listing that is bought"),
      buyer: addressParam("buyer", "Account that pays."),
      seller: addressParam("seller", "Account that sells."),
      state: wordParam("state", "State stored by the contract.", ESCROW_STATES),
      ...pageParams,
      ...freshnessParams,
    }),
  },
  responses: {
    200: json(pageOf(Escrow, "EscrowPage"), "One page of escrows"),
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

export const getEscrow = createRoute({
  method: "get",
  path: "/v1/escrows/{id}",
  operationId: "getEscrow",
  tags: ["Escrows"],
  summary: "One escrow with its retainer, its dispute and each change of its state",
  request: { params: IdPath, query: z.strictObject(freshnessParams) },
  responses: {
    200: json(singleOf(EscrowDetail, "EscrowAnswer"), "The escrow"),
    ...problems(
      "INVALID_REQUEST",
      "INVALID_ID",
      "AMBIGUOUS_ID",
      "ESCROW_NOT_FOUND",
      "NOT_YET_INDEXED",
      "INDEX_BEHIND",
      "NOT_PUBLISHED",
      "DATABASE_UNAVAILABLE",
      "QUERY_TIMEOUT",
    ),
  },
});
