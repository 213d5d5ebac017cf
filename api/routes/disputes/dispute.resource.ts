import { z } from "@hono/zod-openapi";
import type { Position } from "../../../core/db/consistent-read.ts";
import { DISPUTE_STATES, type DisputeRow, disputeStateOf } from "../../../core/queries/disputes.ts";
import { disputeClocks } from "../../../src/protocol/clocks.ts";
import { deadlineFields, toDeadlineFields } from "../../http/deadline.resource.ts";
import { DisputeDetail, toDisputeDetail } from "../escrows/escrow-detail.resource.ts";
import { escrowPartFields, toEscrowPartFields } from "../escrows/escrow-part.resource.ts";

/** A dispute with the escrow that it is about and the clock of the response. */
export const Dispute = DisputeDetail.extend({
  id: z.string().openapi({ description: "Public id of the escrow: one dispute at most for each." }),
  ...escrowPartFields,
  state: z.enum(DISPUTE_STATES).openapi({
    description: "Ejected: the owner took the money of the escrow away, and nobody can resolve it.",
  }),
  ...deadlineFields,
  updatedBlockNumber: z.int(),
}).openapi("Dispute");

export function toDispute(row: DisputeRow, position: Position): z.output<typeof Dispute> {
  const now = position.indexed.timestamp;
  const state = disputeStateOf(row);
  // The contract takes no response for an escrow that has left the dispute.
  const clocks = state === "ejected" ? [] : disputeClocks(row, now);
  return {
    ...toEscrowPartFields(row),
    state,
    ...toDisputeDetail(row, position),
    ...toDeadlineFields(clocks, now),
    updatedBlockNumber: Number(row.updatedBlock),
  };
}
