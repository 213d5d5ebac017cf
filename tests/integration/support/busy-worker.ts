import { setTimeout as delay } from "node:timers/promises";
import { parentPort, workerData } from "node:worker_threads";
import { learnEngine } from "../../../core/valuation/engine.ts";
import { simulateMarket } from "../../../core/valuation/evaluation/simulated-market.ts";
import { startTestWorkers } from "./job-stage.ts";

/** How a worker with an event loop of its own keeps its thread busy. */
export type BusyOptions = {
  url: string;
  redisUrl: string | undefined;
  leaseMs: number;
  concurrency: number;
} & (
  | {
      way: "blocked" /** Holds the loop without a break until its first number is not 0. */;
      gate: Int32Array;
    }
  | { way: "sliced" /** Learns from deals for so long, as the product does. */; busyMs: number }
);

/** What it tells its parent: each run as it begins, how long it worked, and whether that could be written. */
export type BusyNews =
  | { n: number; is: "begun" | "written" | "refused" }
  | { n: number; is: "worked"; ms: number };

const options = workerData as BusyOptions;
const { url, redisUrl, leaseMs, concurrency, way } = options;
const tell = (news: BusyNews) => parentPort?.postMessage(news);
const market = way === "sliced" ? simulateMarket({ deals: 600, seed: 11, attestedShare: 0.5 }) : [];

/** Nobody is blocked for longer, however a test ends. */
const LONGEST_MS = 60_000;

async function keepBusy(): Promise<void> {
  if (options.way === "blocked") {
    Atomics.wait(options.gate, 0, 0, LONGEST_MS);
    return;
  }
  const from = performance.now();
  while (performance.now() - from < options.busyMs) await learnEngine(market);
}

await startTestWorkers(url, {
  redisUrl,
  leaseMs,
  concurrency,
  async process({ n }, { finish }) {
    tell({ n, is: "begun" });
    const from = performance.now();
    await keepBusy();
    // Whoever had to wait for this thread has had his turn before anything is written.
    await delay(1);
    tell({ n, is: "worked", ms: performance.now() - from });
    await finish(async (client) => {
      await client.query("INSERT INTO app.effect VALUES ($1)", [n]);
    }).then(
      () => tell({ n, is: "written" }),
      (error: unknown) => {
        tell({ n, is: "refused" });
        throw error;
      },
    );
  },
});
