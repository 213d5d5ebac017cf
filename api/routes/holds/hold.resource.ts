import { z } from "@hono/zod-openapi";
import type { Position } from "../../../core/db/consistent-read.ts";
import { HOLD_STATES, type HoldRow, holdState } from "../../../core/queries/holds.ts";
import { holdClocks } from "../../../src/protocol/clocks.ts";
import { publicId } from "../../../src/protocol/ids.ts";
import { ESCROW_STATES } from "../../../src/protocol/states.ts";
import { deadlineFields, toDeadlineFields } from "../../http/deadline.resource.ts";
import { Address, toAddress } from "../../http/values.ts";
import { HoldDetail, toHoldDetail } from "../escrows/escrow-detail.resource.ts";

/** A retainer with the escrow that it belongs to and its clocks. */
export const Hold = HoldDetail.extend({
  id: z.string().openapi({ description: "Public id of the escrow: one hold at most for each." }),
  chainId: z.int(),
  contract: Address.openapi({ description: "Escrow contract." }),
  escrow: z.string(),
  listing: z.string().nullable(),
  buyer: Address,
  seller: Address,
  escrowState: z.enum(ESCROW_STATES),
  state: z.enum(HOLD_STATES).openapi({
    description:
      "Derived: open, disputed, released to the seller, or ended with its escrow, whatever the contract's own flags say.",
  }),
  ...deadlineFields,
  updatedBlockNumber: z.int(),
}).openapi("Hold");

export function toHold(row: HoldRow, position: Position): z.output<typeof Hold> {
  const now = position.indexed.timestamp;
  const id = publicId(row.chainId, row.contract, row.escrowId);
  return {
    id,
    chainId: row.chainId,
    contract: toAddress(row.contract),
    escrow: id,
    listing:
      row.marketplace === null ? null : publicId(row.chainId, row.marketplace, row.listingId),
    buyer: toAddress(row.buyer),
    seller: toAddress(row.seller),
    escrowState: row.escrowState,
    state: holdState(row),
    ...toHoldDetail(row, position),
    ...toDeadlineFields(holdClocks(row, now), now),
    updatedBlockNumber: Number(row.updatedBlock),
  };
}
