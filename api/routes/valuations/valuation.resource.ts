import { z } from "@hono/zod-openapi";
import { formatUnits } from "viem";
import {
  READING_FAILURE_CODES,
  REVIEW_DECISIONS,
  VALUATION_CAUSES,
  VALUATION_STATES,
} from "../../../core/db/valuation.tables.ts";
import type { ReviewRow, ValuationRow } from "../../../core/queries/valuations.ts";
import { BASES } from "../../../core/valuation/engine.ts";
import { EVIDENCE_GRADES, METRICS } from "../../../core/valuation/metric.ts";
import { wordsOfFailure } from "../../../core/valuation/reading/reading-failures.ts";
import { TOPIC_NAMES } from "../../../core/valuation/reading/topics.ts";
import { publicId } from "../../../src/protocol/ids.ts";
import { Moment, Uuid } from "../../http/private-answer.ts";
import { Hash } from "../../http/values.ts";
import { toExplained } from "./explained-estimate.ts";

const share = (description: string) => z.number().min(0).max(1).openapi({ description });

const EstimatedAmount = z
  .object({
    raw: z.string().openapi({ description: "Base units.", example: "41200000000" }),
    decimals: z.int(),
    display: z.string().openapi({ example: "41200" }),
    currency: z.string().openapi({ description: "Symbol or code.", example: "USDC" }),
  })
  .openapi("EstimatedAmount", { description: "Three significant digits, for it is an estimate." });

/** A range that a price is expected in, and everything that it rests on. */
export const Estimate = z
  .object({
    low: EstimatedAmount,
    mid: EstimatedAmount,
    high: EstimatedAmount,
    coverage: share("Share of prices that are expected from low to high."),
    method: z.enum(["statistical", "assisted"]).openapi({
      description: "Assisted: a model of language has read the text; it never gives the number.",
    }),
    grade: z.enum(EVIDENCE_GRADES).openapi({
      description: "Weakest evidence of the figures that the size rests on.",
    }),
    category: z.string().openapi({ description: "Kind of business that it was valued as." }),
    basis: z.object({ level: z.enum(BASES), deals: z.int() }),
    confidence: z.object({
      score: z.int().min(0).max(100).openapi({
        description: "100 times the four factors; how well founded the estimate is, no hit rate.",
      }),
      completeness: share("Weight of the figures that are known."),
      evidence: share("Attested figures 1, computed 0.8, claimed 0.5."),
      freshness: share("Age of that evidence."),
      density: share("How many deals resemble the business."),
    }),
    comparables: z.array(
      z.object({
        id: z.string(),
        source: z.string().openapi({ description: "Where the deal can be looked up." }),
        category: z.string(),
        year: z.int().optional(),
        soldUsd: z.number(),
        carriedUsd: z.number().openapi({ description: "Its price at the size of this business." }),
        weight: share("Part of the weight of all comparables."),
        distance: z.number(),
        alike: z.array(z.string()),
        unlike: z.array(z.string()),
      }),
    ),
    contributions: z.array(z.object({ feature: z.string(), factor: z.number() })).openapi({
      description: "What each group of features does to the price; 1.2 is a fifth more.",
    }),
    verifyNext: z
      .array(
        z.object({
          metrics: z.array(z.enum(METRICS)),
          action: z.enum(["provide", "attest"]),
          confidenceGain: z.number(),
          rangeFactor: z.number().openapi({ description: "High over low then, as a part of now." }),
        }),
      )
      .openapi({ description: "Which evidence would help most, best first." }),
    guardrails: z
      .array(
        z.object({
          rule: z.string(),
          edge: z.enum(["low", "mid", "high"]),
          fromUsd: z.number(),
          toUsd: z.number(),
        }),
      )
      .openapi({ description: "Bounds in code that have moved a number." }),
    warnings: z.array(z.string()).openapi({ description: "Why the range is wider than usual." }),
    disclaimer: z.string(),
  })
  .openapi("Estimate");

