import type { Context } from "ponder:registry";
import { escrow } from "ponder:schema";
import { splitEscrow } from "../protocol/amounts.ts";
import { HANDOVER_SECONDS } from "../protocol/constants.ts";
import { ImpossibleStateError } from "../protocol/errors.ts";
import type { EncryptionMethod, EscrowState } from "../protocol/states.ts";
import { assertEdge, ESCROW_EDGES, type EscrowMove, isTerminal } from "../protocol/transitions.ts";
import { type ContractRow, countOnContract } from "./contract.ts";
import { recordTransition } from "./escrow-transition.ts";
import { updatedRow } from "./existing-row.ts";
import { reflectEscrow } from "./listing.ts";
import { countSale } from "./seller.ts";
import type { Stamp } from "./stamp.ts";
import { closeHold } from "./transition-hold.ts";

export type EscrowRow = typeof escrow.$inferSelect;
export type EscrowChange = Partial<Omit<EscrowRow, "chainId" | "contract" | "escrowId">>;

const keyOf = (escrowId: bigint, at: Stamp) => ({
  chainId: at.chainId,
  contract: at.contract,
  escrowId,
});

export type OpenedEscrow = {
  escrowId: bigint;
  listingId: bigint;
  buyer: `0x${string}`;
  seller: `0x${string}`;
  amountUnits: bigint;
};

/** How an escrow came about: bought directly, or by an accepted offer with its earnest money. */
export type EscrowStart =
  | { origin: "direct" }
  | {
      origin: "offer";
      offerId: bigint;
      totalFundedUnits: bigint;
      encryptionMethod: EncryptionMethod;
    };

/** Opens an escrow; the clock for the handover starts now, also for an offer (trap 28). */
export async function openEscrow(
  context: Context,
  home: ContractRow,
  opened: OpenedEscrow,
  start: EscrowStart,
  cause: string,
  at: Stamp,
): Promise<EscrowRow> {
  const { platformFee, sellerPayout } = splitEscrow(opened.amountUnits);
  const row = await context.db.insert(escrow).values({
    ...keyOf(opened.escrowId, at),
    ...opened,
    totalFundedUnits: opened.amountUnits,
    ...start,
    marketplace: home.marketplace,
    token: home.token,
    state: "created",
    platformFeeUnits: platformFee,
    sellerPayoutUnits: sellerPayout,
    depositedAt: at.seconds,
    handoverDeadline: at.seconds + HANDOVER_SECONDS,
    isVerificationExtended: false,
    isEmergencyExit: false,
    paidToBuyerUnits: 0n,
    paidToSellerUnits: 0n,
    paidToTreasuryUnits: 0n,
    paidToSafetyUnits: 0n,
    transitionCount: 1,
    createdAt: at.seconds,
    createdBlock: at.blockNumber,
    createdLogIndex: at.logIndex,
    createdTxHash: at.txHash,
    updatedAt: at.seconds,
    updatedBlock: at.blockNumber,
  });
  await recordTransition(
    context,
    { escrowId: opened.escrowId, sequence: 0, fromState: null, toState: "created", cause },
    at,
  );
  await reflectEscrow(context, row, null, "created", at);
  await countOnContract(context, "escrowCount", at);
  return row;
}

export async function findEscrow(context: Context, escrowId: bigint, at: Stamp) {
  return context.db.find(escrow, keyOf(escrowId, at));
}

/** @throws ImpossibleStateError when no event has opened the escrow. */
export async function requireEscrow(context: Context, escrowId: bigint, at: Stamp) {
  return opened(await findEscrow(context, escrowId, at), escrowId);
}

/**
 * Moves an escrow along an edge of the state machine, and with it everything that follows from its
 * state: the timeline of states, the listing's availability, the seller's record, the hold.
 * @param changed what changes besides, worked out from the escrow before the move
 * @throws ImpossibleStateError when the move is no edge (domain A.8).
 */
export async function moveEscrow(
  context: Context,
  escrowId: bigint,
  event: EscrowMove,
  state: EscrowState,
  changed: (before: EscrowRow) => EscrowChange,
  at: Stamp,
): Promise<EscrowRow> {
  const isClosed = isTerminal(state);
  let fromState = state;
  let sequence = 0;
  const moved = await changeEscrow(context, escrowId, at, (before) => {
    fromState = before.state;
    sequence = before.transitionCount;
    assertEdge(ESCROW_EDGES[event], fromState, state, `Escrow ${escrowId} on ${event}`);
    return {
      ...changed(before),
      state,
      transitionCount: sequence + 1,
      ...(isClosed ? { closedAt: at.seconds } : {}),
    };
  });
  const step = { escrowId, sequence, fromState, toState: state, cause: event };
  await recordTransition(context, step, at);
  await reflectEscrow(context, moved, fromState, state, at);
  await countSale(context, moved, state, at);
  if (isClosed) await closeHold(context, escrowId, at);
  return moved;
}

/**
 * Changes an escrow without moving it to another state.
 * @throws ImpossibleStateError when no event has opened the escrow.
 */
export async function changeEscrow(
  context: Context,
  escrowId: bigint,
  at: Stamp,
  changed: (before: EscrowRow) => EscrowChange,
): Promise<EscrowRow> {
  const update = context.db.update(escrow, keyOf(escrowId, at)).set((before) => ({
    ...changed(before),
    updatedAt: at.seconds,
    updatedBlock: at.blockNumber,
  }));
  return opened(await updatedRow(update), escrowId);
}

function opened(row: EscrowRow | null, escrowId: bigint): EscrowRow {
  if (!row) throw new ImpossibleStateError(`Escrow ${escrowId} changed before it was opened`);
  return row;
}
