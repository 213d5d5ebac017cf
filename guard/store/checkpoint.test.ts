import { expect, test } from "vitest";
import { lastCompleteBlock } from "./checkpoint.ts";

const checkpoint = (block: number, transaction: string) =>
  `1700000000${"31337".padStart(16, "0")}${String(block).padStart(16, "0")}${transaction.padStart(16, "0")}9${"9".repeat(16)}`;

test("a checkpoint at the end of a block covers the block", () => {
  expect(lastCompleteBlock(checkpoint(42, "9".repeat(16)))).toBe(42n);
});

test("a checkpoint inside a block covers only the block before", () => {
  expect(lastCompleteBlock(checkpoint(42, "3"))).toBe(41n);
});

test("the checkpoint before any event covers nothing beyond genesis", () => {
  expect(lastCompleteBlock("0".repeat(75))).toBe(0n);
});
