import { z } from "@hono/zod-openapi";
import type { Position } from "../../../core/db/consistent-read.ts";
import type { EscrowRow } from "../../../core/queries/escrows.ts";
import { disputeClocks, escrowClocks, holdClocks } from "../../../src/protocol/clocks.ts";
import { publicId } from "../../../src/protocol/ids.ts";
import {
  DISPUTE_RESOLUTIONS,
  ENCRYPTION_METHODS,
  ESCROW_ORIGINS,
  ESCROW_STATES,
} from "../../../src/protocol/states.ts";
import { deadlineFields, toDeadlineFields } from "../../http/deadline.resource.ts";
import { originFields, toOriginFields } from "../../http/origin.ts";
import {
  Address,
  finalityOf,
  Hash,
  Instant,
  Money,
  toAddress,
  toInstant,
  toInstantOrNull,
  toMoney,
} from "../../http/values.ts";

/** Money held between a buyer and a seller, with the clocks of escrow, hold and dispute. */
export const Escrow = z
  .object({
    id: z.string(),
    chainId: z.int(),
    contract: Address.openapi({ description: "Escrow contract." }),
    escrowId: z.string().openapi({ description: "Number on its contract, from 1." }),
    listing: z.string().nullable().openapi({
      description: "Public id of the listing; null while its marketplace is unknown.",
    }),
    buyer: Address,
    seller: Address,
    origin: z.enum(ESCROW_ORIGINS),
    offer: z.string().nullable().openapi({ description: "Public id of the offer behind it." }),
    state: z.enum(ESCROW_STATES),
    amount: Money.openapi({ description: "Price of the escrow." }),
    platformFee: Money,
    sellerPayout: Money.openapi({ description: "Amount less fee, retainer included." }),
    funded: Money.openapi({ description: "What reached the contract for it." }),
    paid: z
      .object({ toBuyer: Money, toSeller: Money, toTreasury: Money, toSafetyWallet: Money })
      .openapi({ description: "What left the contract, from the token's transfers." }),
    encryptionMethod: z.enum(ENCRYPTION_METHODS).nullable(),
    credentialHash: Hash.nullable(),
    handoverDeadlineAt: Instant.nullable(),
    verifyDeadlineAt: Instant.nullable(),
    isVerificationExtended: z.boolean(),
    isEmergencyExit: z.boolean(),
    hold: z
      .object({ retainer: Money, releaseAt: Instant.nullable(), isReleased: z.boolean() })
      .nullable()
      .openapi({ description: "Retainer held back after the handover." }),
    dispute: z
      .object({
        resolution: z.enum(DISPUTE_RESOLUTIONS),
        responseDeadlineAt: Instant.nullable(),
      })
      .nullable(),
    depositedAt: Instant,
    fundedAt: Instant.nullable(),
    deliveredAt: Instant.nullable(),
    confirmedAt: Instant.nullable(),
    disputedAt: Instant.nullable(),
    closedAt: Instant.nullable(),
    ...deadlineFields,
    ...originFields,
  })
  .openapi("Escrow");

export function toEscrow(row: EscrowRow, { heads, indexed }: Position): z.output<typeof Escrow> {
  const now = indexed.timestamp;
  const money = (units: bigint) => toMoney(units, row);
  return {
    id: publicId(row.chainId, row.contract, row.escrowId),
    chainId: row.chainId,
    contract: toAddress(row.contract),
    escrowId: String(row.escrowId),
    listing:
      row.marketplace === null ? null : publicId(row.chainId, row.marketplace, row.listingId),
    buyer: toAddress(row.buyer),
    seller: toAddress(row.seller),
    origin: row.origin,
    offer: row.offerId === null ? null : publicId(row.chainId, row.contract, row.offerId),
    state: row.state,
    amount: money(row.amountUnits),
    platformFee: money(row.platformFeeUnits),
    sellerPayout: money(row.sellerPayoutUnits),
    funded: money(row.totalFundedUnits),
    paid: {
      toBuyer: money(row.paidToBuyerUnits),
      toSeller: money(row.paidToSellerUnits),
      toTreasury: money(row.paidToTreasuryUnits),
      toSafetyWallet: money(row.paidToSafetyUnits),
    },
    encryptionMethod: row.encryptionMethod,
    credentialHash: row.credentialHash,
    handoverDeadlineAt: toInstantOrNull(row.handoverDeadline),
    verifyDeadlineAt: toInstantOrNull(row.verifyDeadline),
    isVerificationExtended: row.isVerificationExtended,
    isEmergencyExit: row.isEmergencyExit,
    hold:
      row.retainedUnits === null
        ? null
        : {
            retainer: money(row.retainedUnits),
            releaseAt: toInstantOrNull(row.releaseTime),
            isReleased: row.isRetainerReleased === true,
          },
    dispute:
      row.resolution === null
        ? null
        : {
            resolution: row.resolution,
            responseDeadlineAt: toInstantOrNull(row.responseDeadline),
          },
    depositedAt: toInstant(row.depositedAt),
    fundedAt: toInstantOrNull(row.fundedAt),
    deliveredAt: toInstantOrNull(row.deliveredAt),
    confirmedAt: toInstantOrNull(row.confirmedAt),
    disputedAt: toInstantOrNull(row.disputedAt),
    closedAt: toInstantOrNull(row.closedAt),
    ...toDeadlineFields(clocksOf(row, now), now),
    ...toOriginFields(row),
    finality: finalityOf(row.updatedBlock, heads),
  };
}

function clocksOf(row: EscrowRow, now: bigint) {
  const { releaseTime, resolution, responseDeadline } = row;
  return [
    ...escrowClocks(row, now),
    ...(releaseTime === null
      ? []
      : holdClocks(
          {
            releaseTime,
            isReleased: row.isRetainerReleased === true,
            escrowState: row.state,
          },
          now,
        )),
    ...(resolution === null ? [] : disputeClocks({ resolution, responseDeadline }, now)),
  ];
}
