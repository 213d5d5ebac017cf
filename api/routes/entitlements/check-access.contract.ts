import { createRoute, z } from "@hono/zod-openapi";
import { json, singleOf } from "../../http/page.ts";
import { addressText, freshnessParams, idText } from "../../http/params.ts";
import { problems } from "../../http/problem.ts";
import { OF_READS_BY_ID } from "../../http/read-contract.ts";
import { Address, Instant } from "../../http/values.ts";

const AccessCheck = z
  .object({
    account: Address,
    agent: z.string().openapi({
      description: "`<chainId>-<entitlement contract>-<agent>` that was asked about.",
    }),
    hasAccess: z.boolean().openapi({ description: "What `hasAccess` of the contract says." }),
    reason: z.enum(["granted", "no_balance", "expired", "unknown_agent"]).openapi({
      description: "`unknown_agent` when the contract has no entitlement for it.",
    }),
    tokenId: z.string().nullable(),
    balance: z.string().openapi({ description: "Units held; a whole number as text." }),
    expiresAt: Instant.nullable().openapi({ description: "Null for never." }),
  })
  .openapi("AccessCheck");

export const checkAccess = createRoute({
  method: "get",
  path: "/v1/entitlements/check",
  operationId: "checkAccess",
  tags: ["Agents"],
  summary: "Whether an account may use an agent by the chain time of the indexed block",
  request: {
    query: z.strictObject({
      account: addressText.openapi({
        param: { name: "account", in: "query" },
        description: "Account that wants to use the agent.",
        type: "string",
        pattern: "^0x[0-9a-fA-F]{40}$",
      }),
      agent: idText.openapi({
        param: { name: "agent", in: "query" },
        description:
          "Agent as an entitlement contract numbers it, `<chainId>-<entitlement contract>-<agent>`, or its number alone where only one such contract is configured.",
      }),
      ...freshnessParams,
    }),
  },
  responses: {
    200: json(singleOf(AccessCheck, "AccessCheckAnswer"), "Whether, and why not"),
    ...problems(...OF_READS_BY_ID),
  },
});
