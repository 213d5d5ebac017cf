import type { ChainKey } from "../../src/protocol/ids.ts";
import type { PaymentState } from "../../src/protocol/states.ts";
import type { Snapshot } from "../db/consistent-read.ts";
import type { KeyColumn } from "../db/keyset.ts";
import { defineSource, type SourceRow } from "../db/source.ts";

const BY_AGENT = [
  { name: "contract", type: "address" },
  { name: "agentId", type: "uint256" },
] as const satisfies KeyColumn[];
const AGENT_BY_TIME = [{ name: "registeredAt", type: "int8" }, ...BY_AGENT] as const;

export type AgentFilter = {
  developer?: `0x${string}` | undefined;
  contract?: `0x${string}` | undefined;
};

/** Agents that payments are made for; each sort and each filter has an index. */
export const AGENTS = defineSource({
  table: "agent",
  select: ({ indexed }) =>
    indexed
      .selectFrom("agent")
      .select(["chainId", "contract", "agentId", "developer", "registeredAt", "paymentCount"])
      .select(["updatedBlock"]),
  key: [{ name: "chainId", type: "int4" }, ...BY_AGENT],
  changedBlock: "updatedBlock",
  sorts: {
    newest: { columns: AGENT_BY_TIME, order: "desc" },
    oldest: { columns: AGENT_BY_TIME, order: "asc" },
    payments: { columns: [{ name: "paymentCount", type: "int4" }, ...BY_AGENT], order: "desc" },
  },
  where: (all, filter: AgentFilter) => {
    let query = all;
    if (filter.developer) query = query.where("agent.developer", "=", filter.developer);
    if (filter.contract) query = query.where("agent.contract", "=", filter.contract);
    return query;
  },
});

/** An agent registered with a payment escrow. */
export type AgentRow = SourceRow<typeof AGENTS>;

const BY_PAYMENT = [
  { name: "contract", type: "address" },
  { name: "paymentId", type: "hash" },
] as const satisfies KeyColumn[];
const PAYMENT_BY_TIME = [{ name: "createdAt", type: "int8" }, ...BY_PAYMENT] as const;

export type PaymentFilter = {
  state?: readonly PaymentState[] | undefined;
  payer?: `0x${string}` | undefined;
  developer?: `0x${string}` | undefined;
  agent?: ChainKey | undefined;
  token?: `0x${string}` | undefined;
  contract?: `0x${string}` | undefined;
  /** Unix seconds. */
  expiresBefore?: bigint | undefined;
};

/** Payments for the use of agents; each sort and each filter has an index. */
export const AGENT_PAYMENTS = defineSource({
  table: "agentPayment",
  select: selectPayments,
  key: [{ name: "chainId", type: "int4" }, ...BY_PAYMENT],
  changedBlock: "updatedBlock",
  sorts: {
    newest: { columns: PAYMENT_BY_TIME, order: "desc" },
    oldest: { columns: PAYMENT_BY_TIME, order: "asc" },
    expiring: { columns: [{ name: "expiresAt", type: "uint256" }, ...BY_PAYMENT], order: "asc" },
    amount_desc: {
      columns: [{ name: "amountUnits", type: "uint256" }, ...BY_PAYMENT],
      order: "desc",
    },
  },
  where: (all, filter: PaymentFilter) => {
    let query = all;
    const { agent } = filter;
    if (filter.state) query = query.where("agentPayment.state", "in", filter.state);
    if (filter.payer) query = query.where("agentPayment.payer", "=", filter.payer);
    if (filter.developer) query = query.where("agentPayment.developer", "=", filter.developer);
    if (agent) {
      query = query
        .where("agentPayment.chainId", "=", agent.chainId)
        .where("agentPayment.contract", "=", agent.contract)
        .where("agentPayment.agentId", "=", agent.number);
    }
    if (filter.token) query = query.where("agentPayment.token", "=", filter.token);
    if (filter.contract) query = query.where("agentPayment.contract", "=", filter.contract);
    if (filter.expiresBefore !== undefined) {
      query = query.where("agentPayment.expiresAt", "<", filter.expiresBefore);
    }
    return query;
  },
});

/** A payment with its token and the fee that its contract asks now. */
export type PaymentRow = SourceRow<typeof AGENT_PAYMENTS>;

function selectPayments({ indexed }: Pick<Snapshot, "indexed">) {
  return indexed
    .selectFrom("agentPayment")
    .leftJoin("token", (join) =>
      join
        .onRef("token.chainId", "=", "agentPayment.chainId")
        .onRef("token.address", "=", "agentPayment.token"),
    )
    .leftJoin("contract as home", (join) =>
      join
        .onRef("home.chainId", "=", "agentPayment.chainId")
        .onRef("home.address", "=", "agentPayment.contract"),
    )
    .select([
      "agentPayment.chainId",
      "agentPayment.contract",
      "agentPayment.paymentId",
      "agentPayment.payer",
      "agentPayment.developer",
      "agentPayment.agentId",
      "agentPayment.token",
      "token.symbol as tokenSymbol",
      "token.decimals as tokenDecimals",
      "agentPayment.amountUnits",
      "agentPayment.state",
      "agentPayment.platformFeeUnits",
      "agentPayment.paidToDeveloperUnits",
      "agentPayment.refundedUnits",
      "agentPayment.expiresAt",
      "agentPayment.createdAt",
      "agentPayment.settledAt",
      "agentPayment.createdBlock",
      "agentPayment.createdLogIndex",
      "agentPayment.createdTxHash",
      "agentPayment.updatedBlock",
      "home.platformFeeBps",
    ]);
}
