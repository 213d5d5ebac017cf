import { z } from "@hono/zod-openapi";
import type { Position } from "../../../core/db/consistent-read.ts";
import type { DisputeRow } from "../../../core/queries/disputes.ts";
import { disputeClocks } from "../../../src/protocol/clocks.ts";
import { publicId } from "../../../src/protocol/ids.ts";
import { ESCROW_STATES } from "../../../src/protocol/states.ts";
import { deadlineFields, toDeadlineFields } from "../../http/deadline.resource.ts";
import { Address, toAddress } from "../../http/values.ts";
import { DisputeDetail, toDisputeDetail } from "../escrows/escrow-detail.resource.ts";

/** A dispute with the escrow that it is about and the clock of the response. */
export const Dispute = DisputeDetail.extend({
  id: z.string().openapi({ description: "Public id of the escrow: one dispute at most for each." }),
  chainId: z.int(),
  contract: Address.openapi({ description: "Escrow contract." }),
  escrow: z.string(),
  listing: z.string().nullable(),
  buyer: Address,
  seller: Address,
  escrowState: z.enum(ESCROW_STATES),
  state: z.enum(["open", "resolved"]),
  ...deadlineFields,
  updatedBlockNumber: z.int(),
}).openapi("Dispute");

export function toDispute(row: DisputeRow, position: Position): z.output<typeof Dispute> {
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
    state: row.resolution === "pending" ? "open" : "resolved",
    ...toDisputeDetail(row, position),
    ...toDeadlineFields(disputeClocks(row, now), now),
    updatedBlockNumber: Number(row.updatedBlock),
  };
}
