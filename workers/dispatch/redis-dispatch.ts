import { setTimeout as delay } from "node:timers/promises";
import { Queue, Worker } from "bullmq";
import type pg from "pg";
import { claimJobs } from "../../core/jobs/lease.ts";
import { forgetNudges, type Nudge, takeNudges } from "../../core/jobs/nudges.ts";
import { openRedis } from "../../core/redis.ts";
import { gather } from "../gather.ts";
import type { Dispatch, DispatchOptions } from "./dispatch.ts";

/**
 * Jobs of one queue that Redis knows at a time, so that no backlog can fill it (check WK-8). It brings them
 * in the order in which it was told: whoever comes later and has few jobs waits for no more than these.
 */
const WINDOW = 300;

/** After this Redis has lost a job that it has not brought to a worker. */
const PATIENCE_MS = 10_000;

/**
 * A worker that was killed between Redis and the row holds its job this long; BullMQ's usual half
 * minute, looked for as seldom, would be a minute's wait. Whoever is only slow is told twice, which
 * the row sorts out.
 */
const HELD_BY_DEAD_MS = 10_000;

const TROUBLE_PAUSE_MS = 500;

/** Between two looks while there is something to tell. */
const BUSY_MS = 50;

/** A Redis that has not answered after this is away. */
const ANSWER_MS = 3_000;
const MAX_RECONNECT_MS = 2_000;

export type RedisDispatchOptions = DispatchOptions & {
  redisUrl: string;
  /** Begins every key, so that several products may share a Redis. */
  prefix: string;
  /** Told how many jobs Redis was told of. */
  onNudges: (count: number) => void;
  patienceMs?: number;
};

/**
 * Lets BullMQ say which job is next. It is told of rows that can be taken and brings their ids to
 * workers; the row decides whether there is anything to do, so what Redis forgets or repeats does no
 * harm (checks SE-4, WK-5).
 */
export function startRedisDispatch(pool: pg.Pool, options: RedisDispatchOptions): Dispatch {
  const { queues, concurrencyOf, taker, run, pollMs, onError, redisUrl, prefix } = options;
  const stopping = new AbortController();
  const retryStrategy = (attempt: number) => Math.min(attempt * 100, MAX_RECONNECT_MS);
  // BullMQ keeps what it cannot say until Redis is back; we ask first, and leave the rows to wait.
  const probe = openRedis(redisUrl, onError);
  const producers = new Map(
    queues.map((queue) => {
      const producer = new Queue(`job-${queue}`, {
        prefix,
        connection: { url: redisUrl, maxRetriesPerRequest: null, retryStrategy },
        defaultJobOptions: { removeOnComplete: true, removeOnFail: true, attempts: 1 },
      });
      producer.on("error", onError);
      return [queue, producer] as const;
    }),
  );
  const claim = gather(async (asked: readonly { jobId: string }[]) => {
    const jobIds = asked.map(({ jobId }) => jobId);
    return new Map((await claimJobs(pool, taker, jobIds)).map((taken) => [taken.jobId, taken]));
  });
  const workers = queues.map((queue) => {
    const worker = new Worker(
      `job-${queue}`,
      async ({ data }: { data: { jobId: string } }) => {
        const claimed = await claim(data);
        if (claimed !== undefined) await run(claimed);
      },
      {
        prefix,
        connection: { url: redisUrl, maxRetriesPerRequest: null, retryStrategy },
        concurrency: concurrencyOf(queue),
        lockDuration: HELD_BY_DEAD_MS,
        stalledInterval: HELD_BY_DEAD_MS / 2,
        removeOnComplete: { count: 0 },
        removeOnFail: { count: 0 },
      },
    );
    worker.on("error", onError);
    return worker;
  });

  let change = Promise.withResolvers<void>();
  let lookedAt = performance.now();
  const window = { window: WINDOW, patienceMs: options.patienceMs ?? PATIENCE_MS };

  /** Tells Redis of what can be taken, and forgets that it did where it could not. */
  async function relay(): Promise<number> {
    if (probe.status !== "ready") throw new Error("Redis is out of reach");
    const nudges = await takeNudges(pool, queues, window);
    try {
      await tell(nudges);
    } catch (error) {
      await forgetNudges(pool, nudges);
      throw error;
    }
    return nudges.length;
  }

  async function tell(nudges: readonly Nudge[]): Promise<void> {
    for (const [queue, told] of Map.groupBy(nudges, (nudge) => nudge.queue)) {
      const adding = producers.get(queue)?.addBulk(
        told.map(({ jobId, lease }) => ({
          name: "run",
          data: { jobId },
          // The same lease is told once while Redis knows of it; a retry has another number.
          opts: { jobId: `${jobId}-${lease}` },
        })),
      );
      await inTime(adding);
    }
  }

  const relaying = (async () => {
    while (!stopping.signal.aborted) {
      change = Promise.withResolvers<void>();
      let nextMs = pollMs;
      try {
        const told = await relay();
        lookedAt = performance.now();
        options.onNudges(told);
        // There may be more, for which there was no room in the window.
        if (told > 0) nextMs = Math.min(BUSY_MS, pollMs);
      } catch (error) {
        onError(error);
        await delay(TROUBLE_PAUSE_MS, undefined, { signal: stopping.signal }).catch(
          () => undefined,
        );
        continue;
      }
      const nap = new AbortController();
      await Promise.race([
        change.promise,
        delay(nextMs, undefined, { signal: nap.signal }).catch(() => undefined),
      ]);
      nap.abort();
    }
  })();

  return {
    backend: "redis",
    wake: () => change.resolve(),
    lookAgeMs: () => performance.now() - lookedAt,
    async drain() {
      stopping.abort();
      change.resolve();
      await relaying;
      await Promise.all(workers.map((worker) => closeWorker(worker)));
    },
    async close() {
      probe.disconnect();
      await Promise.all([...producers.values()].map((producer) => producer.close().catch(onError)));
    },
  };
}

/** An answer that does not come is a Redis that went away after it was asked. */
async function inTime(adding: Promise<unknown> | undefined): Promise<void> {
  const timer = new AbortController();
  const late = delay(ANSWER_MS, "late" as const, { signal: timer.signal }).catch(() => undefined);
  try {
    if ((await Promise.race([adding, late])) === "late") throw new Error("Redis does not answer");
  } finally {
    timer.abort();
    adding?.catch(() => undefined);
  }
}

/** Waits for the jobs of a worker; one whose Redis is away is cut off after them. */
async function closeWorker(worker: Worker): Promise<void> {
  const closing = worker.close().catch(() => undefined);
  const cutOff = delay(5_000, "late" as const, { ref: false });
  if ((await Promise.race([closing, cutOff])) === "late")
    await worker.disconnect().catch(() => undefined);
}
