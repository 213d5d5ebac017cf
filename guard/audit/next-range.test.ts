import type { Hex } from "viem";
import { expect, test } from "vitest";
import { nextRange } from "./next-range.ts";

const A: Hex = "0xa";
const B: Hex = "0xb";
const chunk = { blocks: () => 100n };

test("contracts that nobody compared yet begin together at the start block", () => {
  expect(nextRange([A, B], new Map(), 10n, 1_000n, chunk)).toEqual({
    contracts: [A, B],
    from: 10n,
    to: 109n,
  });
});

test("a contract that was added later catches up alone, exactly to where the others are", () => {
  const progress = new Map([[A, 50n]]);
  expect(nextRange([A, B], progress, 10n, 1_000n, chunk)).toEqual({
    contracts: [B],
    from: 10n,
    to: 50n,
  });
});

test("a range ends at the limit, and there is none beyond it", () => {
  const progress = new Map([
    [A, 50n],
    [B, 50n],
  ]);
  expect(nextRange([A, B], progress, 10n, 60n, chunk)?.to).toBe(60n);
  expect(nextRange([A, B], progress, 10n, 50n, chunk)).toBeUndefined();
});

test("without contracts there is nothing to compare", () => {
  expect(nextRange([], new Map(), 0n, 100n, chunk)).toBeUndefined();
});
