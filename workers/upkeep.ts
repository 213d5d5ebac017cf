import { setTimeout as delay } from "node:timers/promises";
import type pg from "pg";
import { sweepLeases } from "../core/jobs/lease.ts";
import { runSchedules, upsertSchedules } from "../core/jobs/schedules.ts";
import type { Logger } from "../core/log.ts";
import { inWrite } from "./in-write.ts";
import type { WorkerMetrics } from "./metrics.ts";

/** How often schedules are looked at. */
const TICK_MS = 1_000;

export type UpkeepOptions = {
  pool: pg.Pool;
  metrics: Pick<WorkerMetrics, "swept">;
  log: Logger;
  leaseMs: number;
};

/** Takes jobs from workers that were lost, and adds those whose time has come. Every process does it. */
export function startUpkeep({ pool, metrics, log, leaseMs }: UpkeepOptions): {
  stop(): Promise<void>;
} {
  const stopping = new AbortController();
  const { signal } = stopping;
  /** A stale lease waits at most this long to be seen. */
  const sweepMs = Math.min(leaseMs / 3, 5_000);
  let sweptAt = Number.NEGATIVE_INFINITY;
  let hasSchedules = false;

  async function tick(): Promise<void> {
    if (!hasSchedules) {
      await inWrite(pool, (client) => upsertSchedules(client, new Date()));
      hasSchedules = true;
    }
    await inWrite(pool, (client) => runSchedules(client, new Date()));
    if (performance.now() - sweptAt < sweepMs) return;
    const swept = await sweepLeases(pool);
    sweptAt = performance.now();
    for (const { jobId, name, state } of swept) {
      metrics.swept.inc({ state });
      log.warn({ job: jobId, name, state }, "a job was taken from a worker that was lost");
    }
  }

  const ticking = (async () => {
    while (!signal.aborted) {
      await tick().catch((err: unknown) => log.warn({ err }, "upkeep failed, it is tried again"));
      await delay(Math.min(TICK_MS, sweepMs), undefined, { signal }).catch(() => undefined);
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await ticking;
    },
  };
}
