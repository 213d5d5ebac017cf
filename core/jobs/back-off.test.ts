import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { JobError } from "./job-error.ts";
import { providerPolicy } from "./provider-policy.ts";
import { judge, restDelayMs, retryDelayMs } from "./retry.ts";

const JOBS = 300;
const DEAD_SECONDS = 600;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date", "performance"], now: 0 });
});
afterEach(() => {
  vi.useRealTimers();
});

/**
 * Lets jobs that all come at once ask a provider until each has its answer, with a clock that jumps
 * from one attempt to the next. Returns the seconds at which the provider was asked, and those at which
 * jobs were done.
 */
async function simulate(ask: (seconds: number) => void) {
  const policy = providerPolicy({ concurrency: 10, waiting: JOBS });
  const asked: number[] = [];
  const done: number[] = [];
  const waiting = Array.from({ length: JOBS }, () => ({ at: 0, attempts: 0 }));
  while (waiting.length > 0) {
    waiting.sort((a, b) => b.at - a.at);
    const job = waiting.pop();
    if (job === undefined) break;
    vi.setSystemTime(job.at);
    job.attempts += 1;
    try {
      await policy.execute(() => {
        asked.push(job.at / 1_000);
        ask(job.at / 1_000);
      });
      done.push(job.at / 1_000);
    } catch (error) {
      const { isRetryable, retryAfterMs, failure } = judge(error);
      expect(isRetryable).toBe(true);
      // As the workers do it: what was not even tried does not count (workers/run-job.ts).
      const isResting = failure === "provider_resting";
      if (isResting) job.attempts -= 1;
      const wait = isResting ? restDelayMs() : retryDelayMs(1_000, job.attempts, retryAfterMs);
      waiting.push({ ...job, at: job.at + wait });
    }
  }
  return { asked, done };
}

/** Most that came in any one second. */
function busiestSecond(moments: readonly number[]): number {
  const bySecond = Map.groupBy(moments, (moment) => Math.floor(moment));
  return Math.max(...[...bySecond.values()].map((group) => group.length));
}

test("a provider that is dead for ten minutes is hardly asked, and not overrun when it is back [WK-7]", async () => {
  const { asked, done } = await simulate((seconds) => {
    if (seconds < DEAD_SECONDS) throw new JobError("provider", "Status 500.");
  });
  const whileDead = asked.filter((seconds) => seconds < DEAD_SECONDS);
  // Five that fail in a row, then one attempt in each rest of 15 seconds.
  expect(whileDead.length).toBeLessThanOrEqual(5 + DEAD_SECONDS / 15);
  const back = asked.filter((seconds) => seconds >= DEAD_SECONDS);
  expect(done).toHaveLength(JOBS);
  expect(busiestSecond(back)).toBeLessThan(JOBS / 10);
  // Everything is done a few minutes after it is back, however long it was away.
  expect(Math.max(...done)).toBeLessThan(DEAD_SECONDS + 360);
});

test.each([20_000, undefined])(
  "requests that were refused for being too many come back spread out (Retry-After %s) [WK-7]",
  async (retryAfterMs) => {
    const refusedUntil = 60;
    const { asked, done } = await simulate((seconds) => {
      if (seconds < refusedUntil) throw new JobError("provider", "Status 429.", { retryAfterMs });
    });
    expect(done).toHaveLength(JOBS);
    expect(asked.filter((seconds) => seconds < refusedUntil).length).toBeLessThanOrEqual(10);
    expect(busiestSecond(asked.filter((seconds) => seconds >= refusedUntil))).toBeLessThan(
      JOBS / 5,
    );
  },
);
