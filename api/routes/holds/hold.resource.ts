import { z } from "@hono/zod-openapi";
import type { Position } from "../../../core/db/consistent-read.ts";
import { HOLD_STATES, type HoldRow, holdState } from "../../../core/queries/holds.ts";
import { holdClocks } from "../../../src/protocol/clocks.ts";
import { deadlineFields, toDeadlineFields } from "../../http/deadline.resource.ts";
import { HoldDetail, toHoldDetail } from "../escrows/escrow-detail.resource.ts";
import { escrowPartFields, toEscrowPartFields } from "../escrows/escrow-part.resource.ts";

/** A retainer with the escrow that it belongs to and its clocks. */
export const Hold = HoldDetail.extend({
  id: z.string().openapi({ description: "Public id of the escrow: one hold at most for each." }),
  ...escrowPartFields,
  state: z.enum(HOLD_STATES).openapi({
    description:
      "Derived: open, disputed, released to the seller, or ended with its escrow, whatever the contract's own flags say.",
  }),
  ...deadlineFields,
  updatedBlockNumber: z.int(),
}).openapi("Hold");

export function toHold(row: HoldRow, position: Position): z.output<typeof Hold> {
  const now = position.indexed.timestamp;
  return {
    ...toEscrowPartFields(row),
    state: holdState(row),
    ...toHoldDetail(row, position),
    ...toDeadlineFields(holdClocks(row, now), now),
    updatedBlockNumber: Number(row.updatedBlock),
  };
}
