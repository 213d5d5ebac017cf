import { AGENT_PAYMENTS, AGENTS, type PaymentRow } from "../../../core/queries/agents.ts";
import { PAYMENT_STATES } from "../../../src/protocol/states.ts";
import { defineCollection } from "../../http/collection.ts";
import { includeOne } from "../../http/include.ts";
import { addressParam, idParam, timeParam, wordsParam } from "../../http/params.ts";
import { resolveOptionalId } from "../../http/resolve-id.ts";
import { wordIdOf } from "../../http/word-id.ts";
import { Agent, toAgent } from "../agents/agent.resource.ts";
import { AgentPayment, toAgentPayment } from "./agent-payment.resource.ts";

export const agentPayments = defineCollection({
  name: "agent-payments",
  singular: "AgentPayment",
  plural: "AgentPayments",
  tag: "Agents",
  summaries: {
    list: "Payments for the use of agents",
    get: "One payment with its fee and its expiry",
  },
  source: AGENT_PAYMENTS,
  defaultSort: "newest",
  filters: {
    state: wordsParam("state", "State stored by the contract.", PAYMENT_STATES),
    payer: addressParam("payer", "Account that paid."),
    developer: addressParam("developer", "Account that is paid."),
    agent: idParam("agent", "Agent that was paid for"),
    token: addressParam("token", "Token of the payment."),
    contract: addressParam("contract", "Agent escrow contract."),
    expiresBefore: timeParam("expiresBefore", "Expires before this time, whatever its state."),
  },
  toFilter: ({ agent, ...words }, addressBook) => ({
    ...words,
    agent: resolveOptionalId(addressBook, "agentEscrow", agent, "/query/agent"),
  }),
  resource: AgentPayment,
  toResource: toAgentPayment,
  parseId: wordIdOf("agentEscrow", "hash"),
  idDescription:
    "Id of a payment, `<chainId>-<contract>-<paymentId>`, or the payment id alone where only one agent escrow is configured.",
  notFound: "AGENT_PAYMENT_NOT_FOUND",
  includes: {
    agent: includeOne(Agent, {
      source: AGENTS,
      keyOf: ({ chainId, contract, agentId }: PaymentRow) => [chainId, contract, agentId],
      map: toAgent,
    }),
  },
});
