import { addJob, type Statements } from "../../jobs/add-job.ts";
import { type ComparableStats, comparableStats } from "./comparables.ts";
import { completeValuation } from "./complete.ts";
import type { EngineSource } from "./engine-source.ts";
import { escalate, isLive, type OpenValuation, type Stage, saveComparables } from "./stages.ts";

/** The job of each stage. */
export const JOB_OF_STAGE = {
  intake: "valuation.intake",
  compare: "valuation.compare",
  estimate: "valuation.estimate",
  memo: "valuation.memo",
} as const satisfies Record<Stage, string>;

/**
 * What becomes of a valuation whose stage was given up (domain.md F.1): without comparables it goes on
 * with the published deals alone, without a memo by the template; anything else is for a reviewer.
 */
export async function applyFailureRule(
  transaction: Statements,
  valuation: OpenValuation,
  stage: Stage,
  engines: Pick<EngineSource, "byDefault">,
): Promise<void> {
  const { valuationId } = valuation;
  if (!isLive(valuation)) return;
  if (stage === "compare") {
    await saveComparables(transaction, valuationId, defaultComparables(valuation, engines));
    const cause = { cause: valuationId, accountId: valuation.accountId ?? undefined };
    await addJob(transaction, "valuation.estimate", { valuationId }, cause);
    return;
  }
  if (stage === "memo") {
    await completeValuation(transaction, valuation, undefined);
    return;
  }
  await escalate(transaction, valuationId, [
    {
      code: stage === "intake" ? "INTAKE_FAILED" : "ESTIMATE_FAILED",
      message: `The stage ${stage} failed as often as it may.`,
    },
  ]);
}

/** What the published deals say, where those of the marketplace could not be read. */
export function defaultComparables(
  { input }: Pick<OpenValuation, "input">,
  engines: Pick<EngineSource, "byDefault">,
): ComparableStats {
  return comparableStats(engines.byDefault().deals, input?.category ?? "other", {
    settled: 0,
    isDefault: true,
  });
}
