import { BrokenCircuitError } from "cockatiel";
import fc from "fast-check";
import { expect, test } from "vitest";
import { OutgoingError } from "../outgoing/outgoing-error.ts";
import { JobError } from "./job-error.ts";
import { providerPolicy } from "./provider-policy.ts";
import { judge, retryDelayMs } from "./retry.ts";

test("errors are classed by type: what stays wrong is not tried again", () => {
  expect(judge(new JobError("rejected", "No."))).toMatchObject({
    isRetryable: false,
    detail: "No.",
  });
  expect(judge(new OutgoingError("ADDRESS_REFUSED", "x"))).toMatchObject({ isRetryable: false });
  expect(judge(new OutgoingError("TIMEOUT", "x"))).toMatchObject({ failure: "timeout" });
  expect(judge(new BrokenCircuitError())).toMatchObject({ failure: "provider_resting" });
  expect(judge(Object.assign(new Error("x"), { code: "ECONNREFUSED" }))).toMatchObject({
    failure: "provider",
    isRetryable: true,
  });
  // Its words may hold anything, and are for our log alone.
  const unknown = judge(new Error("password is hunter2"));
  expect(unknown).toMatchObject({ failure: "unexpected", isRetryable: true });
  expect(unknown.detail).not.toContain("hunter2");
});

test("a wait lies within a span that doubles, and is never less than the service asked for", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 12 }),
      fc.option(fc.integer({ min: 0, max: 60_000 }), { nil: undefined }),
      (attempts, asked) => {
        const delay = retryDelayMs(1_000, attempts, asked);
        expect(delay).toBeGreaterThanOrEqual(asked ?? 0);
        expect(delay).toBeLessThanOrEqual(1_000 * 2 ** (attempts - 1) + (asked ?? 0));
      },
    ),
  );
  const waits = new Set(Array.from({ length: 50 }, () => retryDelayMs(60_000, 5, undefined)));
  expect(waits.size).toBeGreaterThan(40);
});

test("a provider that fails five times in a row is left alone; one that refuses is not", async () => {
  const rests: boolean[] = [];
  const policy = providerPolicy({ concurrency: 1, waiting: 0, onRest: (rest) => rests.push(rest) });
  let calls = 0;
  const call = (error: Error) =>
    policy
      .execute(() => {
        calls += 1;
        throw error;
      })
      .catch((failure: unknown) => failure);
  for (let time = 0; time < 8; time += 1) await call(new JobError("rejected", "No."));
  expect(calls).toBe(8);
  for (let time = 0; time < 8; time += 1) await call(new JobError("provider", "Down."));
  expect(calls).toBe(13);
  expect(rests).toEqual([true]);
});
