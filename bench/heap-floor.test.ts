import { expect, test } from "vitest";
import { MAX_RISE_MB, riseOfFloor } from "./heap-floor.ts";

/** A heap of 40 MB that collects its garbage each time that there are 60 MB of it. */
const sawTooth = (leakPerSample: number) =>
  Array.from({ length: 200 }, (_, at) => [at, 40 + (at % 12) * 5 + leakPerSample * at] as const);

test("garbage that is collected is no growth, whenever the last collection was", () => {
  expect(riseOfFloor(sawTooth(0))).toBe(0);
  for (let end = 190; end < 200; end += 1) {
    expect(Math.abs(riseOfFloor(sawTooth(0).slice(0, end)))).toBeLessThan(MAX_RISE_MB);
  }
});

test("what no collection takes away is (IX-15)", () => {
  expect(riseOfFloor(sawTooth(0.5))).toBeGreaterThan(MAX_RISE_MB);
});

test("one sample has no halves", () => {
  expect(() => riseOfFloor([[0, 1]])).toThrow("too few samples");
});
