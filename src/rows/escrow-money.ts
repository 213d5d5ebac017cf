import type { Context } from "ponder:registry";
import { type PayoutSide, payoutPurpose, payoutSide } from "../protocol/settlement.ts";
import type { MovementPurpose } from "../protocol/states.ts";
import type { ContractRow } from "./contract.ts";
import type { EscrowChange, EscrowRow } from "./escrow.ts";
import type { OpenMovement } from "./open-movements.ts";
import type { Stamp } from "./stamp.ts";
import { attribute } from "./token-movement.ts";

const accountOf = (escrowId: bigint) => `escrow:${escrowId}`;

/** Ties what reached the contract to the escrow it was for. */
export async function bookFunds(
  context: Context,
  row: EscrowRow,
  movements: readonly OpenMovement[],
  at: Stamp,
): Promise<void> {
  const { escrowId } = row;
  const purpose = row.origin === "offer" ? "completion" : "purchase";
  for (const movement of movements) {
    await attribute(context, movement, { purpose, account: accountOf(escrowId), escrowId }, at);
  }
}

/** A movement that left the contract for an escrow, and what it was for. */
type Payout = { movement: OpenMovement; purpose: MovementPurpose };

/** What an event paid out: the new totals to store with the escrow, and the movements behind them. */
export type Settlement = {
  totals: EscrowChange;
  /** Base units that the buyer got now. */
  toBuyerUnits: bigint;
  payouts: readonly Payout[];
};

/**
 * Works out what left the contract for an escrow. Few payouts are in the contract's own events, so
 * the token's transfers of the same transaction say what was paid (traps 20, 21 and 24).
 */
export function settle(
  home: ContractRow,
  row: EscrowRow,
  event: string,
  movements: readonly OpenMovement[],
  at: Stamp,
): Settlement {
  const paid: Record<PayoutSide, bigint> = { buyer: 0n, seller: 0n, treasury: 0n, safety: 0n };
  const payouts: Payout[] = [];
  for (const movement of movements) {
    if (movement.from !== at.contract) continue;
    const side = payoutSide(movement.to, movement.amountUnits, {
      buyer: row.buyer,
      seller: row.seller,
      platformFeeUnits: row.platformFeeUnits,
      treasury: home.treasury,
      safetyWallet: home.safetyWallet,
    });
    if (side) paid[side] += movement.amountUnits;
    // A token that taxes transfers moves its share in a transfer of its own.
    payouts.push({ movement, purpose: side ? payoutPurpose(side, event) : "transfer_tax" });
  }
  return {
    totals: {
      paidToBuyerUnits: row.paidToBuyerUnits + paid.buyer,
      paidToSellerUnits: row.paidToSellerUnits + paid.seller,
      paidToTreasuryUnits: row.paidToTreasuryUnits + paid.treasury,
      paidToSafetyUnits: row.paidToSafetyUnits + paid.safety,
    },
    toBuyerUnits: paid.buyer,
    payouts,
  };
}

/** Ties what left the contract to the escrow it was for. */
export async function bookPayouts(
  context: Context,
  escrowId: bigint,
  payouts: readonly Payout[],
  at: Stamp,
): Promise<void> {
  for (const { movement, purpose } of payouts) {
    await attribute(context, movement, { purpose, account: accountOf(escrowId), escrowId }, at);
  }
}
