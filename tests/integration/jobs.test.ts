import type { PoolClient } from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createPool } from "../../core/db/pools.ts";
import { JOBS, type JobDefinition } from "../../core/jobs/catalogue.ts";
import { cancelJob, replayDead, replayJob } from "../../core/jobs/control.ts";
import { JobError } from "../../core/jobs/job-error.ts";
import { claimJobs, finishJob, finishJobs, sweepLeases } from "../../core/jobs/lease.ts";
import { runSchedules, upsertSchedules } from "../../core/jobs/schedules.ts";
import { waitUntil } from "../../devnet/processes/wait-until.ts";
import { inWrite } from "../../workers/in-write.ts";
import { DURABLE, hasRedis, type RedisServer, startRedis } from "../support/redis.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { startCuttingProxy } from "./support/cutting-proxy.ts";
import { createJobStage, type JobStage } from "./support/job-stage.ts";

const server = sharedPostgres();
const isRedisHere = hasRedis();
let stage: JobStage;
let redis: RedisServer | undefined;

beforeAll(async () => {
  stage = await createJobStage(server.url);
  if (isRedisHere) redis = await startRedis(undefined, DURABLE);
});
afterAll(async () => {
  await stage.close();
  await redis?.stop();
  await server.stop();
});
afterEach(() => stage.reset());

/** Resolves when the signal is aborted, and never before. */
const untilAborted = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });

const BACKENDS = ["postgres", ...(isRedisHere ? ["redis"] : [])];

