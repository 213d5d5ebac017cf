import {
  EMERGENCY_COOLDOWN_SECONDS,
  HEARTBEAT_PAUSE_SECONDS,
  HEARTBEAT_WARNING_SECONDS,
} from "./constants.ts";
import type { DisputeResolution, EscrowState, OfferState, PaymentState } from "./states.ts";

/** How chain time is compared with the clock's moment; boundaries differ by act (trap 32). */
export type Comparison = "<=" | "<" | ">" | ">=";

/** Who may act. `counterparty` is the party of a dispute that did not raise it. */
export type Actor =
  | "buyer"
  | "seller"
  | "counterparty"
  | "agent"
  | "owner"
  | "orchestrator"
  | "anyone";

/** One moment that decides what can happen to a row, seen from one point of chain time. */
export type Clock = {
  /** Name of the moment, e.g. `handover`. */
  kind: string;
  /** The moment in unix seconds of chain time. */
  at: bigint;
  /** The act is possible while `now <comparison> at` holds. */
  comparison: Comparison;
  /** Contract function that the clock lets through. */
  act: string;
  /** Who may call it. */
  actors: readonly Actor[];
  /** Whether the clock lets the act through now. */
  isOpen: boolean;
  /** Whether a duty lapsed: its time is over and nobody has acted (trap 34). */
  isOverdue: boolean;
  /** What happens when nobody acts. */
  byDefault: string;
};

type Moment = Omit<Clock, "isOpen" | "isOverdue">;

/** Whether `now <comparison> at` holds. */
export function holds(now: bigint, comparison: Comparison, at: bigint): boolean {
  switch (comparison) {
    case "<=":
      return now <= at;
    case "<":
      return now < at;
    case ">":
      return now > at;
    case ">=":
      return now >= at;
  }
}

/** A duty ends at its moment: past it, it is overdue. A right begins at it and is never overdue. */
function tick(now: bigint, moment: Moment): Clock {
  const isOpen = holds(now, moment.comparison, moment.at);
  const isDuty = moment.comparison === "<=" || moment.comparison === "<";
  return { ...moment, isOpen, isOverdue: isDuty && !isOpen };
}

const NOTHING_MOVES = "Nothing happens by itself.";

/** Clocks of an offer: after its expiry anybody may cancel it, yet the seller may still accept (trap 30). */
export function offerClocks(
  offer: { state: OfferState; expiresAt: bigint | null },
  now: bigint,
): Clock[] {
  if (offer.state !== "active" || offer.expiresAt === null) return [];
  const at = offer.expiresAt;
  return [
    tick(now, {
      kind: "offer_response",
      at,
      comparison: "<=",
      act: "acceptOffer",
      actors: ["seller"],
      byDefault: "The offer counts as expired; it can be accepted until somebody cancels it.",
    }),
    tick(now, {
      kind: "offer_expiry",
      at,
      comparison: ">",
      act: "cancelOffer",
      actors: ["anyone"],
      byDefault: `${NOTHING_MOVES} The earnest money stays until somebody cancels.`,
    }),
  ];
}

/**
 * Clocks of an escrow. `created` has none: no timeout and no cancellation (trap 29), while its
 * handover deadline already runs (trap 28).
 */
export function escrowClocks(
  escrow: {
    state: EscrowState;
    handoverDeadline: bigint;
    verifyDeadline: bigint | null;
    isVerificationExtended: boolean;
  },
  now: bigint,
): Clock[] {
  if (escrow.state === "created" || escrow.state === "funded") {
    return handoverClocks(escrow.state, escrow.handoverDeadline, now);
  }
  if (escrow.state === "delivered" && escrow.verifyDeadline !== null) {
    return verificationClocks(escrow.verifyDeadline, escrow.isVerificationExtended, now);
  }
  return [];
}

function handoverClocks(state: "created" | "funded", at: bigint, now: bigint): Clock[] {
  const delivery: Moment = {
    kind: "handover",
    at,
    comparison: "<=",
    act: "uploadCredentialHash",
    actors: ["seller"],
    byDefault: "Anybody may claim the timeout, which pays the buyer back.",
  };
  if (state === "created") {
    const byDefault = `${NOTHING_MOVES} Funding stays possible, and the handover deadline does not move.`;
    return [tick(now, { ...delivery, act: "completeFunding", actors: ["buyer"], byDefault })];
  }
  return [
    tick(now, delivery),
    tick(now, {
      kind: "handover_timeout",
      at,
      comparison: ">",
      act: "claimTimeout",
      actors: ["anyone"],
      byDefault: `${NOTHING_MOVES} The escrow stays funded until somebody claims the timeout.`,
    }),
  ];
}

function verificationClocks(at: bigint, isExtended: boolean, now: bigint): Clock[] {
  const clocks = [
    tick(now, {
      kind: "verification",
      at,
      comparison: "<=",
      act: "confirmReceipt",
      actors: ["buyer"],
      byDefault: "Anybody may claim the timeout, which pays the seller in full, without a hold.",
    }),
    tick(now, {
      kind: "verification_timeout",
      at,
      comparison: ">",
      act: "claimTimeout",
      actors: ["anyone"],
      byDefault: `${NOTHING_MOVES} The escrow stays delivered until somebody claims the timeout.`,
    }),
  ];
  if (isExtended) return clocks;
  return [
    ...clocks,
    tick(now, {
      kind: "verification_extension",
      at,
      comparison: "<",
      act: "requestVerificationExtension",
      actors: ["buyer"],
      byDefault: "The verification window ends as announced.",
    }),
  ];
}

