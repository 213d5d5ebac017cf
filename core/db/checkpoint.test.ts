import { expect, test } from "vitest";
import { decodeCheckpoint } from "./checkpoint.ts";

const checkpoint = (block: number, transaction: string) =>
  `1700000000${"31337".padStart(16, "0")}${String(block).padStart(16, "0")}${transaction.padStart(16, "0")}9${"9".repeat(16)}`;

test("a checkpoint at the end of a block covers the block", () => {
  const decoded = decodeCheckpoint(checkpoint(42, "9".repeat(16)));
  expect(decoded).toEqual({ number: 42n, timestamp: 1_700_000_000n });
});

test("a checkpoint inside a block covers only the block before", () => {
  expect(decodeCheckpoint(checkpoint(42, "3")).number).toBe(41n);
});

test("the checkpoint before any event covers nothing beyond genesis", () => {
  expect(decodeCheckpoint("0".repeat(75)).number).toBe(0n);
});
