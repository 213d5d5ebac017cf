import { z } from "@hono/zod-openapi";
import type { Position } from "../../../core/db/consistent-read.ts";
import type { DisputeRow } from "../../../core/queries/disputes.ts";
import type { TransitionRow } from "../../../core/queries/escrow-parts.ts";
import type { EscrowRow } from "../../../core/queries/escrows.ts";
import type { HoldRow } from "../../../core/queries/holds.ts";
import {
  DISPUTE_ORIGINS,
  DISPUTE_RESOLUTIONS,
  DISPUTE_TYPES,
  ESCROW_STATES,
} from "../../../src/protocol/states.ts";
import {
  Address,
  Finality,
  finalityOf,
  Hash,
  Instant,
  Money,
  toAddress,
  toAddressOrNull,
  toInstant,
  toInstantOrNull,
  toMoney,
  toMoneyOrNull,
} from "../../http/values.ts";
import { Escrow, toEscrow } from "./escrow.resource.ts";

export const HoldDetail = z
  .object({
    retainer: Money,
    releaseAt: Instant.nullable().openapi({ description: "First second to claim it." }),
    isReleased: z.boolean().openapi({ description: "Flag stored by the contract." }),
    isClaimed: z.boolean().openapi({ description: "Flag stored by the contract." }),
    assistanceNotes: z.string().openapi({ description: "Issue reported by the buyer." }),
    createdAt: Instant,
    closedAt: Instant.nullable().openapi({
      description: "When it was claimed or its escrow ended; null while open.",
    }),
    finality: Finality,
  })
  .openapi("HoldDetail");

export const DisputeDetail = z
  .object({
    origin: z.enum(DISPUTE_ORIGINS),
    initiator: Address.nullable(),
    type: z.enum(DISPUTE_TYPES).nullable(),
    evidence: z.string().openapi({ description: "A link or text of a party; untrusted." }),
    response: z.string().nullable().openapi({ description: "A link or text; untrusted." }),
    respondedAt: Instant.nullable(),
    responseDeadlineAt: Instant.nullable(),
    resolution: z.enum(DISPUTE_RESOLUTIONS),
    resolver: Address.nullable(),
    refunded: Money.nullable(),
    createdAt: Instant,
    resolvedAt: Instant.nullable(),
    finality: Finality,
  })
  .openapi("DisputeDetail");

export const Transition = z
  .object({
    sequence: z.int(),
    from: z.enum(ESCROW_STATES).nullable().openapi({ description: "Null for the first state." }),
    to: z.enum(ESCROW_STATES),
    cause: z.string().openapi({ description: "Event that caused it.", example: "FundsDeposited" }),
    actor: Address.openapi({ description: "Account that sent the transaction." }),
    changedAt: Instant,
    blockNumber: z.int(),
    logIndex: z.int(),
    txHash: Hash,
    finality: Finality,
  })
  .openapi("EscrowTransition");

/** An escrow with everything that belongs to it. */
export const EscrowDetail = Escrow.extend({
  hold: HoldDetail.nullable(),
  dispute: DisputeDetail.nullable(),
  transitions: z.array(Transition).openapi({ description: "In the order of the chain." }),
}).openapi("EscrowDetail");

export type EscrowParts = {
  hold: HoldRow | undefined;
  dispute: DisputeRow | undefined;
  transitions: readonly TransitionRow[];
};

export function toEscrowDetail(
  row: EscrowRow,
  { hold, dispute, transitions }: EscrowParts,
  position: Position,
): z.output<typeof EscrowDetail> {
  return {
    ...toEscrow(row, position),
    hold: hold === undefined ? null : toHoldDetail(hold, position),
    dispute: dispute === undefined ? null : toDisputeDetail(dispute, position),
    transitions: transitions.map((transition) => toTransition(transition, position)),
  };
}

export function toTransition(
  transition: TransitionRow,
  { heads }: Position,
): z.output<typeof Transition> {
  return {
    sequence: transition.sequence,
    from: transition.fromState,
    to: transition.toState,
    cause: transition.cause,
    actor: toAddress(transition.actor),
    changedAt: toInstant(transition.changedAt),
    blockNumber: Number(transition.blockNumber),
    logIndex: transition.logIndex,
    txHash: transition.txHash,
    finality: finalityOf(transition.blockNumber, heads),
  };
}

export function toHoldDetail(hold: HoldRow, { heads }: Position): z.output<typeof HoldDetail> {
  return {
    retainer: toMoney(hold.retainedUnits, hold),
    releaseAt: toInstantOrNull(hold.releaseTime),
    isReleased: hold.isReleased,
    isClaimed: hold.isClaimed,
    assistanceNotes: hold.assistanceNotes,
    createdAt: toInstant(hold.createdAt),
    closedAt: toInstantOrNull(hold.closedAt),
    finality: finalityOf(hold.updatedBlock, heads),
  };
}

export function toDisputeDetail(
  dispute: DisputeRow,
  { heads }: Position,
): z.output<typeof DisputeDetail> {
  return {
    origin: dispute.origin,
    initiator: toAddressOrNull(dispute.initiator),
    type: dispute.disputeType,
    evidence: dispute.evidence,
    response: dispute.response,
    respondedAt: toInstantOrNull(dispute.respondedAt),
    responseDeadlineAt: toInstantOrNull(dispute.responseDeadline),
    resolution: dispute.resolution,
    resolver: toAddressOrNull(dispute.resolver),
    refunded: toMoneyOrNull(dispute.refundedUnits, dispute),
    createdAt: toInstant(dispute.createdAt),
    resolvedAt: toInstantOrNull(dispute.resolvedAt),
    finality: finalityOf(dispute.updatedBlock, heads),
  };
}
