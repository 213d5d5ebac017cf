import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { Redis } from "ioredis";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { percentile } from "../../bench/statistics.ts";
import { countBacklog } from "../../core/jobs/backlog.ts";
import { waitUntil } from "../../devnet/processes/wait-until.ts";
import { createWorkerMetrics } from "../../workers/metrics.ts";
import { DURABLE, hasRedis, type RedisServer, startRedis } from "../support/redis.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { createJobStage, type JobStage } from "./support/job-stage.ts";

const server = sharedPostgres();
const isRedisHere = hasRedis();
const JOBS = 100_000;

/** Jobs of somebody who has few, one after the other while the backlog is worked on. */
const SMALL = 40;
const PAUSE_MS = 100;

/** Of one queue Redis knows 300 jobs, with a lock for each that runs and some keys of its own. */
const MOST_KEYS = 600;
const MOST_HEAP_MB = 150;
const MOST_WAIT_MS = 5_000;
const [BIG, FEW] = [randomUUID(), randomUUID()];
let stage: JobStage;
let redis: RedisServer | undefined;

beforeAll(async () => {
  stage = await createJobStage(server.url);
  if (isRedisHere) redis = await startRedis(undefined, DURABLE);
  const accounts = "INSERT INTO app.account (account_id) SELECT unnest($1::uuid[])";
  await stage.admin.query(accounts, [[BIG, FEW]]);
});
afterAll(async () => {
  await stage.close();
  await redis?.stop();
  await server.stop();
});
afterEach(() => stage.reset());

test.each(["postgres", ...(isRedisHere ? ["redis"] : [])])(
  "with %s as the queue a backlog of 100,000, 99 of 100 of one account, takes bounded memory, is told by its age, and holds up nobody else [WK-8]",
  async (backend) => {
    const redisUrl = backend === "redis" ? redis?.url : undefined;
    // With the turns that `app.add_job` would have given them.
    await stage.admin.query(
      `INSERT INTO app.job (name, queue, cause, payload, priority, turn, max_attempts, account_id, available_at)
       SELECT 'test.job', 'delivery', 'backlog ' || n, jsonb_build_object('n', n), 1,
         CASE WHEN n % 100 = 0 THEN 0 ELSE least(n, 1000) END, 3,
         CASE WHEN n % 100 = 0 THEN NULL ELSE $2::uuid END, now() - interval '1 minute'
       FROM generate_series(1, $1::integer) AS n`,
      [JOBS, BIG],
    );
    await stage.admin.query("ANALYZE app.job");
    const client = redisUrl === undefined ? undefined : new Redis(redisUrl);
    const heapBefore = process.memoryUsage().heapUsed;
    let [mostHeap, mostKeys, done] = [0, 0, 0];
    const added = new Map<number, number>();
    const waits: number[] = [];
    const startedAt = performance.now();
    await stage.work({
      redisUrl,
      patienceMs: 10_000,
      async process({ n }) {
        done += 1;
        const at = added.get(n);
        if (at !== undefined) waits.push(performance.now() - at);
      },
    });
    await waitUntil(() => done > 0, { what: "it is begun", deadlineMs: 60_000 });
    for (let n = JOBS + 1; n <= JOBS + SMALL; n += 1) {
      added.set(n, performance.now());
      await stage.add(n, { account: FEW });
      await delay(PAUSE_MS);
      mostHeap = Math.max(mostHeap, process.memoryUsage().heapUsed - heapBefore);
      mostKeys = Math.max(mostKeys, (await client?.dbsize()) ?? 0);
    }
    await waitUntil(() => waits.length === SMALL, { what: "the few are done", deadlineMs: 60_000 });
    const perSecond = Math.round((done * 1_000) / (performance.now() - startedAt));
    // Otherwise nobody had to be let past anybody.
    expect(done).toBeLessThan(JOBS);
    const { registry } = createWorkerMetrics(() => countBacklog(stage.pool));
    const oldest = await registry.getSingleMetricAsString("valyra_queue_oldest_seconds");
    expect(Number(/queue="delivery"\} ([\d.]+)/.exec(oldest)?.[1])).toBeGreaterThan(60);
    await client?.quit();
    const p95 = Math.round(percentile(waits, 0.95));
    const heapMb = Math.round(mostHeap / 1024 ** 2);
    console.log(
      `WK-8 ${backend}: ${perSecond} jobs/s of ${JOBS}, who has few waits ${p95} ms (p95 of ${SMALL}), heap at most ${heapMb} MB more, ${mostKeys} keys in Redis`,
    );
    expect(p95).toBeLessThan(MOST_WAIT_MS);
    expect(heapMb).toBeLessThan(MOST_HEAP_MB);
    expect(mostKeys).toBeLessThan(MOST_KEYS);
  },
);
