import type { Statements } from "../../jobs/add-job.ts";
import { decide } from "../confidence.ts";
import type { CheckedReading } from "../reading/reading.ts";
import { memoOf } from "./memo.ts";
import { publishValuation } from "./publish.ts";
import { escalate, type OpenValuation, saveMemo, type ValuationReason } from "./stages.ts";

/**
 * Ends a valuation that has its numbers: with the memo, and by its confidence. One of a business that
 * is not listed is for who asked alone, so nobody else need look at it: it is marked instead.
 *
 * @param reading of the memo; the template is used without one
 */
export async function completeValuation(
  transaction: Statements,
  valuation: OpenValuation,
  reading: CheckedReading | undefined,
): Promise<void> {
  const { valuationId, estimate, comparables, grade, listingId } = valuation;
  if (estimate === undefined || comparables === undefined || grade === null) {
    await escalate(transaction, valuationId, [
      { code: "ESTIMATE_MISSING", message: "The stages before the memo have left no estimate." },
    ]);
    return;
  }
  await saveMemo(transaction, valuationId, memoOf(reading, { ...estimate, grade }, comparables));
  const { decision, confidence } = estimate;
  if (decision === "escalated" && listingId !== null) {
    await escalate(transaction, valuationId, [whyReviewed(confidence.score)]);
    return;
  }
  const state = decision === "published" ? "published" : "published_marked";
  await publishValuation(transaction, valuationId, state, ["queued", "running"]);
}

function whyReviewed(score: number): ValuationReason {
  if (decide(score) !== "escalated") {
    return {
      code: "RANGE_TOO_WIDE",
      message:
        "The range is too wide to be of use; the warnings say why, and what would narrow it.",
    };
  }
  return {
    code: "CONFIDENCE_LOW",
    message: `Confidence is ${score} of 100; estimates below 60 are for a reviewer.`,
  };
}
