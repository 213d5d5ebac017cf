import { BPS_DENOMINATOR, PLATFORM_FEE_BPS, RETAINER_BPS } from "./constants.ts";

/** What becomes of an escrow's amount, base units. `immediate + retainer = sellerPayout`. */
export type EscrowSplit = {
  platformFee: bigint;
  sellerPayout: bigint;
  retainer: bigint;
  immediate: bigint;
};

/** `floor(amount × bps / 10000)`, as Solidity divides. */
export function shareOf(amountUnits: bigint, bps: bigint): bigint {
  return (amountUnits * bps) / BPS_DENOMINATOR;
}

/** Fee, payout and retainer of an amount in base units, floor division throughout (domain A.3). */
export function splitEscrow(amountUnits: bigint): EscrowSplit {
  const platformFee = shareOf(amountUnits, PLATFORM_FEE_BPS);
  const sellerPayout = amountUnits - platformFee;
  const retainer = shareOf(sellerPayout, RETAINER_BPS);
  return { platformFee, sellerPayout, retainer, immediate: sellerPayout - retainer };
}
