import type { Context } from "ponder:registry";
import { agentPayment } from "ponder:schema";
import { isIndexedToken } from "../deployment.ts";
import { AGENT_PAYMENT_SECONDS } from "../protocol/constants.ts";
import { ImpossibleStateError } from "../protocol/errors.ts";
import { countPayment } from "./agent.ts";
import type { ContractRow } from "./contract.ts";
import { updatedRow } from "./existing-row.ts";
import { claimMovements } from "./open-movements.ts";
import type { Stamp } from "./stamp.ts";
import { ensureToken } from "./token.ts";
import { attribute, claimAll } from "./token-movement.ts";

const accountOf = (paymentId: string) => `payment:${paymentId}`;

export async function depositPayment(
  context: Context,
  paid: {
    paymentId: `0x${string}`;
    payer: `0x${string}`;
    developer: `0x${string}`;
    agentId: bigint;
    amountUnits: bigint;
    token: `0x${string}`;
  },
  at: Stamp,
) {
  const { paymentId, token } = paid;
  if (isIndexedToken(token)) await ensureToken(context, token, at);
  const purpose = { purpose: "agent_payment", account: accountOf(paymentId), paymentId } as const;
  await claimAll(context, token, purpose, at);
  await context.db.insert(agentPayment).values({
    chainId: at.chainId,
    contract: at.contract,
    ...paid,
    state: "escrowed",
    expiresAt: at.seconds + AGENT_PAYMENT_SECONDS,
    createdAt: at.seconds,
    createdBlock: at.blockNumber,
    createdLogIndex: at.logIndex,
    createdTxHash: at.txHash,
    updatedBlock: at.blockNumber,
  });
  await countPayment(context, paid.agentId, at);
}

/** Pays the developer; the fee is the one in force at release (domain C.2). Base units, net of fee. */
export async function releasePayment(
  context: Context,
  home: ContractRow,
  released: { paymentId: `0x${string}`; paidToDeveloperUnits: bigint; platformFeeUnits: bigint },
  at: Stamp,
) {
  const { paymentId, ...amounts } = released;
  const row = await close(context, paymentId, { ...amounts, state: "released" }, at);
  for (const movement of claimMovements(row.token, at)) {
    const isFee =
      movement.to === home.treasury &&
      (movement.to !== row.developer || movement.amountUnits === amounts.platformFeeUnits);
    const purpose = isFee ? "agent_fee" : "agent_payout";
    await attribute(context, movement, { purpose, account: accountOf(paymentId), paymentId }, at);
  }
  return row;
}

/** Pays the whole amount back; possible after expiry too (domain C.2). */
export async function refundPayment(
  context: Context,
  paymentId: `0x${string}`,
  refundedUnits: bigint,
  at: Stamp,
) {
  const row = await close(context, paymentId, { refundedUnits, state: "refunded" }, at);
  const purpose = { purpose: "agent_refund", account: accountOf(paymentId), paymentId } as const;
  await claimAll(context, row.token, purpose, at);
  return row;
}

async function close(
  context: Context,
  paymentId: `0x${string}`,
  changed: Partial<Omit<typeof agentPayment.$inferInsert, "chainId" | "contract" | "paymentId">>,
  at: Stamp,
) {
  const refused = `Payment ${paymentId} was settled while it is not in escrow`;
  const update = context.db
    .update(agentPayment, { chainId: at.chainId, contract: at.contract, paymentId })
    .set((before) => {
      if (before.state !== "escrowed") throw new ImpossibleStateError(refused);
      return { ...changed, settledAt: at.seconds, updatedBlock: at.blockNumber };
    });
  const row = await updatedRow(update);
  if (!row) throw new ImpossibleStateError(refused);
  return row;
}
