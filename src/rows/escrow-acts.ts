import type { Context } from "ponder:registry";
import { EscrowAbi } from "../../abis/index.ts";
import { splitEscrow } from "../protocol/amounts.ts";
import { VERIFICATION_SECONDS } from "../protocol/constants.ts";
import { wordAt } from "../protocol/enums.ts";
import { ImpossibleStateError } from "../protocol/errors.ts";
import {
  type DisputeResolution,
  type DisputeType,
  ENCRYPTION_METHODS,
  type EncryptionMethod,
  type EscrowState,
} from "../protocol/states.ts";
import { type EscrowMove, stateAfterResolution } from "../protocol/transitions.ts";
import type { ContractRow } from "./contract.ts";
import { closeDispute, openDispute, openIssue } from "./dispute.ts";
import {
  changeEscrow,
  type EscrowChange,
  findEscrow,
  moveEscrow,
  type OpenedEscrow,
  openEscrow,
  requireEscrow,
} from "./escrow.ts";
import { receiveFunds, settle } from "./escrow-money.ts";
import { acceptOffer } from "./offer.ts";
import type { Stamp } from "./stamp.ts";
import { createHold, noteIssue, releaseHold } from "./transition-hold.ts";

/**
 * Opens the escrow of an accepted offer. Its own `EscrowCreated` follows in the same transaction
 * and does not name the offer (trap 35); the seller's choice of encryption is in neither event
 * and is read from the contract (trap 36).
 */
export async function openEscrowOfOffer(
  context: Context,
  home: ContractRow,
  offerId: bigint,
  opened: OpenedEscrow,
  at: Stamp,
) {
  const offer = await acceptOffer(context, home, offerId, opened.escrowId, at);
  const stored = await context.client.readContract({
    abi: EscrowAbi,
    address: at.contract,
    functionName: "getEscrow",
    args: [opened.escrowId],
  });
  const encryptionMethod = wordAt(ENCRYPTION_METHODS, stored.encryptionMethod, "EncryptionMethod");
  const start = {
    origin: "offer",
    offerId,
    totalFundedUnits: offer.depositUnits,
    encryptionMethod,
  } as const;
  return openEscrow(context, home, opened, start, "OfferAccepted", at);
}

/** Opens an escrow bought directly, or confirms the one that an accepted offer has opened. */
export async function openEscrowOnce(
  context: Context,
  home: ContractRow,
  opened: OpenedEscrow,
  at: Stamp,
) {
  const row = await findEscrow(context, opened.escrowId, at);
  if (!row) {
    return openEscrow(context, home, opened, { origin: "direct" }, "EscrowCreated", at);
  }
  const isSame =
    row.origin === "offer" &&
    row.createdTxHash === at.txHash &&
    row.listingId === opened.listingId &&
    row.buyer === opened.buyer &&
    row.seller === opened.seller;
  if (!isSame) throw new ImpossibleStateError(`Escrow ${opened.escrowId} was opened twice`);
  return row;
}

/**
 * The money is complete. After an accepted offer the contract takes as amount what has arrived in
 * all, and works fee and payout out anew (trap 25); the handover deadline stays (trap 28).
 */
export async function fundEscrow(
  context: Context,
  home: ContractRow,
  funded: { escrowId: bigint; encryptionMethod: EncryptionMethod },
  at: Stamp,
) {
  const row = await requireEscrow(context, funded.escrowId, at);
  const receivedUnits = await receiveFunds(context, home, row, at);
  const common = { encryptionMethod: funded.encryptionMethod, fundedAt: at.seconds };
  if (row.origin === "direct") {
    return moveEscrow(context, row, "FundsDeposited", "funded", common, at);
  }
  const amountUnits = row.totalFundedUnits + receivedUnits;
  const { platformFee, sellerPayout } = splitEscrow(amountUnits);
  const recomputed = {
    amountUnits,
    totalFundedUnits: amountUnits,
    platformFeeUnits: platformFee,
    sellerPayoutUnits: sellerPayout,
  };
  return moveEscrow(context, row, "FundsDeposited", "funded", { ...common, ...recomputed }, at);
}

export async function deliverCredentials(
  context: Context,
  escrowId: bigint,
  credentialHash: `0x${string}`,
  at: Stamp,
) {
  const row = await requireEscrow(context, escrowId, at);
  const delivered = {
    credentialHash,
    verifyDeadline: at.seconds + VERIFICATION_SECONDS,
    deliveredAt: at.seconds,
  };
  return moveEscrow(context, row, "CredentialsUploaded", "delivered", delivered, at);
}

