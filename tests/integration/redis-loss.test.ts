import { Redis } from "ioredis";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { waitUntil } from "../../devnet/processes/wait-until.ts";
import { DURABLE, hasRedis, type RedisServer, startRedis } from "../support/redis.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { createJobStage, type JobStage } from "./support/job-stage.ts";

describe.runIf(hasRedis())("jobs whose Redis is lost", () => {
  const server = sharedPostgres();
  let stage: JobStage;
  let redis: RedisServer;

  beforeAll(async () => {
    stage = await createJobStage(server.url);
    redis = await startRedis(undefined, DURABLE);
  });
  afterAll(async () => {
    await stage.close();
    await redis.stop();
    await server.stop();
  });
  afterEach(() => stage.reset());

  test("a burst of jobs is told to Redis once, and each of them finds its worker", async () => {
    const jobs = 1_500;
    await stage.pool.query(
      `SELECT app.add_job('test.job', 'delivery', 'burst ' || n, jsonb_build_object('n', n), 1, 3, '0', NULL, NULL)
       FROM generate_series(1, $1::integer) AS n`,
      [jobs],
    );
    const done = new Set<number>();
    const { metrics } = await stage.work({
      redisUrl: redis.url,
      // Whatever a worker passes over waits longer than the test does.
      patienceMs: 600_000,
      process: async ({ n }) => void done.add(n),
    });
    expect(await stage.untilIdle()).toEqual({ done: jobs });
    expect(done.size).toBe(jobs);
    const told = await metrics.registry.getSingleMetricAsString("valyra_job_nudges_total");
    expect(told).toContain(`valyra_job_nudges_total ${jobs}`);
  });

  test("FLUSHALL loses no job and repeats none [SE-4]", async () => {
    const done: number[] = [];
    // Full after one job each, so that most of them wait in Redis when it is emptied.
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    await stage.work({
      redisUrl: redis.url,
      concurrency: 2,
      async process({ n }, { finish }) {
        await gate;
        await finish(async () => void done.push(n));
      },
    });
    const numbers = Array.from({ length: 60 }, (_, n) => n);
    await Promise.all(numbers.map((n) => stage.add(n)));
    await waitUntil(
      async () => {
        const { rows } = await stage.pool.query(
          "SELECT count(*)::integer AS told FROM app.job WHERE state = 'queued' AND nudged_at IS NOT NULL",
        );
        return rows[0]?.told === 58;
      },
      { what: "Redis knows of all", deadlineMs: 30_000 },
    );
    const client = new Redis(redis.url);
    await client.flushall();
    await client.quit();
    open();
    expect(await stage.untilIdle()).toEqual({ done: 60 });
    expect(done.sort((a, b) => a - b)).toEqual(numbers);
  });

  test("while Redis is away jobs are accepted and wait; they are done when it is back", async () => {
    const done: number[] = [];
    await stage.work({ redisUrl: redis.url, process: async ({ n }) => void done.push(n) });
    await stage.until(await stage.add(1), "done");
    const port = Number(new URL(redis.url).port);
    await redis.stop();
    const waiting = await Promise.all([2, 3, 4].map((n) => stage.add(n)));
    expect((await stage.row(waiting[0] ?? "")).state).toBe("queued");
    redis = await startRedis(port, DURABLE);
    expect(await stage.untilIdle()).toEqual({ done: 4 });
    expect(done.sort()).toEqual([1, 2, 3, 4]);
  });

  test("a Redis whose memory is full takes nothing, and the jobs wait until it has room [WK-5]", async () => {
    const done: number[] = [];
    const client = new Redis(redis.url);
    await client.config("SET", "maxmemory", "1");
    await stage.work({
      redisUrl: redis.url,
      // A job that Redis was taken to know would wait longer than the test does.
      patienceMs: 600_000,
      process: async ({ n }) => void done.push(n),
    });
    const ids = await Promise.all([1, 2, 3].map((n) => stage.add(n)));
    await waitUntil(async () => /errorstat_OOM:count=[1-9]/.test(await client.info("errorstats")), {
      what: "Redis refuses",
      deadlineMs: 60_000,
    });
    for (const id of ids) expect((await stage.row(id)).state).toBe("queued");
    await client.config("SET", "maxmemory", "0");
    expect(await stage.untilIdle()).toEqual({ done: 3 });
    expect(done.sort()).toEqual([1, 2, 3]);
    await client.quit();
  });
});