describe.each(BACKENDS)("jobs with %s as the queue", (backend) => {
  const redisUrl = () => (backend === "redis" ? redis?.url : undefined);

  test("a cause makes one job, and three workers do each job once [5.125, 5.126]", async () => {
    await stage.admin.query(
      "CREATE TABLE IF NOT EXISTS app.effect (n integer); GRANT ALL ON app.effect TO valyra_worker; TRUNCATE app.effect",
    );
    const started: number[] = [];
    const worker = () =>
      stage.work({
        redisUrl: redisUrl(),
        async process({ n }, { finish }) {
          started.push(n);
          await finish(async (client) => {
            await client.query("INSERT INTO app.effect VALUES ($1)", [n]);
          });
        },
      });
    await Promise.all([worker(), worker(), worker()]);
    const numbers = Array.from({ length: 200 }, (_, n) => n);
    const ids = await Promise.all(numbers.map((n) => stage.add(n)));
    const again = await Promise.all(numbers.map((n) => stage.add(n)));
    expect(again).toEqual(ids);
    expect(await stage.untilIdle()).toEqual({ done: 200 });
    expect(started.sort((a, b) => a - b)).toEqual(numbers);
    const { rows } = await stage.admin.query("SELECT n FROM app.effect ORDER BY n");
    expect(rows.map(({ n }) => n)).toEqual(numbers);
  });

  test("a job that always fails is dead with its reason, as the log says, others flow, one call replays it (WK-2) [5.44]", async () => {
    let isBroken = true;
    const calls: number[] = [];
    const logged: { level: string; msg: string; job?: string; outcome?: string }[] = [];
    const workers = await stage.work({
      redisUrl: redisUrl(),
      onLogLine: (line) => logged.push(JSON.parse(line)),
      async process({ n }) {
        calls.push(n);
        if (n === 0 && isBroken) throw new JobError("provider", "The shop is closed.");
        if (n === 1) throw new JobError("rejected", "The row is wrong.");
      },
    });
    const [failing, refused, fine] = await Promise.all([stage.add(0), stage.add(1), stage.add(2)]);
    expect(await stage.until(failing, "dead")).toMatchObject({
      attempts: 3,
      errorCode: "provider",
      errorDetail: "The shop is closed.",
    });
    // What stays wrong is not tried again.
    expect(await stage.until(refused, "dead")).toMatchObject({
      attempts: 1,
      errorCode: "rejected",
    });
    await stage.until(fine, "done");
    expect(calls.filter((n) => n === 0)).toHaveLength(3);
    const linesOf = (id: string) =>
      logged.filter(({ job }) => job === id).map(({ level, msg }) => `${level}: ${msg}`);
    expect(linesOf(failing)).toEqual([
      ...["warn: a job failed", "warn: a job failed"],
      "error: a job failed",
    ]);
    await expect.poll(() => linesOf(fine)).toEqual(["debug: a job is done"]);
    expect(await workers.metrics.registry.metrics()).toContain(
      'valyra_job_failures_total{name="test.job",failure="provider"} 3',
    );
    isBroken = false;
    expect(await replayJob(stage.pool, failing)).toBe(true);
    expect(await stage.until(failing, "done")).toMatchObject({ attempts: 1, errorCode: null });
    expect(await replayJob(stage.pool, failing)).toBe(false);
    expect(await replayDead(stage.pool, "test.job")).toBe(1);
    await stage.until(refused, "dead");
  });

  test("a step begins when the one before is done, and a failure stops the chain [4.13, 5.122]", async () => {
    const done: number[] = [];
    let isBroken = true;
    await stage.work({
      redisUrl: redisUrl(),
      async process({ n }) {
        if (n === 1 && isBroken) throw new JobError("rejected", "No.");
        done.push(n);
      },
    });
    const first = await stage.add(0);
    const second = await stage.add(1, { after: first });
    const third = await stage.add(2, { after: second });
    await stage.until(second, "dead");
    expect(done).toEqual([0]);
    expect((await stage.row(third)).state).toBe("waiting");
    isBroken = false;
    await replayJob(stage.pool, second);
    await stage.until(third, "done");
    expect(done).toEqual([0, 1, 2]);
  });

  test("a job that takes too long is ended and tried again", async () => {
    const reasons: string[] = [];
    await stage.work({
      redisUrl: redisUrl(),
      leaseMs: 600,
      definition: { timeoutMs: 300, attempts: 2 },
      async process({ n }, { signal }) {
        if (n === 1) return;
        await untilAborted(signal).catch((error: Error) => {
          reasons.push(error.name);
          throw error;
        });
      },
    });
    const slow = await stage.add(0, { attempts: 2 });
    expect(await stage.until(slow, "dead")).toMatchObject({ attempts: 2, errorCode: "timeout" });
    expect(reasons).toEqual(["TimeoutError", "TimeoutError"]);
  });

  test("a running job that is cancelled stops; what waits for it is cancelled, too", async () => {
    let hasBegun = false;
    await stage.work({
      redisUrl: redisUrl(),
      leaseMs: 300,
      async process(_, { signal, report }) {
        await report(40, "reading");
        hasBegun = true;
        await untilAborted(signal);
      },
    });
    const running = await stage.add(0);
    const next = await stage.add(1, { after: running });
    await waitUntil(() => hasBegun, { what: "the job runs", deadlineMs: 30_000 });
    expect(await stage.row(running)).toMatchObject({ progress: 40, step: "reading" });
    expect(await cancelJob(stage.pool, running)).toBe("stopping");
    await stage.until(running, "cancelled");
    expect((await stage.row(next)).state).toBe("cancelled");
    expect(await cancelJob(stage.pool, running)).toBe("cancelled");
  });

  test("workers that vanish lose their jobs to others, which do each once", async () => {
    const effects: number[] = [];
    const lost = await stage.work({
      redisUrl: redisUrl(),
      leaseMs: 300,
      process: (_, { signal }) => untilAborted(signal),
    });
    const ids = await Promise.all([0, 1, 2, 3].map((n) => stage.add(n)));
    await waitUntil(async () => (await stage.row(ids[3] ?? "")).state === "running", {
      what: "the jobs are taken",
      deadlineMs: 30_000,
    });
    lost.vanish();
    await stage.work({
      redisUrl: redisUrl(),
      leaseMs: 300,
      process: async ({ n }) => void effects.push(n),
    });
    expect(await stage.untilIdle()).toEqual({ done: 4 });
    expect(effects.sort()).toEqual([0, 1, 2, 3]);
  });

  test("a stop waits for what runs, and hands back what takes too long [5.50]", async () => {
    const ended: number[] = [];
    let begun = 0;
    const first = await stage.work({
      redisUrl: redisUrl(),
      async process({ n }, { signal }) {
        begun += 1;
        if (n === 0) return void ended.push(n);
        await untilAborted(signal);
      },
    });
    const quick = await stage.add(0);
    const long = await stage.add(1);
    await waitUntil(() => begun === 2, { what: "both run", deadlineMs: 30_000 });
    await first.stop(50);
    expect((await stage.row(quick)).state).toBe("done");
    // As if it had not been taken.
    expect(await stage.row(long)).toMatchObject({ state: "queued", attempts: 0 });
    await stage.work({ redisUrl: redisUrl(), process: async ({ n }) => void ended.push(n) });
    await stage.until(long, "done");
    expect(ended).toEqual([0, 1]);
  });
});