const Memo = z
  .object({
    source: z.enum(["model", "template"]).openapi({
      description: "Whether a model of language has chosen what is told; the words are ours.",
    }),
    text: z.string(),
    facts: z.array(z.object({ metric: z.enum(METRICS), value: z.number(), quote: z.string() })),
    points: z
      .array(
        z.object({
          topic: z.enum(TOPIC_NAMES),
          side: z.enum(["risk", "strength"]),
          percent: z.number().min(-15).max(15),
          says: z.string().openapi({ description: "Words of this service." }),
          quote: z.string().openapi({ description: "Words of the seller: untrusted text." }),
        }),
      )
      .openapi({ description: "What a model of language has pointed to in the text." }),
    proposedPercent: z.number().min(-15).max(15).openapi({
      description: "What the points add up to. It moves nothing before a reviewer accepts it.",
    }),
    adjustmentPercent: z.number().min(-15).max(15).openapi({
      description: "What a reviewer has let move the middle; 0 where none has.",
    }),
    adjustmentReasons: z.array(z.string()),
  })
  .openapi("ValuationMemo");

/** One time that a business was valued. */
export const Valuation = z
  .object({
    valuationId: Uuid,
    listing: z.string().nullable().openapi({
      description: "Public id; null for a business that is not listed.",
      example: "31337-0x5fbdb2315678afecb367f032d93f642f64180aa3-0",
    }),
    cause: z.enum(VALUATION_CAUSES),
    state: z.enum(VALUATION_STATES).openapi({
      description:
        "published: shown; published_marked: shown, of middling confidence or by a reviewer; escalated: a reviewer looks at it.",
    }),
    estimate: Estimate.nullable().openapi({
      description: "Null until it is published, and for ever where none is.",
    }),
    memo: Memo.nullable(),
    reasons: z
      .array(z.object({ code: z.string(), message: z.string(), fix: z.string().optional() }))
      .openapi({ description: "Why there is no estimate, or why a reviewer looks at it." }),
    jobIds: z.array(Uuid).openapi({
      description:
        "Its jobs, first to last: GET /v1/jobs/{id} follows them for who has asked for it.",
    }),
    versions: z.object({
      engine: z.string().nullable(),
      model: z.string().nullable(),
      prompt: z.string().nullable(),
    }),
    readingFailure: z
      .object({
        code: z.enum(READING_FAILURE_CODES),
        message: z.string(),
      })
      .nullable()
      .openapi({
        description:
          "Why no model of language has read the text for the estimate though one was to; it is statistical then. Null where one has, and where none is set up.",
      }),
    inputHash: Hash.nullable().openapi({ description: "Of the figures and their evidence." }),
    dealsHash: Hash.nullable().openapi({ description: "Of the deals that were learned from." }),
    block: z.object({ number: z.int(), hash: Hash }).nullable().openapi({
      description: "Last block that was known.",
    }),
    madeAt: Moment.nullable().openapi({ description: "Moment that the estimate is for." }),
    requestedAt: Moment,
    publishedAt: Moment.nullable(),
    finishedAt: Moment.nullable(),
  })
  .openapi("Valuation");

/** What a listing shows of its newest published estimate. */
export const ListingValuation = Estimate.extend({
  valuationId: Uuid,
  isMarked: z.boolean().openapi({
    description: "Of middling confidence, or published by a reviewer.",
  }),
  memo: Memo.nullable(),
  madeAt: Moment,
  publishedAt: Moment,
}).openapi("ListingValuation");

/** A valuation at the desk of the reviewers, with the estimate that nobody else sees. */
export const ValuationReview = z
  .object({
    valuation: Valuation,
    claimedBy: Uuid.nullable(),
    claimedUntil: Moment.nullable(),
    decision: z
      .object({
        by: Uuid.nullable(),
        decision: z.enum(REVIEW_DECISIONS),
        reason: z.string(),
        at: Moment,
      })
      .nullable(),
    escalatedAt: Moment,
  })
  .openapi("ValuationReview");

