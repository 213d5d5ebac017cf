import type { Logger } from "pino";
import type { GuardMetrics } from "../../metrics.ts";
import { findOpenRepair } from "../../repair/repair-store.ts";
import { StateUnavailable } from "./pinned-chain.ts";
import { AuditNotPossible, type RunOptions, runStateAudit } from "./run-state-audit.ts";
import { createStateAuditStore } from "./state-audit-store.ts";

/** After a failure, and while the last audit found differences, it is repeated this soon, seconds. */
const AGAIN_AFTER_SECONDS = 60;

export type StateAuditSchedule = {
  /** Audits when it is time to. */
  step(): Promise<void>;
};

/** @param intervalSeconds time between two audits; 0 for none */
export function scheduleStateAudits(
  options: Pick<RunOptions, "pool" | "deployment" | "providers">,
  intervalSeconds: number,
  { metrics, log }: { metrics: GuardMetrics; log: Logger },
): StateAuditSchedule {
  const store = createStateAuditStore(options.pool, options.deployment.chainId);
  let failedAt: number | undefined;

  async function isDue(): Promise<boolean> {
    if (intervalSeconds === 0) return false;
    const sinceFailure = failedAt === undefined ? undefined : performance.now() - failedAt;
    if (sinceFailure !== undefined && sinceFailure < AGAIN_AFTER_SECONDS * 1_000) return false;
    // What is being built anew is compared as soon as it is published, and never before.
    if ((await findOpenRepair(options.pool, options.deployment.chainId)) !== undefined)
      return false;
    const last = await store.findLast();
    if (last?.isOfPublished !== true) return true;
    const wait = last.differences === 0 ? intervalSeconds : AGAIN_AFTER_SECONDS;
    return last.ageSeconds >= Math.min(wait, intervalSeconds);
  }

  return {
    async step() {
      if (!(await isDue())) return;
      try {
        const { block, comparedFields, postponedRows, differences } = await runStateAudit(options);
        failedAt = undefined;
        metrics.stateDifferences.set(differences.length);
        metrics.stateAuditedFields.set(comparedFields);
        const counts = { block: String(block.number), comparedFields, postponedRows };
        if (differences.length === 0) return log.info(counts, "rows and contracts agree");
        const [first] = differences;
        log.error(
          { ...counts, differences: differences.length, first },
          "rows and contracts differ; readiness is off until they agree",
        );
      } catch (error) {
        if (!(error instanceof AuditNotPossible || error instanceof StateUnavailable)) throw error;
        if (error instanceof AuditNotPossible) return log.debug(error.message);
        failedAt = performance.now();
        metrics.stateAuditFailures.inc();
        log.warn({ error: error.message }, "the state could not be audited");
      }
    },
  };
}
