import { beforeEach, describe, expect, test } from "vitest";
import { createStallWatch, type Look } from "./stall.ts";

const STALL_MS = 10_000;

let at: number;
let watch: ReturnType<typeof createStallWatch>;
beforeEach(() => {
  at = 1_000;
  watch = createStallWatch(STALL_MS, () => at);
});

/** Looks once a second, as long as told; returns the first verdict. */
function lookFor(seconds: number, look: Partial<Look>): string | undefined {
  for (let second = 0; second < seconds; second += 1) {
    at += 1_000;
    const verdict = watch({ indexed: 5n, isReady: true, head: 9n, ...look });
    if (verdict !== undefined) return verdict;
  }
  return undefined;
}

describe("an index that has moved before", () => {
  beforeEach(() => {
    lookFor(1, { indexed: 4n });
    lookFor(1, { indexed: 5n });
  });

  test("stands still once the chain has been ahead for as long as it may", () => {
    expect(lookFor(9, {})).toBeUndefined();
    expect(lookFor(1, {})).toBe("the index stands at block 5 for 10 s while the chain is at 9");
  });

  test("has nothing to do at the head, however long", () => {
    expect(lookFor(100, { head: 5n })).toBeUndefined();
    expect(lookFor(9, {})).toBeUndefined();
  });

  test("is not judged while the chain is not to be seen, nor while it fetches history", () => {
    expect(lookFor(100, { head: undefined })).toBeUndefined();
    expect(lookFor(100, { isReady: false })).toBeUndefined();
  });

  test("is not judged by a watch that was itself asleep", () => {
    lookFor(8, {});
    at += 3_600_000;
    expect(lookFor(9, {})).toBeUndefined();
  });
});

test("a writer that has not moved yet gets ten times the patience", () => {
  expect(lookFor(100, {})).toBeUndefined();
  expect(lookFor(1, {})).toMatch(/for 100 s/);
});
