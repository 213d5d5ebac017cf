import { z } from "@hono/zod-openapi";
import type { Position } from "../../../core/db/consistent-read.ts";
import type { OfferRow } from "../../../core/queries/offers.ts";
import { offerClocks } from "../../../src/protocol/clocks.ts";
import { publicId } from "../../../src/protocol/ids.ts";
import { OFFER_STATES } from "../../../src/protocol/states.ts";
import { deadlineFields, toDeadlineFields } from "../../http/deadline.resource.ts";
import { originFields, toOriginFields } from "../../http/origin.ts";
import {
  Address,
  finalityOf,
  Instant,
  Money,
  toAddress,
  toAddressOrNull,
  toInstantOrNull,
  toMoney,
} from "../../http/values.ts";

/** An offer with earnest money. Expiry is no state: the clocks tell (trap 30). */
export const Offer = z
  .object({
    id: z.string(),
    chainId: z.int(),
    contract: Address.openapi({ description: "Escrow contract that holds the earnest money." }),
    offerId: z.string().openapi({ description: "Number on its escrow contract, from 1." }),
    listing: z.string().nullable().openapi({
      description: "Public id of the listing; null while its marketplace is unknown.",
    }),
    buyer: Address,
    price: Money,
    deposit: Money.openapi({ description: "Earnest money as received." }),
    state: z.enum(OFFER_STATES),
    isExpired: z.boolean().openapi({
      description: "Active and past its expiry at the chain time of the indexed block.",
    }),
    expiresAt: Instant.nullable(),
    escrow: z.string().nullable().openapi({ description: "Public id of the escrow it led to." }),
    endedAt: Instant.nullable(),
    endedBy: Address.nullable(),
    isEndedByExpiry: z.boolean(),
    isEjected: z.boolean(),
    ...deadlineFields,
    ...originFields,
  })
  .openapi("Offer");

export function toOffer(row: OfferRow, { heads, indexed }: Position): z.output<typeof Offer> {
  const now = indexed.timestamp;
  return {
    id: publicId(row.chainId, row.contract, row.offerId),
    chainId: row.chainId,
    contract: toAddress(row.contract),
    offerId: String(row.offerId),
    listing:
      row.marketplace === null ? null : publicId(row.chainId, row.marketplace, row.listingId),
    buyer: toAddress(row.buyer),
    price: toMoney(row.priceUnits, row),
    deposit: toMoney(row.depositUnits, row),
    state: row.state,
    isExpired: row.state === "active" && row.expiresAt !== null && now > row.expiresAt,
    expiresAt: toInstantOrNull(row.expiresAt),
    escrow: row.escrowId === null ? null : publicId(row.chainId, row.contract, row.escrowId),
    endedAt: toInstantOrNull(row.endedAt),
    endedBy: toAddressOrNull(row.endedBy),
    isEndedByExpiry: row.isEndedByExpiry,
    isEjected: row.isEjected,
    ...toDeadlineFields(offerClocks(row, now), now),
    ...toOriginFields(row),
    finality: finalityOf(row.updatedBlock, heads),
  };
}
