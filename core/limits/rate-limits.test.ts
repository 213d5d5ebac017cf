import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openRateLimits } from "./rate-limits.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const open = (readsPerMinute: number) =>
  openRateLimits({ settings: { readsPerMinute }, onOutage: () => undefined });

test("a quota is used up, refused beyond, and whole again when its minute is over", async () => {
  const limits = open(3);
  for (const remaining of [2, 1, 0]) {
    expect(await limits.consume("reads", "a")).toEqual({
      isAllowed: true,
      remaining,
      resetSeconds: 60,
    });
  }
  await vi.advanceTimersByTimeAsync(20_500);
  expect(await limits.consume("reads", "a")).toEqual({
    isAllowed: false,
    remaining: 0,
    resetSeconds: 40,
  });
  expect(limits.use()).toMatchObject({ refused: { reads: 1, general: 0 }, outages: 0 });
  await vi.advanceTimersByTimeAsync(39_500);
  expect(await limits.consume("reads", "a")).toMatchObject({ isAllowed: true, remaining: 2 });
});

test("a drip below the quota is never refused, and each client has a quota of its own", async () => {
  const limits = open(2);
  for (let request = 0; request < 50; request += 1) {
    expect((await limits.consume("reads", "drip")).isAllowed).toBe(true);
    await vi.advanceTimersByTimeAsync(31_000);
  }
  for (const client of ["a", "b", "c"]) {
    expect(await limits.consume("reads", client)).toMatchObject({ remaining: 1 });
  }
});

test("an hour and a day are counted beside each other, by policy and by whom [5.135]", async () => {
  const limits = open(0);
  const used = async (policy: "offersHour" | "offersDay", who: string) => {
    const { isAllowed, resetSeconds } = await limits.consume(policy, who);
    return isAllowed ? "allowed" : resetSeconds;
  };
  for (let offer = 0; offer < 5; offer += 1) {
    expect(await used("offersHour", "ana")).toBe("allowed");
    expect(await used("offersDay", "ana")).toBe("allowed");
  }
  expect(await used("offersHour", "ana")).toBe(3_600);
  expect(await used("offersHour", "ben")).toBe("allowed");
  for (let offer = 5; offer < 20; offer += 1)
    expect(await used("offersDay", "ana")).toBe("allowed");
  expect(await used("offersDay", "ana")).toBe(86_400);
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(await used("offersHour", "ana")).toBe("allowed");
  expect(await used("offersDay", "ana")).toBe(82_800);
  await vi.advanceTimersByTimeAsync(82_800_000);
  expect(await used("offersDay", "ana")).toBe("allowed");
});

test("what is asked at the same moment is counted one by one", async () => {
  const limits = open(10);
  const verdicts = await Promise.all(
    Array.from({ length: 50 }, () => limits.consume("reads", "a")),
  );
  expect(verdicts.filter(({ isAllowed }) => isAllowed)).toHaveLength(10);
});
