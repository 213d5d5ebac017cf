import { addJob } from "../../../core/jobs/add-job.ts";
import { comparableStats } from "../../../core/valuation/pipeline/comparables.ts";
import { saveComparables } from "../../../core/valuation/pipeline/stages.ts";
import { stageProcessor } from "./stage.ts";

/** Reads the deals that there are to learn from, and says what they say of the category (req 5.46). */
export const findComparables = stageProcessor(
  "compare",
  ({ comparables }) => comparables !== undefined,
  async ({ valuationId, accountId, input }, { deps, finish, jobId }) => {
    const { deals, settled } = await deps.valuations.engines.current();
    const stats = comparableStats(deals, input?.category ?? "other", { settled, isDefault: false });
    await finish(async (client) => {
      await saveComparables(client, valuationId, stats);
      const options = { cause: valuationId, accountId: accountId ?? undefined, after: jobId };
      await addJob(client, "valuation.estimate", { valuationId }, options);
    });
  },
);
