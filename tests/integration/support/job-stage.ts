import pg from "pg";
import { z } from "zod";
import { createPool } from "../../../core/db/pools.ts";
import { JOBS, type JobDefinition } from "../../../core/jobs/catalogue.ts";
import { watchJobs } from "../../../core/jobs/job-watcher.ts";
import { QUEUE_NAMES, QUEUES, type QueueName } from "../../../core/jobs/queues.ts";
import { createLogger } from "../../../core/log.ts";
import { waitUntil } from "../../../devnet/processes/wait-until.ts";
import type { WorkerDeps } from "../../../workers/deps.ts";
import { startDispatch } from "../../../workers/dispatch/start-dispatch.ts";
import { createLeaseKeeper } from "../../../workers/lease-keeper.ts";
import { createWorkerMetrics, type WorkerMetrics } from "../../../workers/metrics.ts";
import type { ProcessorContext } from "../../../workers/processor.ts";
import { PROCESSORS } from "../../../workers/processors/index.ts";
import { createJobRunner } from "../../../workers/run-job.ts";
import { startUpkeep } from "../../../workers/upkeep.ts";
import { createPublishedDatabase } from "./market.ts";

/** What a job of a test does; all of them are called `test.job`. */
export type TestProcessor = (payload: { n: number }, context: ProcessorContext) => Promise<void>;

export type WorkerOptions = {
  /** Their way to the database, where it is not the straight one. */
  url?: string;
  redisUrl?: string | undefined;
  process?: TestProcessor;
  /** Does the jobs of the catalogue with these, instead of test jobs. */
  deps?: Partial<WorkerDeps>;
  definition?: Partial<JobDefinition>;
  leaseMs?: number;
  concurrency?: number;
  /** Told every line of their log, down to debug; nothing is logged without it. */
  onLogLine?: (line: string) => void;
  /** After this Redis counts as having lost a job, milliseconds; half a second, where a test waits for it. */
  patienceMs?: number;
};

export type TestWorkers = {
  metrics: WorkerMetrics;
  /** Ends as the process does: jobs that run are waited for at most so long. */
  stop(patienceMs?: number): Promise<void>;
  /** Ends without a word: leases are neither renewed nor given back. */
  vanish(): void;
};

export type JobRow = {
  state: string;
  attempts: number;
  errorCode: string | null;
  errorDetail: string | null;
  progress: number | null;
  step: string | null;
};

/** A database with jobs, and workers of this process that do them. */
export type JobStage = {
  urls: { admin: string; api: string; worker: string };
  admin: pg.Client;
  pool: pg.Pool;
  add(
    n: number,
    options?: {
      cause?: string;
      after?: string;
      queue?: QueueName;
      attempts?: number;
      account?: string;
    },
  ): Promise<string>;
  work(options: WorkerOptions): Promise<TestWorkers>;
  row(jobId: string): Promise<JobRow>;
  /** Waits until a job is in a state. */
  until(jobId: string, state: string): Promise<JobRow>;
  /** Waits until nothing is left to do, and counts jobs by state. */
  untilIdle(): Promise<Record<string, number>>;
  /** Ends all workers and forgets all jobs. */
  reset(): Promise<void>;
  close(): Promise<void>;
};

const PATIENCE = { deadlineMs: 60_000 };

