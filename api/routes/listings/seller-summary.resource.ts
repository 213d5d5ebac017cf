import { z } from "@hono/zod-openapi";
import type { Position } from "../../../core/db/consistent-read.ts";
import type { SellerRow } from "../../../core/queries/sellers.ts";
import { SILENCE_STEPS, silenceOf } from "../../../core/sellers/silence.ts";
import { VERIFICATION_LEVELS } from "../../../src/protocol/states.ts";
import {
  Address,
  Finality,
  finalityOf,
  Instant,
  toAddress,
  toInstant,
  toInstantOrNull,
} from "../../http/values.ts";

/** The seller of a listing, as its marketplace sees the account. */
export const SellerSummary = z
  .object({
    account: Address,
    isActive: z.boolean().openapi({ description: "Whether the contract counts it as active." }),
    isPaused: z.boolean(),
    declaredVerification: z.enum(VERIFICATION_LEVELS).nullable().openapi({
      description: "What the seller last declared: not a verification.",
    }),
    isGenesis: z.boolean(),
    listingCount: z.int(),
    completedSaleCount: z.int().openapi({ description: "Escrows that paid the seller in full." }),
    disputedSaleCount: z.int(),
    lastHeartbeatAt: Instant.nullable().openapi({ description: "Last sign of life on chain." }),
    answeredMailAt: Instant.nullable().openapi({
      description: "When the seller last answered a reminder by its link, in chain time.",
    }),
    silence: z.enum(SILENCE_STEPS).openapi({
      description:
        "How long nothing was heard of it, on chain or by mail: reminded after 30 days, unresponsive after 37, pausable after 44.",
    }),
    firstSeenAt: Instant,
    finality: Finality,
  })
  .openapi("SellerSummary");

export function toSellerSummary(
  row: SellerRow,
  { heads, indexed }: Position,
): z.output<typeof SellerSummary> {
  return {
    account: toAddress(row.seller),
    isActive: row.isActive,
    isPaused: row.isPaused,
    declaredVerification: row.declaredVerification,
    isGenesis: row.isGenesis,
    listingCount: row.listingCount,
    completedSaleCount: row.completedSaleCount,
    disputedSaleCount: row.disputedSaleCount,
    // The contract keeps 0 for none.
    lastHeartbeatAt: row.lastHeartbeatAt === 0n ? null : toInstantOrNull(row.lastHeartbeatAt),
    answeredMailAt: toInstantOrNull(row.heardByLinkAt),
    silence: silenceOf(row, indexed.timestamp),
    firstSeenAt: toInstant(row.firstSeenAt),
    finality: finalityOf(row.updatedBlock, heads),
  };
}
