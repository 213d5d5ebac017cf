import { createRoute, z } from "@hono/zod-openapi";
import { json, singleOf } from "../../http/page.ts";
import { addressText, freshnessParams } from "../../http/params.ts";
import { problems } from "../../http/problem.ts";
import { OF_READS } from "../../http/read-contract.ts";
import { Account } from "./account.resource.ts";

export const getAccount = createRoute({
  method: "get",
  path: "/v1/accounts/{address}",
  operationId: "getAccount",
  tags: ["Accounts"],
  summary: "The portfolio of an account over all contracts",
  request: {
    params: z.object({
      address: addressText.openapi({
        param: { name: "address", in: "path" },
        description: "Any address: one that nobody has seen has an empty portfolio.",
        type: "string",
        pattern: "^0x[0-9a-fA-F]{40}$",
      }),
    }),
    query: z.strictObject(freshnessParams),
  },
  responses: {
    200: json(singleOf(Account, "AccountAnswer"), "What the account sells, buys, holds and owes"),
    ...problems(...OF_READS),
  },
});
