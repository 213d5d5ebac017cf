import { z } from "zod";
import { publicId } from "../../../src/protocol/ids.ts";
import type {
  ReadingFailureCode,
  ValuationCause,
  ValuationState,
} from "../../db/valuation.tables.ts";
import type { Statements } from "../../jobs/add-job.ts";
import type { Decision } from "../confidence.ts";
import type { Estimate } from "../engine.ts";
import { CheckedReading } from "../reading/reading.ts";
import { canonicalText, hashOf } from "../record/frozen-estimate.ts";
import type { RangeUnits } from "./amounts.ts";
import type { ComparableStats } from "./comparables.ts";
import { ValuationInput } from "./input.ts";
import type { Memo } from "./memo.ts";

/** Stages of the pipeline in their order; each is a job of its own. */
export const STAGES = ["intake", "compare", "estimate", "memo"] as const;
export type Stage = (typeof STAGES)[number];

/** Why there is no estimate, or why a reviewer must look: a code, and words that are ours. */
export type ValuationReason = { code: string; message: string; fix?: string };

/** What came of asking a model of language; kept, so that a stage that is done again asks no more. */
export const KeptReading = z.strictObject({
  reading: CheckedReading.nullable(),
  failure: z.string().max(40).nullable(),
  model: z.string().nullable(),
  promptVersion: z.string().nullable(),
  /** Whether nothing that was read can have told the asking price. */
  isAskHidden: z.boolean(),
});
export type KeptReading = z.infer<typeof KeptReading>;

/** What explains an estimate, beside its numbers. */
export type Explanation = Pick<
  Estimate,
  | "basis"
  | "coverage"
  | "confidence"
  | "guardrails"
  | "comparables"
  | "contributions"
  | "advice"
  | "warnings"
  | "disclaimer"
> & {
  decision: Decision;
  /** Only such estimates are scored (docs/valuation.md). */
  isAskHidden: boolean;
};

/** A valuation as the stages see it. */
export type OpenValuation = {
  valuationId: string;
  state: ValuationState;
  cause: ValuationCause;
  chainId: number | null;
  contract: `0x${string}` | null;
  listingId: bigint | null;
  accountId: string | null;
  createdAt: Date;
  input: ValuationInput | undefined;
  comparables: ComparableStats | undefined;
  estimate: Explanation | undefined;
  /** Of the intake; replaced by the memo at the end. */
  kept: KeptReading | undefined;
  grade: Estimate["grade"] | null;
};

const LIVE = "state IN ('queued', 'running')";

/** A valuation that the pipeline may go on with, or has ended; undefined for one that is gone. */
export async function findOpenValuation(
  db: Statements,
  valuationId: string,
): Promise<OpenValuation | undefined> {
  const { rows } = await db.query<
    Omit<OpenValuation, "input" | "kept"> & { input: unknown; memo: unknown }
  >(
    `SELECT valuation_id AS "valuationId", state, cause, chain_id AS "chainId", contract,
       listing_id AS "listingId", account_id AS "accountId", created_at AS "createdAt", input,
       comparables, estimate, memo, grade
     FROM app.valuation WHERE valuation_id = $1`,
    [valuationId],
  );
  const [row] = rows;
  if (row === undefined) return undefined;
  const { input, memo, ...rest } = row;
  return {
    ...rest,
    comparables: rest.comparables ?? undefined,
    estimate: rest.estimate ?? undefined,
    input: ValuationInput.safeParse(input).data,
    kept: KeptReading.safeParse(memo).data,
  };
}

/** Listing or account whose budget a question counts in. */
export const scopeOf = ({
  chainId,
  contract,
  listingId,
  accountId,
}: Pick<OpenValuation, "chainId" | "contract" | "listingId" | "accountId">): string =>
  chainId === null || contract === null || listingId === null
    ? `account ${accountId ?? "gone"}`
    : publicId(chainId, contract, listingId);

/** Whether the pipeline still works on it. */
export const isLive = ({ state }: Pick<OpenValuation, "state">): boolean =>
  state === "queued" || state === "running";

/** Says that somebody works on it: from now on news of its listing opens another one. */
export async function beginValuation(db: Statements, valuationId: string): Promise<void> {
  await db.query(
    "UPDATE app.valuation SET state = 'running' WHERE valuation_id = $1 AND state = 'queued'",
    [valuationId],
  );
}

/** What the intake has found out. */
export type TakenIn = {
  input: ValuationInput;
  kept: KeptReading;
  /** Why no model has read the text for the estimate though one was to. */
  readingFailure: ReadingFailureCode | undefined;
  blockNumber: bigint;
  blockHash: string;
};

