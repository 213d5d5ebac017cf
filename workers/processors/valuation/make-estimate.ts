import { addJob } from "../../../core/jobs/add-job.ts";
import { JobError } from "../../../core/jobs/job-error.ts";
import { toRangeUnits } from "../../../core/valuation/pipeline/amounts.ts";
import { withDefaults } from "../../../core/valuation/pipeline/defaults.ts";
import { subjectOf } from "../../../core/valuation/pipeline/input.ts";
import { endWithout, saveEstimate } from "../../../core/valuation/pipeline/stages.ts";
import { forReview } from "../../../core/valuation/pipeline/usefulness.ts";
import { stageProcessor } from "./stage.ts";

/**
 * Estimates (req 5.47): the engine alone gives the range, whatever a model of language has read (ADR
 * 0034). Figures that allow no estimate end the valuation with their reasons.
 */
export const makeEstimate = stageProcessor(
  "estimate",
  ({ estimate }) => estimate !== undefined,
  async ({ valuationId, accountId, input, comparables, kept }, { deps, finish, jobId }) => {
    if (input === undefined || comparables === undefined || kept === undefined) {
      throw new JobError("rejected", "The stages before it have left nothing to estimate from.");
    }
    const { engines } = deps.valuations;
    const learned = comparables.isDefault ? engines.byDefault() : await engines.current();
    const result = learned.engine.estimate(subjectOf(input));
    if (result.kind === "refusal") {
      return finish(async (client) => {
        await endWithout(
          client,
          valuationId,
          "refused",
          result.reasons.map(({ code, metric, message, fix }) => ({
            code: metric === undefined ? code : `${code}:${metric}`,
            message,
            fix,
          })),
        );
      });
    }
    const estimate = forReview(comparables.isDefault ? withDefaults(result) : result);
    await finish(async (client) => {
      await saveEstimate(client, valuationId, {
        estimate: { ...estimate, warnings: [...estimate.warnings, ...input.leftOut] },
        ...toRangeUnits(estimate, input.decimals),
        method: kept.reading === null ? "statistical" : "assisted",
        category: input.category,
        currency: input.currency,
        decimals: input.decimals,
        dealsHash: learned.dealsHash,
        isAskHidden: kept.isAskHidden,
      });
      const options = { cause: valuationId, accountId: accountId ?? undefined, after: jobId };
      await addJob(client, "valuation.memo", { valuationId }, options);
    });
    for (const hit of estimate.guardrails) deps.valuations.onGuardrail(hit);
  },
);
