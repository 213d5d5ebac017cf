import { setTimeout as delay } from "node:timers/promises";
import type pg from "pg";
import { claimNext } from "../../core/jobs/lease.ts";
import type { QueueName } from "../../core/jobs/queues.ts";
import type { Dispatch, DispatchOptions } from "./dispatch.ts";

/** A pause after a failed look, so that a database that is away is not asked without end. */
const TROUBLE_PAUSE_MS = 500;

/** Takes jobs from the table itself: no queue beside it that could be lost or disagree. */
export function startPostgresDispatch(pool: pg.Pool, options: DispatchOptions): Dispatch {
  const draining = new AbortController();
  const lines = options.queues.map((queue) => startLine(pool, queue, options, draining.signal));
  return {
    backend: "postgres",
    wake(queue) {
      for (const line of lines) if (queue === undefined || line.queue === queue) line.wake();
    },
    lookAgeMs: () => Math.max(0, ...lines.map(({ lookedAt }) => performance.now() - lookedAt())),
    async drain() {
      draining.abort();
      for (const line of lines) line.wake();
      await Promise.all(lines.map(({ ended }) => ended));
    },
    close: async () => undefined,
  };
}

/** Serves one queue with as many jobs at a time as it may have. */
function startLine(
  pool: pg.Pool,
  queue: QueueName,
  { concurrencyOf, taker, run, pollMs, onError }: DispatchOptions,
  signal: AbortSignal,
) {
  const slots = concurrencyOf(queue);
  const running = new Set<Promise<unknown>>();
  let change = Promise.withResolvers<void>();
  let lookedAt = performance.now();
  /** Whether there may be jobs that only wait for a place. */
  let isBehind = false;
  const wake = () => {
    change.resolve();
  };

  async function serve(): Promise<void> {
    while (!signal.aborted) {
      // Renewed before the look, so that what comes meanwhile is not slept through.
      change = Promise.withResolvers<void>();
      const free = slots - running.size;
      try {
        if (free > 0) {
          const claims = await claimNext(pool, taker, queue, free);
          for (const claim of claims) {
            const work = run(claim).finally(() => {
              running.delete(work);
              if (isBehind) wake();
            });
            running.add(work);
          }
          isBehind = claims.length === free;
        } else isBehind = true;
        lookedAt = performance.now();
      } catch (error) {
        onError(error);
        await delay(TROUBLE_PAUSE_MS, undefined, { signal }).catch(() => undefined);
        continue;
      }
      if (isBehind && running.size < slots) continue;
      const nap = new AbortController();
      await Promise.race([
        change.promise,
        delay(pollMs, undefined, { signal: nap.signal }).catch(() => undefined),
      ]);
      nap.abort();
    }
    await Promise.all(running);
  }

  return { queue, wake, lookedAt: () => lookedAt, ended: serve() };
}
