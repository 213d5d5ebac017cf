import { z } from "@hono/zod-openapi";
import type { Position } from "../../../core/db/consistent-read.ts";
import type { PaymentRow } from "../../../core/queries/agents.ts";
import { shareOf } from "../../../src/protocol/amounts.ts";
import { paymentClocks } from "../../../src/protocol/clocks.ts";
import { publicId } from "../../../src/protocol/ids.ts";
import { PAYMENT_STATES } from "../../../src/protocol/states.ts";
import { deadlineFields, toDeadlineFields } from "../../http/deadline.resource.ts";
import {
  Address,
  Finality,
  finalityOf,
  Hash,
  Instant,
  Money,
  toAddress,
  toInstant,
  toInstantOrNull,
  toMoney,
  toMoneyOrNull,
} from "../../http/values.ts";

/** A payment for the use of an agent. */
export const AgentPayment = z
  .object({
    id: z.string().openapi({ description: "`<chainId>-<contract>-<paymentId>`." }),
    chainId: z.int(),
    contract: Address.openapi({ description: "Agent escrow contract." }),
    paymentId: Hash.openapi({ description: "Chosen by the payer, unique on its contract." }),
    agent: z.string().openapi({ description: "Public id of the agent." }),
    payer: Address,
    developer: Address.openapi({ description: "Paid at release, as registered at the deposit." }),
    amount: Money,
    state: z.enum(PAYMENT_STATES),
    isExpired: z.boolean().openapi({
      description: "In escrow and past its expiry: it can only be refunded.",
    }),
    fee: Money.nullable().openapi({
      description: "Taken at release; null before. The fee in force then applies.",
    }),
    feeNow: Money.nullable().openapi({
      description: "What a release would take now; null when it cannot be released.",
    }),
    paidToDeveloper: Money.nullable(),
    refunded: Money.nullable(),
    expiresAt: Instant.nullable().openapi({ description: "Last second to release it." }),
    createdAt: Instant,
    settledAt: Instant.nullable().openapi({ description: "Release or refund." }),
    ...deadlineFields,
    blockNumber: z.int().openapi({ description: "Block of the deposit." }),
    logIndex: z.int(),
    txHash: Hash,
    updatedBlockNumber: z.int(),
    finality: Finality,
  })
  .openapi("AgentPayment");

export function toAgentPayment(
  row: PaymentRow,
  { heads, indexed }: Position,
): z.output<typeof AgentPayment> {
  const now = indexed.timestamp;
  const isExpired = row.state === "escrowed" && now > row.expiresAt;
  return {
    id: `${row.chainId}-${row.contract}-${row.paymentId}`,
    chainId: row.chainId,
    contract: toAddress(row.contract),
    paymentId: row.paymentId,
    agent: publicId(row.chainId, row.contract, row.agentId),
    payer: toAddress(row.payer),
    developer: toAddress(row.developer),
    amount: toMoney(row.amountUnits, row),
    state: row.state,
    isExpired,
    fee: toMoneyOrNull(row.platformFeeUnits, row),
    feeNow: row.state === "escrowed" && !isExpired ? feeNow(row) : null,
    paidToDeveloper: toMoneyOrNull(row.paidToDeveloperUnits, row),
    refunded: toMoneyOrNull(row.refundedUnits, row),
    expiresAt: toInstantOrNull(row.expiresAt),
    createdAt: toInstant(row.createdAt),
    settledAt: toInstantOrNull(row.settledAt),
    ...toDeadlineFields(paymentClocks(row, now), now),
    blockNumber: Number(row.createdBlock),
    logIndex: row.createdLogIndex,
    txHash: row.createdTxHash,
    updatedBlockNumber: Number(row.updatedBlock),
    finality: finalityOf(row.updatedBlock, heads),
  };
}

/** The contract divides down, as `shareOf` does. */
function feeNow(row: PaymentRow): z.output<typeof Money> | null {
  if (row.platformFeeBps === null) return null;
  return toMoney(shareOf(row.amountUnits, BigInt(row.platformFeeBps)), row);
}
