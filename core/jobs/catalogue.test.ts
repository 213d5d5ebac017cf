import { expect, test } from "vitest";
import { loadConfig } from "../config/load.ts";
import { JOBS, type JobDefinition } from "./catalogue.ts";
import { QUEUE_NAMES } from "./queues.ts";

const DATABASE = "postgresql://a@b/c";

test("every job has its queue, is tried again, ends in time, and is found by its kind [4.9]", () => {
  const jobs = Object.entries<JobDefinition>(JOBS);
  for (const [name, { queue, attempts, backoffMs, timeoutMs, payload, cron }] of jobs) {
    expect(QUEUE_NAMES, name).toContain(queue);
    expect(attempts, name).toBeGreaterThan(1);
    expect(backoffMs, name).toBeGreaterThanOrEqual(500);
    expect(timeoutMs, name).toBeGreaterThanOrEqual(10_000);
    // What users wait for has no more than the 30 seconds of the source.
    if (queue !== "upkeep") expect(timeoutMs, name).toBeLessThanOrEqual(30_000);
    // What recurs is named by its moment alone, and nothing unknown gets into a payload.
    if (cron !== undefined) expect(payload.safeParse({}).success, name).toBe(true);
    expect(payload.safeParse({ extra: 1 }).success, name).toBe(false);
  }
});

test("workers connect where they are told, and have defaults for the rest [4.9]", () => {
  expect(() => loadConfig("workers", {})).toThrow("WORKERS_DATABASE_URL is missing");
  expect(loadConfig("workers", { WORKER_DATABASE_URL: DATABASE })).toMatchObject({
    WORKERS_DATABASE_URL: DATABASE,
    REDIS_PREFIX: "valyra",
    WORKERS_LEASE_SECONDS: 30,
    WORKERS_STOP_SECONDS: 25,
  });
  // Without the one the table itself is the queue.
  expect(loadConfig("workers", { WORKER_DATABASE_URL: DATABASE }).REDIS_URL).toBeUndefined();
  const own = { WORKERS_DATABASE_URL: `${DATABASE}2`, WORKER_DATABASE_URL: DATABASE };
  const redis = { REDIS_URL: "redis://127.0.0.1:6379" };
  expect(loadConfig("workers", { ...own, ...redis })).toMatchObject({
    WORKERS_DATABASE_URL: `${DATABASE}2`,
    ...redis,
  });
  const wrong = { ...own, REDIS_URL: "http://127.0.0.1" };
  expect(() => loadConfig("workers", wrong)).toThrow("REDIS_URL must be a redis:// connection");
});
