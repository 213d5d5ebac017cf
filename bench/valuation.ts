import { monitorEventLoopDelay } from "node:perf_hooks";
import { learnEngine } from "../core/valuation/engine.ts";
import { toSubject } from "../core/valuation/evaluation/backtest.ts";
import { simulateMarket } from "../core/valuation/evaluation/simulated-market.ts";
import { median, percentile } from "./statistics.ts";

const DEALS = 10_000;
const MOST_MS = 50;
const ESTIMATES = 300;

/**
 * Times learning once and estimates on a large simulated market.
 *
 * @returns whether 99 of 100 estimates at 10,000 comparables take under 50 ms
 */
export async function benchValuation(say: (text: string) => void): Promise<boolean> {
  const deals = simulateMarket({ deals: DEALS + ESTIMATES, seed: 3, attestedShare: 0.5 });
  const startedAt = performance.now();
  const delays = monitorEventLoopDelay({ resolution: 1 });
  delays.enable();
  const engine = await learnEngine(deals.slice(0, DEALS));
  delays.disable();
  const learnedMs = performance.now() - startedAt;
  const subjects = deals.slice(DEALS).map((deal) => toSubject(deal));
  for (const subject of subjects.slice(0, 20)) engine.estimate(subject);
  const heapBefore = process.memoryUsage().heapUsed;
  const times = subjects.map((subject) => {
    const from = performance.now();
    engine.estimate(subject);
    return performance.now() - from;
  });
  const grownMb = (process.memoryUsage().heapUsed - heapBefore) / 1024 ** 2;
  const slowest = percentile(times, 0.99);
  say(
    `${DEALS} deals learned in ${(learnedMs / 1000).toFixed(1)} s; the event loop was held for ${(delays.max / 1e6).toFixed(0)} ms at most`,
  );
  say(
    `one estimate: median ${median(times).toFixed(1)} ms, 99 % ${slowest.toFixed(1)} ms (target under ${MOST_MS} ms)`,
  );
  say(
    `heap after ${ESTIMATES} estimates: ${grownMb.toFixed(0)} MB more, before any collection is forced`,
  );
  return slowest < MOST_MS;
}
