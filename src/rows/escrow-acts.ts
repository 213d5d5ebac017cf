import type { Context } from "ponder:registry";
import { EscrowAbi } from "../../abis/index.ts";
import { acceptedMethod, type CalledTransaction } from "../protocol/accepted-method.ts";
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
  type EscrowRow,
  findEscrow,
  moveEscrow,
  type OpenedEscrow,
  openEscrow,
  requireEscrow,
} from "./escrow.ts";
import { bookFunds, bookPayouts, type Settlement, settle } from "./escrow-money.ts";
import { acceptOffer } from "./offer.ts";
import { claimMovements, type OpenMovement } from "./open-movements.ts";
import type { Stamp } from "./stamp.ts";
import { createHold, noteIssue, releaseHold } from "./transition-hold.ts";

/**
 * Opens the escrow of an accepted offer. Its own `EscrowCreated` follows in the same transaction
 * and does not name the offer (trap 35); the seller's choice of encryption is in neither event
 * (trap 36): it stands in the call itself, or else the contract is asked.
 */
export async function openEscrowOfOffer(
  context: Context,
  home: ContractRow,
  offerId: bigint,
  opened: OpenedEscrow,
  transaction: CalledTransaction,
  at: Stamp,
) {
  const offer = await acceptOffer(context, home, offerId, opened.escrowId, at);
  const method =
    acceptedMethod(transaction, at.contract, offerId) ??
    (await readMethod(context, opened.escrowId, at));
  const encryptionMethod = wordAt(ENCRYPTION_METHODS, method, "EncryptionMethod");
  const start = {
    origin: "offer",
    offerId,
    totalFundedUnits: offer.depositUnits,
    encryptionMethod,
  } as const;
  return openEscrow(context, home, opened, start, "OfferAccepted", at);
}

async function readMethod(context: Context, escrowId: bigint, at: Stamp): Promise<number> {
  const stored = await context.client.readContract({
    abi: EscrowAbi,
    address: at.contract,
    functionName: "getEscrow",
    args: [escrowId],
  });
  return stored.encryptionMethod;
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
  const { escrowId, encryptionMethod } = funded;
  const movements = claimMovements(home.token, at);
  const changed = (before: EscrowRow): EscrowChange => ({
    encryptionMethod,
    fundedAt: at.seconds,
    ...(before.origin === "direct" ? {} : completed(before, movements, at)),
  });
  const row = await moveEscrow(context, escrowId, "FundsDeposited", "funded", changed, at);
  await bookFunds(context, row, movements, at);
  return row;
}

function completed(
  { totalFundedUnits }: EscrowRow,
  movements: readonly OpenMovement[],
  at: Stamp,
): EscrowChange {
  const amountUnits = movements
    .filter((movement) => movement.to === at.contract)
    .reduce((sum, movement) => sum + movement.amountUnits, totalFundedUnits);
  const { platformFee, sellerPayout } = splitEscrow(amountUnits);
  return {
    amountUnits,
    totalFundedUnits: amountUnits,
    platformFeeUnits: platformFee,
    sellerPayoutUnits: sellerPayout,
  };
}

export async function deliverCredentials(
  context: Context,
  escrowId: bigint,
  credentialHash: `0x${string}`,
  at: Stamp,
) {
  const delivered = () => ({
    credentialHash,
    verifyDeadline: at.seconds + VERIFICATION_SECONDS,
    deliveredAt: at.seconds,
  });
  return moveEscrow(context, escrowId, "CredentialsUploaded", "delivered", delivered, at);
}

export async function extendVerification(
  context: Context,
  escrowId: bigint,
  verifyDeadline: bigint,
  at: Stamp,
) {
  return changeEscrow(context, escrowId, at, (before) => {
    if (before.state !== "delivered" || before.isVerificationExtended) {
      throw new ImpossibleStateError(`Verification of escrow ${escrowId} was extended out of turn`);
    }
    return { verifyDeadline, isVerificationExtended: true };
  });
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
  const { settled, settleOnce } = settlement(home, "FundsReleased", at);
  const row = await changeEscrow(context, escrowId, at, settleOnce);
  await bookPayouts(context, escrowId, settled().payouts, at);
  return row;
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
  await noteIssue(context, escrowId, issue, at);
  await openIssue(context, escrowId, issue, at);
  const disputed = () => ({ disputedAt: at.seconds });
  return moveEscrow(context, escrowId, "TransitionIssueReported", "disputed", disputed, at);
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
  await openDispute(context, raised, at);
  const disputed = () => ({ disputedAt: at.seconds });
  return moveEscrow(context, raised.escrowId, "DisputeRaised", "disputed", disputed, at);
}

export async function resolveDispute(
  context: Context,
  home: ContractRow,
  resolved: { escrowId: bigint; resolution: DisputeResolution; resolver: `0x${string}` },
  at: Stamp,
) {
  const { escrowId, resolution } = resolved;
  const { settled, settleOnce } = settlement(home, "DisputeResolved", at);
  const state = stateAfterResolution(resolution);
  const row = await moveEscrow(context, escrowId, "DisputeResolved", state, settleOnce, at);
  const { payouts, toBuyerUnits } = settled();
  await bookPayouts(context, escrowId, payouts, at);
  await closeDispute(context, { ...resolved, refundedUnits: toBuyerUnits }, at);
  return row;
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
  const { settled, settleOnce } = settlement(home, event, at);
  const changed = (before: EscrowRow) => ({ ...settleOnce(before), ...also });
  const row = await moveEscrow(context, escrowId, event, state, changed, at);
  await bookPayouts(context, escrowId, settled().payouts, at);
  return row;
}

/**
 * A settlement of the movements that lie open now, worked out while its escrow changes.
 * @returns what to change the escrow by, and a look at the settlement afterwards
 */
function settlement(home: ContractRow, event: string, at: Stamp) {
  const movements = claimMovements(home.token, at);
  let last: Settlement = { totals: {}, toBuyerUnits: 0n, payouts: [] };
  return {
    settleOnce: (before: EscrowRow): EscrowChange => {
      last = settle(home, before, event, movements, at);
      return last.totals;
    },
    settled: () => last,
  };
}
