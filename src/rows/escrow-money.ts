import type { Context } from "ponder:registry";
import { type PayoutSide, payoutPurpose, payoutSide } from "../protocol/settlement.ts";
import type { ContractRow } from "./contract.ts";
import type { EscrowChange, EscrowRow } from "./escrow.ts";
import type { Stamp } from "./stamp.ts";
import { attribute, claimAll, claimMovements } from "./token-movement.ts";

const accountOf = (escrowId: bigint) => `escrow:${escrowId}`;

/** Claims what reached the contract for an escrow; returns it in base units. */
export async function receiveFunds(
  context: Context,
  home: ContractRow,
  row: EscrowRow,
  at: Stamp,
): Promise<bigint> {
  const { escrowId } = row;
  const purpose = row.origin === "offer" ? "completion" : "purchase";
  return claimAll(context, home.token, { purpose, account: accountOf(escrowId), escrowId }, at);
}

/**
 * Claims what left the contract for an escrow. Few payouts are in the contract's own events, so
 * the token's transfers of the same transaction say what was paid (traps 20, 21 and 24).
 * @returns the new totals to store with the escrow, and what the buyer got now, in base units.
 */
export async function settle(
  context: Context,
  home: ContractRow,
  row: EscrowRow,
  event: string,
  at: Stamp,
): Promise<{ totals: EscrowChange; toBuyerUnits: bigint }> {
  const paid: Record<PayoutSide, bigint> = { buyer: 0n, seller: 0n, treasury: 0n, safety: 0n };
  const { escrowId } = row;
  for (const movement of await claimMovements(context, home.token, at)) {
    if (movement.from !== at.contract) continue;
    const side = payoutSide(movement.to, movement.amountUnits, {
      buyer: row.buyer,
      seller: row.seller,
      platformFeeUnits: row.platformFeeUnits,
      treasury: home.treasury,
      safetyWallet: home.safetyWallet,
    });
    if (side) paid[side] += movement.amountUnits;
    await attribute(
      context,
      movement,
      {
        // A token that taxes transfers moves its share in a transfer of its own.
        purpose: side ? payoutPurpose(side, event) : "transfer_tax",
        account: accountOf(escrowId),
        escrowId,
      },
      at,
    );
  }
  return {
    totals: {
      paidToBuyerUnits: row.paidToBuyerUnits + paid.buyer,
      paidToSellerUnits: row.paidToSellerUnits + paid.seller,
      paidToTreasuryUnits: row.paidToTreasuryUnits + paid.treasury,
      paidToSafetyUnits: row.paidToSafetyUnits + paid.safety,
    },
    toBuyerUnits: paid.buyer,
  };
}
