import type { Context } from "ponder:registry";
import { dispute } from "ponder:schema";
import { DISPUTE_RESPONSE_SECONDS } from "../protocol/constants.ts";
import { ImpossibleStateError } from "../protocol/errors.ts";
import type { DisputeResolution, DisputeType } from "../protocol/states.ts";
import { sanitizeText } from "../protocol/text.ts";
import { updatedRow } from "./existing-row.ts";
import type { Stamp } from "./stamp.ts";

const keyOf = (escrowId: bigint, at: Stamp) => ({
  chainId: at.chainId,
  contract: at.contract,
  escrowId,
});

/** Records a dispute that a party raised. */
export async function openDispute(
  context: Context,
  raised: {
    escrowId: bigint;
    initiator: `0x${string}`;
    disputeType: DisputeType;
    evidence: string;
  },
  at: Stamp,
) {
  await context.db.insert(dispute).values({
    ...keyOf(raised.escrowId, at),
    ...raised,
    evidence: sanitizeText(raised.evidence),
    origin: "raised",
    responseDeadline: at.seconds + DISPUTE_RESPONSE_SECONDS,
    resolution: "pending",
    createdAt: at.seconds,
    updatedBlock: at.blockNumber,
  });
}

/**
 * Records a reported transition issue. The contract keeps no dispute for it, so nobody is its
 * initiator and nobody can respond (domain A.8; trap 19).
 */
export async function openIssue(context: Context, escrowId: bigint, issue: string, at: Stamp) {
  await context.db.insert(dispute).values({
    ...keyOf(escrowId, at),
    origin: "transition_issue",
    evidence: sanitizeText(issue),
    resolution: "pending",
    createdAt: at.seconds,
    updatedBlock: at.blockNumber,
  });
}

/** Stores a response; a later one replaces it. Returns who had raised the dispute. */
export async function respondToDispute(
  context: Context,
  escrowId: bigint,
  response: string,
  at: Stamp,
) {
  const row = await updatedRow(
    context.db.update(dispute, keyOf(escrowId, at)).set({
      response: sanitizeText(response),
      respondedAt: at.seconds,
      updatedBlock: at.blockNumber,
    }),
  );
  if (row?.origin !== "raised") {
    throw new ImpossibleStateError(`Escrow ${escrowId} got a response without a raised dispute`);
  }
  return row.initiator;
}

/** Stores the outcome with what the buyer got back, in base units (trap 21). */
export async function closeDispute(
  context: Context,
  resolved: {
    escrowId: bigint;
    resolution: DisputeResolution;
    resolver: `0x${string}`;
    refundedUnits: bigint;
  },
  at: Stamp,
) {
  const { escrowId, ...outcome } = resolved;
  const row = await context.db.find(dispute, keyOf(escrowId, at));
  if (row?.resolution !== "pending") {
    throw new ImpossibleStateError(`Escrow ${escrowId} was resolved without an open dispute`);
  }
  await context.db
    .update(dispute, keyOf(escrowId, at))
    .set({ ...outcome, resolvedAt: at.seconds, updatedBlock: at.blockNumber });
}
