import { z } from "@hono/zod-openapi";
import type { Position } from "../../../core/db/consistent-read.ts";
import type { AgentRow } from "../../../core/queries/agents.ts";
import { publicId } from "../../../src/protocol/ids.ts";
import { Address, Finality, finalityOf, Instant, toAddress, toInstant } from "../../http/values.ts";
import { EntitlementKind } from "../entitlements/entitlement.resource.ts";

/** An AI agent that payments are made for. */
export const Agent = z
  .object({
    id: z.string(),
    chainId: z.int(),
    contract: Address.openapi({ description: "Agent escrow contract." }),
    agentId: z.string().openapi({ description: "Number on its contract, from 1." }),
    developer: Address.openapi({
      description: "Is paid for new payments; earlier ones keep the developer they had.",
    }),
    registeredAt: Instant.openapi({ description: "First registration." }),
    paymentCount: z.int().openapi({ description: "Payments ever deposited." }),
    updatedBlockNumber: z.int(),
    finality: Finality,
  })
  .openapi("Agent");

export function toAgent(row: AgentRow, { heads }: Position): z.output<typeof Agent> {
  return {
    id: publicId(row.chainId, row.contract, row.agentId),
    chainId: row.chainId,
    contract: toAddress(row.contract),
    agentId: String(row.agentId),
    developer: toAddress(row.developer),
    registeredAt: toInstant(row.registeredAt),
    paymentCount: row.paymentCount,
    updatedBlockNumber: Number(row.updatedBlock),
    finality: finalityOf(row.updatedBlock, heads),
  };
}

/** An agent with what opens it. */
export const AgentDetail = Agent.extend({
  entitlements: z.array(EntitlementKind).openapi({
    description:
      "Kinds of entitlement that name an agent of this number: their contracts know no more of it.",
  }),
}).openapi("AgentDetail");
