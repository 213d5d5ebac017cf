import type { Context } from "ponder:registry";
import { escrowTransition } from "ponder:schema";
import type { EscrowState } from "../protocol/states.ts";
import type { Stamp } from "./stamp.ts";

/** Appends a change of state with the event that caused it. */
export async function recordTransition(
  context: Context,
  moved: {
    escrowId: bigint;
    sequence: number;
    fromState: EscrowState | null;
    toState: EscrowState;
    cause: string;
  },
  at: Stamp,
) {
  await context.db.insert(escrowTransition).values({
    chainId: at.chainId,
    contract: at.contract,
    ...moved,
    actor: at.sender,
    blockNumber: at.blockNumber,
    logIndex: at.logIndex,
    changedAt: at.seconds,
    txHash: at.txHash,
  });
}
