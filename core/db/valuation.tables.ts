import type { Generated, JSONColumnType } from "kysely";
import type { Json } from "./trust.tables.ts";

/** Why a business is valued. */
export const VALUATION_CAUSES = [
  "listing",
  "metadata",
  "offer",
  "close",
  "request",
  "analyze",
  "drift",
  "review",
] as const;
export type ValuationCause = (typeof VALUATION_CAUSES)[number];

/** How far a valuation is; the database keeps their order (`app.guard_valuation`). */
export const VALUATION_STATES = [
  "queued",
  "running",
  "published",
  "published_marked",
  "escalated",
  "refused",
  "withheld",
  "failed",
] as const;
export type ValuationState = (typeof VALUATION_STATES)[number];

/** Why a model of language that was to read a text has not (`core/valuation/reading`). */
export const READING_FAILURE_CODES = [
  "TEXT_NOT_SENT",
  "MODEL_BUDGET_SPENT",
  "MODEL_OUTPUT_INVALID",
  "MODEL_UNAVAILABLE",
] as const;
export type ReadingFailureCode = (typeof READING_FAILURE_CODES)[number];

/** `app.valuation`: one row for each time that a business is valued. */
export type ValuationTable = {
  valuationId: Generated<string>;
  /** The next three are null together, for a business that is not listed. */
  chainId: number | null;
  contract: `0x${string}` | null;
  listingId: bigint | null;
  /** Who asked; null for the service itself. */
  accountId: string | null;
  organisationId: string | null;
  cause: ValuationCause;
  /** Unique. */
  causeKey: string;
  state: Generated<ValuationState>;
  /** Figures with their evidence, as the engine reads them. */
  input: Generated<JSONColumnType<Record<string, Json>>>;
  inputHash: string | null;
  comparables: JSONColumnType<Record<string, Json>> | null;
  dealsHash: string | null;
  category: string | null;
  grade: "attested" | "computed" | "claimed" | null;
  method: "statistical" | "assisted" | null;
  currency: string | null;
  decimals: number | null;
  /** Base units of `currency`. */
  lowUnits: bigint | null;
  midUnits: bigint | null;
  highUnits: bigint | null;
  /** 0 to 100. */
  confidence: number | null;
  estimate: JSONColumnType<Record<string, Json>> | null;
  memo: JSONColumnType<Record<string, Json>> | null;
  engineVersion: string | null;
  model: string | null;
  promptVersion: string | null;
  /** Why no model has read the text for the estimate though one was to. */
  readingFailure: ReadingFailureCode | null;
  blockNumber: bigint | null;
  blockHash: `0x${string}` | null;
  reasons: Generated<JSONColumnType<Json[]>>;
  /** Its jobs in the order in which they were added. */
  jobIds: Generated<string[]>;
  madeAt: Date | null;
  publishedAt: Date | null;
  finishedAt: Date | null;
  createdAt: Generated<Date>;
  updatedAt: Generated<Date>;
};

/** What a reviewer can decide of a valuation. */
export const REVIEW_DECISIONS = ["publish", "withhold", "repeat"] as const;
export type ReviewDecision = (typeof REVIEW_DECISIONS)[number];

/** `app.valuation_review`: valuations that a reviewer must look at. */
export type ValuationReviewTable = {
  valuationId: string;
  claimedBy: string | null;
  claimedUntil: Date | null;
  decidedBy: string | null;
  decision: ReviewDecision | null;
  decisionReason: string | null;
  decidedAt: Date | null;
  createdAt: Generated<Date>;
  updatedAt: Generated<Date>;
};

/** Tables about valuations that the API reads as its caller. */
export type ValuationTables = {
  valuation: ValuationTable;
  valuationReview: ValuationReviewTable;
};
