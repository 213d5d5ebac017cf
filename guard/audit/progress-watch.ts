import type { AlarmName } from "../alarms/alarm-store.ts";
import type { AuditProgress } from "./auditor.ts";

export type ProgressWatchDeps = {
  alarms: {
    raise(name: AlarmName, detail: string): Promise<void>;
    clear(names: readonly AlarmName[]): Promise<void>;
  };
  /** Longest time that indexed blocks may await their comparison, milliseconds. */
  limitMs: number;
  /** Milliseconds of a monotonic clock. */
  now: () => number;
};

/** Raises an alarm while blocks are served that were not compared with the chain's logs for long. */
export function createProgressWatch({ alarms, limitMs, now }: ProgressWatchDeps) {
  let caughtUpAt = now();
  let last: AuditProgress | undefined;
  return {
    /** The comparison came so far. While the index starts there is nothing to compare. */
    note(progress: AuditProgress): void {
      last = progress;
      if (progress.is === "waiting" || progress.provisional >= progress.through) caughtUpAt = now();
    },
    /** Looks at the clock; called more often than the comparison ends a step. */
    async check(): Promise<void> {
      const behindMs = now() - caughtUpAt;
      if (behindMs < limitMs) return alarms.clear(["row_audit_behind"]);
      const place = last?.is === "audited" ? `block ${last.provisional}` : "the first block";
      await alarms.raise(
        "row_audit_behind",
        `rows after ${place} await their comparison for ${Math.round(behindMs / 1_000)} s`,
      );
    },
  };
}
