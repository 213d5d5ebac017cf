import { expect, test } from "vitest";
import { fitLine } from "./line-fit.ts";

test("a line without noise has its slope and no interval", () => {
  const fit = fitLine([0, 1, 2, 3, 4].map((x) => [x, 7 + 2.5 * x] as const));
  expect(fit.slope).toBeCloseTo(2.5);
  expect(fit.high - fit.low).toBeCloseTo(0);
});

test("noise round a level leaves zero inside the interval, and a leak outside of it", () => {
  const noise = (at: number) => Math.sin(at * 12.9898) * 5;
  const xs = Array.from({ length: 200 }, (_, at) => at);
  const level = fitLine(xs.map((x) => [x, 100 + noise(x)] as const));
  expect(level.low).toBeLessThan(0);
  expect(level.high).toBeGreaterThan(0);
  const leak = fitLine(xs.map((x) => [x, 100 + 0.1 * x + noise(x)] as const));
  expect(leak.low).toBeGreaterThan(0);
});

test("two samples make no line", () => {
  expect(() =>
    fitLine([
      [0, 1],
      [1, 2],
    ]),
  ).toThrow("too few samples");
});
