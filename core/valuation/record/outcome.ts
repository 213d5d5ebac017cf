import { z } from "zod";
import { TERMINAL_ESCROW_STATES } from "../../../src/protocol/states.ts";
import type { Deal } from "../deals/deal.ts";
import { EVIDENCE_GRADES, isPlausible, METRICS } from "../metric.ts";
import { Decimal, ListingKey } from "./frozen-estimate.ts";

/** Why a closed escrow says nothing of a market price. */
export const EXCLUSIONS = [
  "same_party",
  "emergency",
  "disputed",
  "refunded",
  "other_currency",
  "no_price",
] as const;

export type Exclusion = (typeof EXCLUSIONS)[number];

/** What was known of a business before its price was. */
export const KnownDeal = z.strictObject({
  category: z.string().max(64),
  grade: z.enum(EVIDENCE_GRADES),
  /** Yearly money in US dollars (`metric.ts`). */
  figures: z.partialRecord(z.enum(METRICS), z.number()),
  /** US dollars for one of the currency of the sale, then; absent where it is dollars. */
  usdPerUnit: z.number().positive().optional(),
});

export type KnownDeal = z.infer<typeof KnownDeal>;

/** How an escrow ended, and which estimate it scores; everybody can work it out from the chain. */
export const Outcome = z.strictObject({
  escrowId: ListingKey,
  listingId: ListingKey,
  state: z.enum(TERMINAL_ESCROW_STATES),
  currency: z.string().max(64),
  /** Price of the escrow. */
  soldFor: Decimal,
  /** Asking price when the price became known; null where there was none in this token. */
  askedFor: Decimal.nullable(),
  /** First block that told the price: of the accepted offer, or of the escrow. */
  agreedBlock: z.int().min(0),
  agreedAt: z.iso.datetime(),
  settledBlock: z.int().min(0),
  settledAt: z.iso.datetime(),
  excludedBecause: z.enum(EXCLUSIONS).nullable(),
  /** Newest entry of the record when this was written down; nothing after it can be scored. */
  recordEnd: z.int().min(0),
  /** Entry of the record that is scored; null where there was no blind one before. */
  sequence: z.int().min(1).nullable(),
  deal: KnownDeal.nullable(),
  /** What rules of thumb said, by their names. */
  naive: z.record(z.string(), Decimal),
});

export type Outcome = z.infer<typeof Outcome>;

/** What the chain says of a closed escrow, as far as it decides whether its price counts. */
export type Closure = {
  state: (typeof TERMINAL_ESCROW_STATES)[number];
  buyer: string;
  seller: string;
  isDisputed: boolean;
  isEmergencyExit: boolean;
  /** Whether the seller has bought from the buyer in another escrow. */
  isRoundTrip: boolean;
  /** Whether escrow and listing are in the same token. */
  isInListingToken: boolean;
  amountUnits: bigint;
};

/**
 * Why a closed escrow does not count as a sale at arm's length, or null when it does. Wallets of the
 * same account are not looked up: nobody outside could check it, and it would tell who owns them.
 */
export function exclusionOf(closure: Closure): Exclusion | null {
  const { state, buyer, seller } = closure;
  if (buyer.toLowerCase() === seller.toLowerCase() || closure.isRoundTrip) return "same_party";
  if (state === "emergency" || closure.isEmergencyExit) return "emergency";
  if (closure.isDisputed || state === "resolved") return "disputed";
  if (state === "refunded" || state === "expired") return "refunded";
  if (!closure.isInListingToken) return "other_currency";
  return closure.amountUnits > 0n ? null : "no_price";
}

/**
 * The closed escrow as a deal that the engine may learn from; undefined where it is excluded, nothing
 * was known of the business, or no dollar rate of its token is.
 *
 * @param rateNow US dollars for one token, where the outcome does not keep the rate of its time
 */
export function toDeal(
  outcome: Pick<
    Outcome,
    "escrowId" | "listingId" | "excludedBecause" | "deal" | "soldFor" | "askedFor" | "settledAt"
  >,
  rateNow: number | undefined,
): Deal | undefined {
  const { deal, excludedBecause, escrowId, listingId, soldFor, askedFor, settledAt } = outcome;
  const usdPerUnit = deal?.usdPerUnit ?? rateNow;
  if (excludedBecause !== null || deal === null || usdPerUnit === undefined) return undefined;
  const settled = new Date(settledAt);
  const figures: Deal["figures"] = {};
  for (const metric of METRICS) {
    const value = deal.figures[metric];
    if (value !== undefined && isPlausible(metric, value)) figures[metric] = value;
  }
  return {
    id: escrowId,
    kind: "sold",
    category: deal.category,
    usd: Number(soldFor) * usdPerUnit,
    year: settled.getUTCFullYear() + (settled.getUTCMonth() + 0.5) / 12,
    figures,
    grade: deal.grade,
    venue: "valyra",
    source: escrowId,
    business: listingId,
    askedUsd: askedFor === null ? undefined : Number(askedFor) * usdPerUnit,
  };
}