export async function createJobStage(serverUrl: string): Promise<JobStage> {
  const urls = await createPublishedDatabase(serverUrl);
  const admin = new pg.Client({ connectionString: urls.admin });
  await admin.connect();
  const options = { max: 10, processName: "test_jobs", onIdleError: () => undefined };
  const pool = createPool(urls.worker, "appWrites", options);
  const started: TestWorkers[] = [];

  const stage: JobStage = {
    urls,
    admin,
    pool,
    async add(n, { cause = `test ${n}`, after, queue = "delivery", attempts = 3, account } = {}) {
      const { rows } = await pool.query<{ id: string }>(
        "SELECT job_id AS id FROM app.add_job('test.job', $1, $2, $3, 1, $4, '0', $5, $6)",
        [queue, cause, { n }, attempts, account ?? null, after ?? null],
      );
      return rows[0]?.id ?? "";
    },
    async work(wanted) {
      const workers = await startTestWorkers(wanted.url ?? urls.worker, wanted);
      started.push(workers);
      return workers;
    },
    async row(jobId) {
      const { rows } = await pool.query<JobRow>(
        `SELECT state, attempts, error_code AS "errorCode", error_detail AS "errorDetail", progress,
           step FROM app.job WHERE job_id = $1`,
        [jobId],
      );
      return rows[0] as JobRow;
    },
    async until(jobId, state) {
      return waitUntil(
        async () => {
          const row = await stage.row(jobId);
          return row.state === state && row;
        },
        { what: `the job is ${state}`, ...PATIENCE },
      );
    },
    async untilIdle() {
      const count = async () => {
        const { rows } = await pool.query<{ state: string; count: number }>(
          "SELECT state, count(*)::integer AS count FROM app.job WHERE name = 'test.job' GROUP BY state",
        );
        return Object.fromEntries(rows.map(({ state, count: jobs }) => [state, jobs]));
      };
      await waitUntil(
        async () => {
          const states = await count();
          return states.queued === undefined && states.running === undefined;
        },
        { what: "nothing is left to do", ...PATIENCE },
      );
      return count();
    },
    async reset() {
      await Promise.all(started.splice(0).map((workers) => workers.stop(0)));
      await admin.query("TRUNCATE app.job CASCADE; TRUNCATE app.job_schedule");
    },
    async close() {
      await Promise.all(started.map((workers) => workers.stop(0)));
      await pool.end();
      await admin.end();
    },
  };
  return stage;
}

/** Starts workers of this thread on a database that a stage has made. */
export async function startTestWorkers(
  url: string,
  { redisUrl, process: work, deps, definition, concurrency, onLogLine, ...times }: WorkerOptions,
): Promise<TestWorkers> {
  const { leaseMs = 10_000, patienceMs = 500 } = times;
  const testJob: JobDefinition = {
    queue: "delivery",
    payload: z.strictObject({ n: z.int() }),
    attempts: 3,
    backoffMs: 10,
    timeoutMs: 30_000,
    ...definition,
  };
  const log = onLogLine
    ? createLogger("workers", "debug", { write: onLogLine })
    : createLogger("workers", "silent");
  const ignore = () => undefined;
  const pool = createPool(url, "appWrites", {
    max: 10,
    processName: "test_workers",
    onIdleError: ignore,
  });
  const metrics = createWorkerMetrics(async () => []);
  const keeper = createLeaseKeeper({ pool, leaseMs, onError: ignore });
  const giveUp = new AbortController();
  const run = createJobRunner({
    deps: { pool, ...deps } as unknown as WorkerDeps,
    processors: deps === undefined ? ({ "test.job": work } as never) : PROCESSORS,
    definitions: deps === undefined ? { "test.job": testJob } : JOBS,
    keeper,
    metrics,
    log,
    stopping: giveUp.signal,
  });
  const dispatch = await startDispatch({
    pool,
    redisUrl,
    prefix: `test-${Math.random().toString(36).slice(2)}`,
    options: {
      queues: QUEUE_NAMES,
      concurrencyOf: (queue) => concurrency ?? QUEUES[queue].concurrency,
      taker: { worker: "test", leaseMs },
      run,
      pollMs: 100,
      onError: ignore,
    },
    onNudges: (count) => metrics.nudges.inc(count),
    log,
    patienceMs,
  });
  const watcher = watchJobs(url, { processName: "test_workers", onError: ignore }, (queue) =>
    dispatch.wake(QUEUE_NAMES.find((name) => name === queue)),
  );
  const upkeep = startUpkeep({ pool, metrics, log, leaseMs });
  let stopped: Promise<void> | undefined;
  return {
    metrics,
    vanish() {
      keeper.stop();
      void upkeep.stop();
      void dispatch.drain();
    },
    stop(patienceMs = 0) {
      stopped ??= (async () => {
        const timer = setTimeout(() => giveUp.abort(), patienceMs);
        await dispatch.drain();
        clearTimeout(timer);
        await upkeep.stop();
        keeper.stop();
        await Promise.all([watcher.close(), dispatch.close()]);
        await pool.end();
      })();
      return stopped;
    },
  };
}
