import { JOBS } from "../../../core/jobs/catalogue.ts";
import { judge } from "../../../core/jobs/retry.ts";
import { applyFailureRule, JOB_OF_STAGE } from "../../../core/valuation/pipeline/failure-rules.ts";
import {
  findOpenValuation,
  isLive,
  type OpenValuation,
  type Stage,
} from "../../../core/valuation/pipeline/stages.ts";
import { inWrite } from "../../in-write.ts";
import type { ProcessorContext } from "../../processor.ts";

/** Does the work of a stage for a valuation that is still under way. */
export type StageWork = (valuation: OpenValuation, context: ProcessorContext) => Promise<void>;

/**
 * A stage as a processor. A valuation that has ended, or has this stage behind it, is left alone, so
 * that a job which is done again changes nothing. When the last attempt fails, the rule of the stage is
 * applied at once; a worker that dies of it leaves that to the scan (`scan-valuations.ts`).
 */
export const stageProcessor =
  (stage: Stage, isDone: (valuation: OpenValuation) => boolean, work: StageWork) =>
  async ({ valuationId }: { valuationId: string }, context: ProcessorContext): Promise<void> => {
    const { deps, signal, attempts } = context;
    const valuation = await findOpenValuation(deps.pool, valuationId);
    if (valuation === undefined || !isLive(valuation) || isDone(valuation)) return;
    try {
      await work(valuation, context);
    } catch (error) {
      const isLast = attempts >= JOBS[JOB_OF_STAGE[stage]].attempts || !judge(error).isRetryable;
      // What was aborted from outside is judged there: stopping, cancelled, lost or out of time.
      if (isLast && !signal.aborted) {
        const { engines } = deps.valuations;
        await inWrite(deps.pool, (client) => applyFailureRule(client, valuation, stage, engines));
      }
      throw error;
    }
  };
