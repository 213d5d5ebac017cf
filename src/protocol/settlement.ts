import type { MovementPurpose } from "./states.ts";

/** Who a payout of an escrow can reach, and the fee that tells the treasury apart. */
export type Payees = {
  buyer: string;
  seller: string;
  treasury: string | null;
  safetyWallet: string | null;
  platformFeeUnits: bigint;
};

/** The side that a payout is booked for. */
export type PayoutSide = "buyer" | "seller" | "treasury" | "safety";

/**
 * Which party a transfer out of an escrow paid. One account may play several parts (the treasury may
 * sell, the owner may be treasury and safety wallet): a transfer of exactly the fee to the treasury
 * is the fee, otherwise a party to the deal comes before the house.
 * @returns undefined when the receiver has no part in the escrow.
 */
export function payoutSide(
  to: string,
  amountUnits: bigint,
  payees: Payees,
): PayoutSide | undefined {
  const isTreasury = to === payees.treasury;
  if (isTreasury && amountUnits === payees.platformFeeUnits) return "treasury";
  if (to === payees.buyer) return "buyer";
  if (to === payees.seller) return "seller";
  if (isTreasury) return "treasury";
  if (to === payees.safetyWallet) return "safety";
  return undefined;
}

/** What a payout was for, by its side and the event that paid it. */
export function payoutPurpose(side: PayoutSide, event: string): MovementPurpose {
  if (event === "EmergencyEjectEscrow") return "eject";
  if (event === "EmergencyWithdrawal") return "emergency";
  if (event === "TransitionRetainerClaimed" || event === "AdminRetainerReleased") return "retainer";
  switch (side) {
    case "buyer":
      return "refund";
    case "seller":
      return "payout";
    case "treasury":
      return "platform_fee";
    case "safety":
      return "eject";
  }
}
