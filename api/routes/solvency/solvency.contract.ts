import { createRoute, z } from "@hono/zod-openapi";
import { json, singleOf } from "../../http/page.ts";
import { addressParam, freshnessParams } from "../../http/params.ts";
import { problems } from "../../http/problem.ts";
import { OF_READS } from "../../http/read-contract.ts";
import { Solvency } from "./solvency.resource.ts";

export const getSolvency = createRoute({
  method: "get",
  path: "/v1/solvency",
  operationId: "getSolvency",
  tags: ["Statistics"],
  summary: "Whether each contract holds what it owes, in each token",
  request: {
    query: z.strictObject({
      contract: addressParam("contract", "Contract that holds the money."),
      token: addressParam("token", "Token that is held."),
      ...freshnessParams,
    }),
  },
  responses: {
    200: json(
      singleOf(z.array(Solvency), "SolvencyAnswer"),
      "One entry for each contract and token with a transfer or an obligation",
    ),
    ...problems(...OF_READS),
  },
});
