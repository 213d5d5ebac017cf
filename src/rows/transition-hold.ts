import type { Context } from "ponder:registry";
import { transitionHold } from "ponder:schema";
import { sanitizeText } from "../protocol/text.ts";
import { updatedRow } from "./existing-row.ts";
import type { Stamp } from "./stamp.ts";

const keyOf = (escrowId: bigint, at: Stamp) => ({
  chainId: at.chainId,
  contract: at.contract,
  escrowId,
});

/** Holds the retainer back until the time that the event names, never "seven days later" (trap 31). */
export async function createHold(
  context: Context,
  escrowId: bigint,
  retainedUnits: bigint,
  releaseTime: bigint,
  at: Stamp,
) {
  await context.db.insert(transitionHold).values({
    ...keyOf(escrowId, at),
    retainedUnits,
    releaseTime,
    isReleased: false,
    isClaimed: false,
    assistanceNotes: "",
    createdAt: at.seconds,
    updatedBlock: at.blockNumber,
  });
}

export async function releaseHold(context: Context, escrowId: bigint, at: Stamp) {
  await context.db.update(transitionHold, keyOf(escrowId, at)).set({
    isReleased: true,
    isClaimed: true,
    updatedBlock: at.blockNumber,
  });
}

export async function noteIssue(context: Context, escrowId: bigint, issue: string, at: Stamp) {
  await context.db.update(transitionHold, keyOf(escrowId, at)).set({
    assistanceNotes: sanitizeText(issue),
    updatedBlock: at.blockNumber,
  });
}

/** A hold ends with its escrow, whatever its own flags say (traps 23 and 24). */
export async function closeHold(context: Context, escrowId: bigint, at: Stamp) {
  const closed = { closedAt: at.seconds, updatedBlock: at.blockNumber };
  await updatedRow(context.db.update(transitionHold, keyOf(escrowId, at)).set(closed));
}