/** The estimate alone, of a row that has one. */
export function toEstimate(row: ValuationRow): z.output<typeof Estimate> | null {
  const { estimate, decimals, currency, lowUnits, midUnits, highUnits } = row;
  const { method, grade, category } = row;
  if (estimate === null || decimals === null || currency === null) return null;
  if (lowUnits === null || midUnits === null || highUnits === null) return null;
  if (method === null || grade === null || category === null) return null;
  const amount = (units: bigint) => ({
    raw: String(units),
    decimals,
    display: formatUnits(units, decimals),
    currency,
  });
  const { level, deals } = estimate.basis;
  return {
    low: amount(lowUnits),
    mid: amount(midUnits),
    high: amount(highUnits),
    ...{ coverage: estimate.coverage, method, grade, category, basis: { level, deals } },
    ...toExplained(estimate),
    warnings: estimate.warnings,
    disclaimer: estimate.disclaimer,
  };
}

/** The memo of a row that has ended; rows of before there were points have none. */
function toMemo(memo: ValuationRow["memo"]): z.output<typeof Memo> | null {
  if (memo === null || !("text" in memo)) return null;
  const { points = [], proposedPercent = 0 }: Partial<typeof memo> = memo;
  return { ...memo, points, proposedPercent };
}

/** The newest published estimate of a listing, if there is one. */
export function toListingValuation(
  row: ValuationRow | undefined,
): z.output<typeof ListingValuation> | null {
  if (row === undefined || row.madeAt === null || row.publishedAt === null) return null;
  const estimate = toEstimate(row);
  if (estimate === null) return null;
  return {
    ...estimate,
    valuationId: row.valuationId,
    isMarked: row.state === "published_marked",
    memo: toMemo(row.memo),
    madeAt: row.madeAt.toISOString(),
    publishedAt: row.publishedAt.toISOString(),
  };
}

/** A valuation as anybody may see it who sees it at all: numbers only once they are published. */
export function toValuation(row: ValuationRow): z.output<typeof Valuation> {
  const isPublished = row.publishedAt !== null;
  return toWholeValuation({
    ...row,
    ...(isPublished ? {} : { estimate: null, memo: null }),
  });
}

/** The same with everything that is known, for reviewers. */
function toWholeValuation(row: ValuationRow): z.output<typeof Valuation> {
  const { chainId, contract, listingId, blockNumber, blockHash } = row;
  const isListed = chainId !== null && contract !== null && listingId !== null;
  const isEnded = row.finishedAt !== null;
  return {
    valuationId: row.valuationId,
    listing: isListed ? publicId(chainId, contract, listingId) : null,
    cause: row.cause,
    state: row.state,
    estimate: toEstimate(row),
    // Before the end the column holds what the intake has read.
    memo: isEnded ? toMemo(row.memo) : null,
    reasons: row.reasons,
    jobIds: row.jobIds,
    versions: { engine: row.engineVersion, model: row.model, prompt: row.promptVersion },
    readingFailure:
      row.readingFailure === null
        ? null
        : { code: row.readingFailure, message: wordsOfFailure(row.readingFailure) },
    inputHash: row.inputHash,
    dealsHash: row.dealsHash,
    block:
      blockNumber === null || blockHash === null
        ? null
        : { number: Number(blockNumber), hash: blockHash },
    madeAt: row.madeAt?.toISOString() ?? null,
    requestedAt: row.createdAt.toISOString(),
    publishedAt: row.publishedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}

/** A review with its valuation as a whole. */
export function toReview(row: ReviewRow): z.output<typeof ValuationReview> {
  const { decision, decisionReason, decidedAt, decidedBy } = row;
  return {
    valuation: toWholeValuation(row.valuation),
    claimedBy: row.claimedBy,
    claimedUntil: row.claimedUntil?.toISOString() ?? null,
    decision:
      decision === null || decisionReason === null || decidedAt === null
        ? null
        : { by: decidedBy, decision, reason: decisionReason, at: decidedAt.toISOString() },
    escalatedAt: row.createdAt.toISOString(),
  };
}
