import { expect, test } from "vitest";
import { median, percentile } from "./statistics.ts";

test("the median of an odd and of an even count", () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 3, 2])).toBe(2.5);
});

test("a percentile is one of the values", () => {
  const hundred = Array.from({ length: 100 }, (_, index) => index + 1);
  expect(percentile(hundred, 0.95)).toBe(95);
  expect(percentile(hundred, 0.5)).toBe(50);
  expect(percentile([7], 0.95)).toBe(7);
});

test("there is no statistic of nothing", () => {
  expect(() => median([])).toThrow();
  expect(() => percentile([], 0.5)).toThrow();
});