test("whoever lost the lease of a job can neither end it nor write for it [SE-7]", async () => {
  const jobId = await stage.add(0);
  const taker = { worker: "first", leaseMs: 1 };
  const [stale] = await claimJobs(stage.pool, taker, [jobId]);
  expect(stale?.lease).toBe(1n);
  await waitUntil(async () => (await sweepLeases(stage.pool)).length === 1, {
    what: "the lease is over",
    deadlineMs: 10_000,
  });
  const [fresh] = await claimJobs(stage.pool, { worker: "second", leaseMs: 60_000 }, [jobId]);
  expect(fresh?.lease).toBe(2n);
  expect(await finishJob(stage.pool, { jobId, lease: 1n })).toBe("lost");
  expect(await finishJob(stage.pool, { jobId, lease: 2n })).toBe("done");
  // The answer to a commit may be lost with its connection: the same question is answered the same.
  expect(await finishJob(stage.pool, { jobId, lease: 2n })).toBe("done");
});

test("jobs that end together are done and let others begin, but for those that are lost, to stop, or in other hands", async () => {
  const names = ["done", "lost", "to stop", "locked", "after"] as const;
  const ids = new Map<string, string>();
  for (const [n, name] of names.entries()) {
    ids.set(name, await stage.add(n, name === "after" ? { after: ids.get("done") ?? "" } : {}));
  }
  const keyOf = (name: string, lease = 1n) => ({ jobId: ids.get(name) ?? "", lease });
  await claimJobs(stage.pool, { worker: "one", leaseMs: 60_000 }, [...ids.values()]);
  expect(await cancelJob(stage.pool, keyOf("to stop").jobId)).toBe("stopping");
  const other = await stage.pool.connect();
  await other.query("BEGIN");
  await other.query("SELECT FROM app.job WHERE job_id = $1 FOR UPDATE", [keyOf("locked").jobId]);
  const ended = await finishJobs(stage.pool, [
    ...["done", "to stop", "locked"].map((name) => keyOf(name)),
    keyOf("lost", 0n),
  ]);
  await other.query("ROLLBACK");
  other.release();
  expect([...ended.keys()]).toEqual([keyOf("done").jobId]);
  expect((await stage.row(keyOf("done").jobId)).state).toBe("done");
  expect((await stage.row(keyOf("after").jobId)).state).toBe("queued");
  for (const name of ["lost", "to stop", "locked"]) {
    expect((await stage.row(keyOf(name).jobId)).state, name).toBe("running");
  }
});

test("a job whose workers die of it is dead when it was taken as often as it may be [WK-2]", async () => {
  const jobId = await stage.add(0, { attempts: 2 });
  for (const state of ["queued", "dead"]) {
    await claimJobs(stage.pool, { worker: "dying", leaseMs: 1 }, [jobId]);
    await waitUntil(async () => (await sweepLeases(stage.pool)).length === 1, {
      what: "the lease is over",
      deadlineMs: 10_000,
    });
    expect(await stage.row(jobId)).toMatchObject({ state, errorCode: "worker_lost" });
  }
});

test("a cause that commits late is not skipped by one that came after it", async () => {
  const done: number[] = [];
  await stage.work({ process: async ({ n }) => void done.push(n) });
  const slow = await stage.pool.connect();
  await slow.query("BEGIN");
  await slow.query(
    "SELECT app.add_job('test.job', 'delivery', 'slow', '{\"n\": 1}', 1, 3, '0', NULL, NULL)",
  );
  await stage.until(await stage.add(2), "done");
  expect(done).toEqual([2]);
  await slow.query("COMMIT");
  slow.release();
  await waitUntil(() => done.includes(1), { what: "the slow one is done", deadlineMs: 30_000 });
});

