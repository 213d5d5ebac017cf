import { ImpossibleStateError } from "./errors.ts";
import {
  type DisputeResolution,
  ESCROW_STATES,
  type EscrowState,
  type ListingState,
  type OfferState,
  TERMINAL_ESCROW_STATES,
} from "./states.ts";

/** Events that change the state of an escrow (domain A.8). */
export type EscrowMove =
  | "FundsDeposited"
  | "CredentialsUploaded"
  | "ReceiptConfirmed"
  | "TransitionRetainerClaimed"
  | "AdminRetainerReleased"
  | "TransitionIssueReported"
  | "DisputeRaised"
  | "DisputeResolved"
  | "TimeoutClaimed"
  | "EmergencyWithdrawal"
  | "EmergencyEjectEscrow";

/** Every edge of the escrow's state machine: for each event, from which state to which. */
export const ESCROW_EDGES: Record<EscrowMove, readonly (readonly [EscrowState, EscrowState])[]> = {
  FundsDeposited: [["created", "funded"]],
  CredentialsUploaded: [["funded", "delivered"]],
  ReceiptConfirmed: [["delivered", "transition"]],
  TransitionRetainerClaimed: [["transition", "completed"]],
  AdminRetainerReleased: [["transition", "completed"]],
  TransitionIssueReported: [["transition", "disputed"]],
  DisputeRaised: [
    ["delivered", "disputed"],
    ["transition", "disputed"],
  ],
  DisputeResolved: [
    ["disputed", "refunded"],
    ["disputed", "completed"],
    ["disputed", "resolved"],
  ],
  TimeoutClaimed: [
    ["funded", "expired"],
    ["delivered", "completed"],
  ],
  EmergencyWithdrawal: [
    ["funded", "emergency"],
    ["delivered", "emergency"],
    ["transition", "emergency"],
  ],
  EmergencyEjectEscrow: [
    ["created", "emergency"],
    ["funded", "emergency"],
    ["delivered", "emergency"],
    ["transition", "emergency"],
    ["disputed", "emergency"],
  ],
};

/** Listing moves. A build check or price change needs no particular state. */
export const LISTING_EDGES = {
  ListingCancelled: [["active", "cancelled"]],
  ListingPaused: [["active", "paused"]],
  ListingResumed: [["paused", "active"]],
} as const satisfies Record<string, readonly (readonly [ListingState, ListingState])[]>;

/** Offer moves; an ejection cancels without `OfferCancelled`. */
export const OFFER_EDGES = {
  OfferAccepted: [["active", "accepted"]],
  OfferRejected: [["active", "rejected"]],
  OfferCancelled: [["active", "cancelled"]],
  EmergencyEjectOffer: [["active", "cancelled"]],
} as const satisfies Record<string, readonly (readonly [OfferState, OfferState])[]>;

/** State that a resolution leads to; partial refund and split end alike. */
const RESOLUTION_STATES: Record<Exclude<DisputeResolution, "pending">, EscrowState> = {
  full_refund: "refunded",
  release_to_seller: "completed",
  partial_refund: "resolved",
  split: "resolved",
};

/**
 * State of an escrow after a dispute's resolution.
 * @throws ImpossibleStateError for `pending`, which cannot be resolved to.
 */
export function stateAfterResolution(resolution: DisputeResolution): EscrowState {
  if (resolution === "pending") throw new ImpossibleStateError("A dispute was resolved as pending");
  return RESOLUTION_STATES[resolution];
}

/**
 * State that `TimeoutClaimed` announces; only expired (9) and completed (7) exist.
 * @throws ImpossibleStateError for any other ordinal.
 */
export function stateAfterTimeout(ordinal: number): EscrowState {
  const state = ESCROW_STATES[ordinal];
  if (state !== "expired" && state !== "completed") {
    throw new ImpossibleStateError(`A timeout led to escrow state ${ordinal}`);
  }
  return state;
}

/**
 * Lets a move pass when it is an edge of the table.
 * @throws ImpossibleStateError otherwise.
 */
export function assertEdge<State extends string>(
  edges: readonly (readonly [State, State])[],
  from: State,
  to: State,
  what: string,
): void {
  if (edges.some(([source, target]) => source === from && target === to)) return;
  throw new ImpossibleStateError(`${what} moves from ${from} to ${to}`);
}

/** Whether nothing can leave this state. */
export function isTerminal(state: EscrowState): boolean {
  return (TERMINAL_ESCROW_STATES as readonly EscrowState[]).includes(state);
}
