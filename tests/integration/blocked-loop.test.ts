import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { waitUntil } from "../../devnet/processes/wait-until.ts";
import { DURABLE, hasRedis, type RedisServer, startRedis } from "../support/redis.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import type { BusyNews, BusyOptions } from "./support/busy-worker.ts";
import { createJobStage, type JobStage } from "./support/job-stage.ts";

const server = sharedPostgres();
const isRedisHere = hasRedis();
const LEASE_MS = 1_000;
let stage: JobStage;
let redis: RedisServer | undefined;
let busy: Worker | undefined;
let news: BusyNews[] = [];

beforeAll(async () => {
  stage = await createJobStage(server.url);
  if (isRedisHere) redis = await startRedis(undefined, DURABLE);
  await stage.admin.query(
    "CREATE TABLE app.effect (n integer); GRANT ALL ON app.effect TO valyra_worker",
  );
});
afterAll(async () => {
  await stage.close();
  await redis?.stop();
  await server.stop();
});
beforeEach(() => {
  news = [];
});
afterEach(async () => {
  await busy?.terminate();
  await stage.reset();
  await stage.admin.query("TRUNCATE app.effect");
});

/** A worker with an event loop of its own, so that what holds it holds nobody else. */
function startBusy(
  concurrency: number,
  redisUrl: string | undefined,
  way: { way: "blocked"; gate: Int32Array } | { way: "sliced"; busyMs: number },
): void {
  const options = { url: stage.urls.worker, redisUrl, leaseMs: LEASE_MS, concurrency, ...way };
  busy = new Worker(join(import.meta.dirname, "support/busy-worker.ts"), {
    workerData: options satisfies BusyOptions,
  });
  busy.on("message", (told: BusyNews) => news.push(told));
}

const count = (is: BusyNews["is"]) => news.filter((told) => told.is === is).length;

const effects = async () =>
  (await stage.admin.query<{ n: number }>("SELECT n FROM app.effect ORDER BY n")).rows.map(
    ({ n }) => n,
  );

const LONG = { deadlineMs: 120_000, everyMs: 20 };

describe.each(["postgres", ...(isRedisHere ? ["redis"] : [])])(
  "a busy thread, with %s as the queue",
  (backend) => {
    const redisUrl = () => (backend === "redis" ? redis?.url : undefined);

    /** The same job where nothing is in its way. */
    const startFree = () =>
      stage.work({
        redisUrl: redisUrl(),
        leaseMs: LEASE_MS,
        async process({ n }, { finish }) {
          await finish(async (client) => {
            await client.query("INSERT INTO app.effect VALUES ($1)", [n]);
          });
        },
      });

    test("work of the processor that takes longer than the lease goes on in slices and is done once [WK-3]", async () => {
      startBusy(1, redisUrl(), { way: "sliced", busyMs: 2.5 * LEASE_MS });
      const jobId = await stage.add(0);
      await waitUntil(() => count("begun") === 1, { what: "it is begun", ...LONG });
      // Whoever lets its lease go loses the job to this one.
      await startFree();
      await stage.until(jobId, "done");
      const { attempts } = await stage.row(jobId);
      // What its thread says may come after what it wrote.
      const isWorked = (told: BusyNews): told is BusyNews & { is: "worked" } =>
        told.is === "worked";
      const worked = await waitUntil(() => news.find(isWorked), { what: "it says so", ...LONG });
      expect(worked.ms).toBeGreaterThan(2 * LEASE_MS);
      expect({ attempts, begun: count("begun"), effects: await effects() }).toEqual({
        ...{ attempts: 1, begun: 1, effects: [0] },
      });
      console.log(
        `WK-3 ${backend}: ${Math.round(worked.ms)} ms of learning with a lease of ${LEASE_MS}: double runs 0`,
      );
    });

    test("a loop that is blocked for longer than its lease loses its jobs, whose effects come once [WK-3]", async () => {
      const numbers = Array.from({ length: 3 }, (_, n) => n);
      for (const n of numbers) await stage.add(n);
      const gate = new Int32Array(new SharedArrayBuffer(4));
      startBusy(3, redisUrl(), { way: "blocked", gate });
      await waitUntil(() => count("begun") > 0, { what: "the first is begun", ...LONG });
      await startFree();
      expect(await stage.untilIdle()).toEqual({ done: numbers.length });
      Atomics.store(gate, 0, 1);
      Atomics.notify(gate, 0);
      // What was blocked comes to its write too late, and must not have it.
      const ended = () => count("refused") + count("written");
      await waitUntil(() => ended() === count("begun"), { what: "it is free again", ...LONG });
      expect(count("written")).toBe(0);
      expect(await effects()).toEqual(numbers);
      console.log(
        `WK-3 ${backend}: ${count("refused")} of ${count("begun")} late writes of a blocked loop refused, double effects 0`,
      );
    });
  },
);