/** Writes down what an estimate is made from. */
export async function saveIntake(
  db: Statements,
  valuationId: string,
  { input, kept, readingFailure, blockNumber, blockHash }: TakenIn,
): Promise<void> {
  await db.query(
    `UPDATE app.valuation SET state = 'running', input = $2, input_hash = $3, memo = $4, model = $5,
       prompt_version = $6, block_number = $7, block_hash = $8, made_at = $9, reading_failure = $10
     WHERE valuation_id = $1 AND ${LIVE}`,
    [
      valuationId,
      canonicalText(input),
      hashOf(input),
      JSON.stringify(kept),
      kept.reading === null ? null : kept.model,
      kept.reading === null ? null : kept.promptVersion,
      blockNumber,
      blockHash,
      input.at,
      readingFailure ?? null,
    ],
  );
}

/** Writes down which deals there were. */
export async function saveComparables(
  db: Statements,
  valuationId: string,
  stats: ComparableStats,
): Promise<void> {
  await db.query(`UPDATE app.valuation SET comparables = $2 WHERE valuation_id = $1 AND ${LIVE}`, [
    valuationId,
    JSON.stringify(stats),
  ]);
}

/** An estimate as it is kept. */
export type MadeEstimate = RangeUnits & {
  estimate: Estimate;
  method: "statistical" | "assisted";
  category: string;
  /** Symbol or code, as the token or the request spells it. */
  currency: string;
  decimals: number;
  dealsHash: string;
  isAskHidden: boolean;
};

/** Writes down the numbers; they are shown by nobody before the memo is there. */
export async function saveEstimate(
  db: Statements,
  valuationId: string,
  {
    estimate,
    method,
    category,
    currency,
    decimals,
    dealsHash,
    isAskHidden,
    ...units
  }: MadeEstimate,
): Promise<void> {
  const { engineVersion, grade, confidence, decision } = estimate;
  const { basis, coverage, guardrails, comparables, contributions, advice } = estimate;
  const { warnings, disclaimer } = estimate;
  const explanation: Explanation = {
    ...{ basis, coverage, confidence, decision, guardrails, comparables, contributions, advice },
    ...{ warnings, disclaimer, isAskHidden },
  };
  await db.query(
    `UPDATE app.valuation SET category = $2, grade = $3, method = $4, currency = $5, decimals = $6,
       low_units = $7, mid_units = $8, high_units = $9, confidence = $10, estimate = $11,
       engine_version = $12, deals_hash = $13
     WHERE valuation_id = $1 AND ${LIVE}`,
    [
      ...[valuationId, category, grade, method, currency, decimals],
      ...[units.lowUnits, units.midUnits, units.highUnits, confidence.score],
      ...[JSON.stringify(explanation), engineVersion, dealsHash],
    ],
  );
}

/** Writes down the memo, with which the estimate is complete. */
export async function saveMemo(db: Statements, valuationId: string, memo: Memo): Promise<void> {
  await db.query(`UPDATE app.valuation SET memo = $2 WHERE valuation_id = $1 AND ${LIVE}`, [
    valuationId,
    JSON.stringify(memo),
  ]);
}

/**
 * Ends a valuation without an estimate.
 *
 * @returns whether it was still under way
 */
export async function endWithout(
  db: Statements,
  valuationId: string,
  state: "refused" | "failed",
  reasons: readonly ValuationReason[],
): Promise<boolean> {
  const { rowCount } = await db.query(
    `UPDATE app.valuation SET state = $2, reasons = $3, finished_at = now()
     WHERE valuation_id = $1 AND ${LIVE}`,
    [valuationId, state, JSON.stringify(reasons)],
  );
  return rowCount === 1;
}

/**
 * Hands a valuation to the reviewers, who see everything that was worked out so far (domain.md F.1).
 *
 * @returns whether it was still under way
 */
export async function escalate(
  db: Statements,
  valuationId: string,
  reasons: readonly ValuationReason[],
): Promise<boolean> {
  const { rowCount } = await db.query(
    `WITH ended AS (
       UPDATE app.valuation SET state = 'escalated', reasons = $2, finished_at = now()
       WHERE valuation_id = $1 AND ${LIVE} RETURNING valuation_id
     )
     INSERT INTO app.valuation_review (valuation_id) SELECT valuation_id FROM ended`,
    [valuationId, JSON.stringify(reasons)],
  );
  return rowCount === 1;
}
