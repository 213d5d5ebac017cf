import { AGENT_PAYMENTS, AGENTS, type AgentRow } from "../../../core/queries/agents.ts";
import { findEntitlementKinds } from "../../../core/queries/entitlements.ts";
import { defineCollection } from "../../http/collection.ts";
import { detail } from "../../http/detail.ts";
import { includeChildren } from "../../http/include.ts";
import { addressParam } from "../../http/params.ts";
import { publicIdOf } from "../../http/resolve-id.ts";
import { AgentPayment, toAgentPayment } from "../agent-payments/agent-payment.resource.ts";
import { toEntitlementKind } from "../entitlements/entitlement.resource.ts";
import { Agent, AgentDetail, toAgent } from "./agent.resource.ts";

/** Columns that name an agent in the table of payments. */
const OF_AGENT = [
  { name: "chainId", type: "int4" },
  { name: "contract", type: "address" },
  { name: "agentId", type: "uint256" },
] as const;

export const agents = defineCollection({
  name: "agents",
  singular: "Agent",
  plural: "Agents",
  tag: "Agents",
  summaries: {
    list: "AI agents registered with a payment escrow",
    get: "One agent with the kinds of entitlement that open it",
  },
  source: AGENTS,
  defaultSort: "newest",
  filters: {
    developer: addressParam("developer", "Account that is paid."),
    contract: addressParam("contract", "Agent escrow contract."),
  },
  toFilter: (words) => words,
  resource: Agent,
  toResource: toAgent,
  parseId: publicIdOf("agentEscrow"),
  notFound: "AGENT_NOT_FOUND",
  detail: detail(AgentDetail, async (snapshot, row: AgentRow) => {
    const kinds = await findEntitlementKinds(snapshot, row);
    return {
      ...toAgent(row, snapshot.position),
      entitlements: kinds.map((kind) => toEntitlementKind(kind, snapshot.position)),
    };
  }),
  includes: {
    payments: includeChildren(AgentPayment, "IncludedPayments", {
      source: AGENT_PAYMENTS,
      columns: OF_AGENT,
      keyOf: ({ chainId, contract, agentId }: AgentRow) => [chainId, contract, agentId],
      map: toAgentPayment,
    }),
  },
});