export async function extendVerification(
  context: Context,
  escrowId: bigint,
  verifyDeadline: bigint,
  at: Stamp,
) {
  const row = await requireEscrow(context, escrowId, at);
  if (row.state !== "delivered" || row.isVerificationExtended) {
    throw new ImpossibleStateError(`Verification of escrow ${escrowId} was extended out of turn`);
  }
  return changeEscrow(context, row, { verifyDeadline, isVerificationExtended: true }, at);
}

export async function confirmReceipt(
  context: Context,
  home: ContractRow,
  escrowId: bigint,
  at: Stamp,
) {
  return pay(context, home, escrowId, "ReceiptConfirmed", "transition", at, {
    confirmedAt: at.seconds,
  });
}

/** Books what a confirmation paid out, in case its own event has not claimed it yet. */
export async function recordRelease(
  context: Context,
  home: ContractRow,
  escrowId: bigint,
  at: Stamp,
) {
  const row = await requireEscrow(context, escrowId, at);
  const { totals } = await settle(context, home, row, "FundsReleased", at);
  return changeEscrow(context, row, totals, at);
}

export async function holdRetainer(
  context: Context,
  escrowId: bigint,
  retainedUnits: bigint,
  releaseTime: bigint,
  at: Stamp,
) {
  await createHold(context, escrowId, retainedUnits, releaseTime, at);
  return requireEscrow(context, escrowId, at);
}

/** The retainer reached the seller, by the seller's own claim or released by the owner (E3). */
export async function releaseRetainer(
  context: Context,
  home: ContractRow,
  escrowId: bigint,
  event: "TransitionRetainerClaimed" | "AdminRetainerReleased",
  at: Stamp,
) {
  await releaseHold(context, escrowId, at);
  return pay(context, home, escrowId, event, "completed", at);
}

export async function reportIssue(context: Context, escrowId: bigint, issue: string, at: Stamp) {
  const row = await requireEscrow(context, escrowId, at);
  await noteIssue(context, escrowId, issue, at);
  await openIssue(context, escrowId, issue, at);
  const disputed = { disputedAt: at.seconds };
  return moveEscrow(context, row, "TransitionIssueReported", "disputed", disputed, at);
}

export async function raiseDispute(
  context: Context,
  raised: {
    escrowId: bigint;
    initiator: `0x${string}`;
    disputeType: DisputeType;
    evidence: string;
  },
  at: Stamp,
) {
  const row = await requireEscrow(context, raised.escrowId, at);
  await openDispute(context, raised, at);
  const disputed = { disputedAt: at.seconds };
  return moveEscrow(context, row, "DisputeRaised", "disputed", disputed, at);
}

export async function resolveDispute(
  context: Context,
  home: ContractRow,
  resolved: { escrowId: bigint; resolution: DisputeResolution; resolver: `0x${string}` },
  at: Stamp,
) {
  const row = await requireEscrow(context, resolved.escrowId, at);
  const { totals, toBuyerUnits } = await settle(context, home, row, "DisputeResolved", at);
  await closeDispute(context, { ...resolved, refundedUnits: toBuyerUnits }, at);
  const state = stateAfterResolution(resolved.resolution);
  return moveEscrow(context, row, "DisputeResolved", state, totals, at);
}

export async function claimTimeout(
  context: Context,
  home: ContractRow,
  escrowId: bigint,
  state: EscrowState,
  at: Stamp,
) {
  return pay(context, home, escrowId, "TimeoutClaimed", state, at);
}

/** Money left by way of emergency: to a party, or by the owner to the safety wallet. */
export async function exitEscrow(
  context: Context,
  home: ContractRow,
  escrowId: bigint,
  event: "EmergencyWithdrawal" | "EmergencyEjectEscrow",
  at: Stamp,
) {
  return pay(context, home, escrowId, event, "emergency", at, { isEmergencyExit: true });
}

async function pay(
  context: Context,
  home: ContractRow,
  escrowId: bigint,
  event: EscrowMove,
  state: EscrowState,
  at: Stamp,
  also: EscrowChange = {},
) {
  const row = await requireEscrow(context, escrowId, at);
  const { totals } = await settle(context, home, row, event, at);
  return moveEscrow(context, row, event, state, { ...totals, ...also }, at);
}
