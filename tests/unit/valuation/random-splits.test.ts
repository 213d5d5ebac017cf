import { expect, test } from "vitest";
import { scoreSplits, splitAtRandom } from "../../../core/valuation/evaluation/random-splits.ts";
import { simulateMarket } from "../../../core/valuation/evaluation/simulated-market.ts";
import { renderSplits } from "../../../scripts/lib/render-backtest.ts";

const market = simulateMarket({ deals: 300, seed: 3 });

test("a split takes each deal once, the same for a seed and another for another", () => {
  const { train, test: rest } = splitAtRandom(market, 1 / 3, 5);
  expect([train.length, rest.length]).toEqual([100, 200]);
  expect(new Set([...train, ...rest]).size).toBe(300);
  expect(splitAtRandom(market, 1 / 3, 5).train).toEqual(train);
  expect(splitAtRandom(market, 1 / 3, 6).train).not.toEqual(train);
});

test("categories whose ranges hold too few or too many prices are counted, others are not", () => {
  const honest = scoreSplits(market, 1 / 2, [1, 2]);
  expect(honest).toMatchObject({ splits: 2, groups: 10 });
  expect(honest.tooFew + honest.tooMany).toBeLessThanOrEqual(2);
  expect(renderSplits(honest)).toMatch(/^learned from 50 %, 2 times: .* of 10 categories/);
  expect(honest.inside).toBeGreaterThan(0.7);
  // Of 15 deals so little is known that ranges are made far too wide.
  const guessed = scoreSplits(market, 0.05, [1, 2, 3, 4]);
  expect(guessed.groups).toBe(20);
  expect(guessed.tooMany).toBeGreaterThanOrEqual(5);
});