test("an answer to a commit that is lost doubles and loses nothing, neither a job nor its effect [SE-6]", async () => {
  const ROUNDS = 40;
  const proxy = await startCuttingProxy(stage.urls.worker);
  const pool = createPool(proxy.url, "appWrites", {
    ...{ max: 2, processName: "test_cut", onIdleError: () => undefined },
  });
  await stage.admin.query(
    "CREATE TABLE IF NOT EXISTS app.effect (n integer); GRANT ALL ON app.effect TO valyra_worker; TRUNCATE app.effect",
  );
  /** Adds a job, and says whether it is new. */
  const add = async (client: PoolClient, n: number) => {
    const { rows } = await client.query<{ isNew: boolean }>(
      `SELECT is_new AS "isNew"
       FROM app.add_job('test.job', 'delivery', $1, $2, 1, 3, '0', NULL, NULL)`,
      [`cut ${n}`, { n }],
    );
    return rows[0]?.isNew;
  };
  try {
    for (let n = 0; n < ROUNDS; n += 1) {
      // Whoever has heard nothing asks again, and hears of the first one.
      proxy.cut(1);
      await expect(inWrite(pool, (client) => add(client, n))).rejects.toThrow();
      expect(await inWrite(pool, (client) => add(client, n))).toBe(false);
    }
    expect(proxy.lost).toBe(ROUNDS);
    await stage.work({
      url: proxy.url,
      concurrency: 1,
      async process({ n }, { finish }) {
        proxy.cut(1);
        await finish(async (client) => {
          await client.query("INSERT INTO app.effect VALUES ($1)", [n]);
        });
      },
    });
    expect(await stage.untilIdle()).toEqual({ done: ROUNDS });
    expect(proxy.lost).toBeGreaterThanOrEqual(2 * ROUNDS);
    const { rows } = await stage.admin.query("SELECT n FROM app.effect ORDER BY n");
    expect(rows.map(({ n }) => n)).toEqual(Array.from({ length: ROUNDS }, (_, n) => n));
  } finally {
    await pool.end();
    await proxy.close();
  }
});

test("what recurs is scheduled once however often processes start, and not at all when it is gone [3.52]", async () => {
  const recurring = Object.entries<JobDefinition>(JOBS)
    .filter(([, { cron }]) => cron !== undefined)
    .map(([name]) => name);
  const at = new Date("2026-03-01T00:00:00Z");
  await stage.admin.query(
    "INSERT INTO app.job_schedule (name, cron, next_at) VALUES ('gone.job', '* * * * * *', $1)",
    [at],
  );
  const started = () => inWrite(stage.pool, (client) => upsertSchedules(client, at));
  await started();
  await Promise.all([started(), started()]);
  const { rows } = await stage.admin.query("SELECT name FROM app.job_schedule ORDER BY name");
  expect(rows.map(({ name }) => name)).toEqual([...recurring].sort());
  // A day later each of two processes looks, and looks again: every job is there once.
  const later = new Date("2026-03-02T12:00:00Z");
  const looked = () => inWrite(stage.pool, (client) => runSchedules(client, later));
  await Promise.all([looked(), looked()]);
  await looked();
  const { rows: jobs } = await stage.admin.query("SELECT name FROM app.job ORDER BY name");
  expect(jobs.map(({ name }) => name)).toEqual([...recurring].sort());
});

test("a caller with few jobs is served between those of one with many", async () => {
  const accounts = ["7".repeat(8), "8".repeat(8)].map(
    (part) => `${part}-0000-4000-8000-000000000000`,
  );
  await stage.admin.query(
    "INSERT INTO app.account (account_id) SELECT unnest($1::uuid[]) ON CONFLICT DO NOTHING",
    [accounts],
  );
  for (let n = 0; n < 50; n += 1) await stage.add(n, { account: accounts[0] as string });
  for (let n = 50; n < 53; n += 1) await stage.add(n, { account: accounts[1] as string });
  const order: number[] = [];
  await stage.work({ concurrency: 1, process: async ({ n }) => void order.push(n) });
  await stage.untilIdle();
  expect(order).toHaveLength(53);
  expect(Math.max(...[50, 51, 52].map((n) => order.indexOf(n)))).toBeLessThan(8);
});
