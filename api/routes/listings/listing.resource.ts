import { z } from "@hono/zod-openapi";
import type { Position } from "../../../core/db/consistent-read.ts";
import type { ListingRow, PriceChangeRow } from "../../../core/queries/listings.ts";
import { publicId } from "../../../src/protocol/ids.ts";
import {
  AVAILABILITIES,
  LISTING_STATES,
  VERIFICATION_LEVELS,
} from "../../../src/protocol/states.ts";
import { originFields, toOriginFields } from "../../http/origin.ts";
import {
  Address,
  Finality,
  finalityOf,
  Hash,
  Instant,
  Money,
  toAddress,
  toInstant,
  toInstantOrNull,
  toMoney,
  toMoneyOrNull,
} from "../../http/values.ts";
import { ListingValuation } from "../valuations/valuation.resource.ts";

/** A business for sale. Texts are the seller's own words: show them as text, trust none. */
export const Listing = z
  .object({
    id: z.string().openapi({ example: "31337-0x5fbdb2315678afecb367f032d93f642f64180aa3-0" }),
    chainId: z.int(),
    contract: Address.openapi({ description: "Marketplace." }),
    listingId: z
      .string()
      .openapi({ description: "Number on its marketplace, from 0.", example: "0" }),
    seller: Address,
    title: z.string(),
    metadataUri: z.string(),
    askingPrice: Money,
    state: z.enum(LISTING_STATES).openapi({
      description: "State stored by the contract; a sale never changes it.",
    }),
    availability: z.enum(AVAILABILITIES).openapi({
      description: "Whether it can be bought, derived from state, escrows and offers.",
    }),
    declaredVerification: z.enum(VERIFICATION_LEVELS).openapi({
      description: "What the seller declared: not a verification.",
    }),
    build: z.object({ buildId: z.string(), isVerified: z.boolean() }),
    ipAssignment: z.object({ hash: Hash, signedAt: Instant }),
    pause: z.object({ reason: z.string().nullable(), pausedAt: Instant.nullable() }).nullable(),
    cancelledAt: Instant.nullable(),
    category: z.string().nullable().openapi({
      description: "Kind of business, not from the chain; null when it is not known.",
      example: "saas",
    }),
    tags: z.array(z.string()).openapi({ description: "Further words, not from the chain." }),
    escrowCount: z.int().openapi({ description: "Escrows ever opened on it." }),
    activeOfferCount: z.int(),
    highestOffer: Money.nullable().openapi({ description: "Highest price ever offered." }),
    priceChangeCount: z.int(),
    ...originFields,
  })
  .openapi("Listing");

export function toListing(row: ListingRow, { heads }: Position): z.output<typeof Listing> {
  return {
    id: publicId(row.chainId, row.contract, row.listingId),
    chainId: row.chainId,
    contract: toAddress(row.contract),
    listingId: String(row.listingId),
    seller: toAddress(row.seller),
    title: row.title,
    metadataUri: row.metadataUri,
    askingPrice: toMoney(row.askingPriceUnits, row),
    state: row.state,
    availability: row.availability,
    declaredVerification: row.declaredVerification,
    build: { buildId: row.buildId, isVerified: row.isBuildIdVerified },
    ipAssignment: { hash: row.ipAssignmentHash, signedAt: toInstant(row.ipSignedAt) },
    pause:
      row.state === "paused"
        ? { reason: row.pauseReason, pausedAt: toInstantOrNull(row.pausedAt) }
        : null,
    cancelledAt: toInstantOrNull(row.cancelledAt),
    category: row.category,
    tags: row.tags ?? [],
    escrowCount: row.escrowCount,
    activeOfferCount: row.activeOfferCount,
    highestOffer: toMoneyOrNull(row.highestOfferUnits, row),
    priceChangeCount: row.priceChangeCount,
    ...toOriginFields(row),
    finality: finalityOf(row.updatedBlock, heads),
  };
}

export const PriceChange = z
  .object({
    id: z.string().openapi({ description: "`<listing>-<blockNumber>-<logIndex>`." }),
    listing: z.string().openapi({ description: "Public id of the listing." }),
    previousPrice: Money.nullable().openapi({ description: "Null for the first price." }),
    price: Money,
    changedAt: Instant,
    blockNumber: z.int(),
    logIndex: z.int(),
    txHash: Hash,
    finality: Finality,
  })
  .openapi("PriceChange");

/** A listing with its description and its latest prices. */
export const ListingDetail = Listing.extend({
  description: z.string().nullable().openapi({
    description: "The seller's own words, not from the chain; null when there are none.",
  }),
  priceHistory: z.array(PriceChange).openapi({ description: "The last 20 prices, newest first." }),
  valuation: ListingValuation.nullable().openapi({
    description:
      "The newest published estimate, made without a look at the asking price; null while there is none.",
  }),
}).openapi("ListingDetail");

export function toPriceChange(
  change: PriceChangeRow,
  { heads }: Position,
): z.output<typeof PriceChange> {
  const listing = publicId(change.chainId, change.contract, change.listingId);
  return {
    id: `${listing}-${change.blockNumber}-${change.logIndex}`,
    listing,
    previousPrice: toMoneyOrNull(change.previousPriceUnits, change),
    price: toMoney(change.priceUnits, change),
    changedAt: toInstant(change.changedAt),
    blockNumber: Number(change.blockNumber),
    logIndex: change.logIndex,
    txHash: change.txHash,
    finality: finalityOf(change.blockNumber, heads),
  };
}