/** Clocks of a hold, open only while its escrow is in transition (trap 23). */
export function holdClocks(
  hold: { releaseTime: bigint; isReleased: boolean; escrowState: EscrowState },
  now: bigint,
): Clock[] {
  if (hold.isReleased || hold.escrowState !== "transition") return [];
  const at = hold.releaseTime;
  return [
    tick(now, {
      kind: "transition_issue",
      at,
      comparison: "<",
      act: "reportTransitionIssue",
      actors: ["buyer"],
      byDefault: "The seller may claim the retainer.",
    }),
    tick(now, {
      kind: "retainer_release",
      at,
      comparison: ">=",
      act: "claimTransitionRetainer",
      actors: ["seller"],
      byDefault: `${NOTHING_MOVES} The retainer stays until the seller claims it.`,
    }),
  ];
}

/** Clocks of a dispute; one that began as a transition issue has no deadline (domain A.8). */
export function disputeClocks(
  dispute: { resolution: DisputeResolution; responseDeadline: bigint | null },
  now: bigint,
): Clock[] {
  if (dispute.resolution !== "pending" || dispute.responseDeadline === null) return [];
  return [
    tick(now, {
      kind: "dispute_response",
      at: dispute.responseDeadline,
      comparison: "<=",
      act: "respondToDispute",
      actors: ["counterparty"],
      byDefault: "The owner may resolve with or without a response.",
    }),
  ];
}

/** Clocks of a seller: silence leads to a warning and then to a pause (domain A.3, strict). */
export function sellerClocks(
  seller: {
    lastHeartbeatAt: bigint;
    isActive: boolean;
    isPaused: boolean;
    emergencyWithdrawAt: bigint | null;
  },
  now: bigint,
): Clock[] {
  const clocks: Clock[] = [];
  if (seller.isActive && !seller.isPaused) {
    clocks.push(
      tick(now, {
        kind: "heartbeat",
        at: seller.lastHeartbeatAt + HEARTBEAT_WARNING_SECONDS,
        comparison: "<=",
        act: "recordHeartbeat",
        actors: ["seller"],
        byDefault: "The seller counts as silent and may be paused two weeks later.",
      }),
      tick(now, {
        kind: "heartbeat_pause",
        at: seller.lastHeartbeatAt + HEARTBEAT_PAUSE_SECONDS,
        comparison: ">",
        act: "pauseInactiveSeller",
        actors: ["agent"],
        byDefault: `${NOTHING_MOVES} The seller stays active until the agent pauses.`,
      }),
    );
  }
  if (seller.emergencyWithdrawAt !== null) {
    clocks.push(
      tick(now, {
        kind: "emergency_stake_withdrawal",
        at: seller.emergencyWithdrawAt,
        comparison: ">=",
        act: "executeEmergencyWithdraw",
        actors: ["seller"],
        byDefault: `${NOTHING_MOVES} The request stays open.`,
      }),
    );
  }
  return clocks;
}

/** Clocks of a payment to an agent: after its expiry it can only be refunded (domain C.2). */
export function paymentClocks(
  payment: { state: PaymentState; expiresAt: bigint },
  now: bigint,
): Clock[] {
  if (payment.state !== "escrowed") return [];
  return [
    tick(now, {
      kind: "payment_release",
      at: payment.expiresAt,
      comparison: "<=",
      act: "releasePayment",
      actors: ["orchestrator"],
      byDefault: `${NOTHING_MOVES} The money stays until the orchestrator refunds it.`,
    }),
  ];
}

/** Clocks of an escrow contract in emergency mode: withdrawals open, and from then on it stays. */
export function emergencyClocks(
  contract: { emergencyActivatedAt: bigint | null },
  now: bigint,
): Clock[] {
  if (contract.emergencyActivatedAt === null) return [];
  const at = contract.emergencyActivatedAt + EMERGENCY_COOLDOWN_SECONDS;
  return [
    tick(now, {
      kind: "emergency_deactivation",
      at,
      comparison: "<",
      act: "deactivateEmergency",
      actors: ["owner"],
      byDefault: "Emergency withdrawals open and the mode can no longer be left.",
    }),
    tick(now, {
      kind: "emergency_withdrawal",
      at,
      comparison: ">=",
      act: "emergencyWithdraw",
      actors: ["buyer", "seller"],
      byDefault: `${NOTHING_MOVES} Money stays until a party withdraws it.`,
    }),
  ];
}

/**
 * The clocks that matter next: the earliest ones still ahead, `count` at most, else the latest that
 * has passed (so that something overdue is never hidden).
 */
export function nextDeadlines(clocks: readonly Clock[], now: bigint, count: number): Clock[] {
  const byTime = [...clocks].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const ahead = byTime.filter((clock) => clock.at >= now);
  return ahead.length > 0 ? ahead.slice(0, count) : byTime.slice(-1);
}
