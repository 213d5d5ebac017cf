import { expect, test } from "vitest";
import { BlockMemory } from "../../../src/rows/block-memory.ts";
import type { Stamp } from "../../../src/rows/stamp.ts";

const BLOCK = `0x${"b1".repeat(32)}` as const;
const REPLACED = `0x${"b2".repeat(32)}` as const;

function at(logIndex: number, blockHash: Stamp["blockHash"] = BLOCK): Stamp {
  const contract = `0x${"a1".repeat(20)}` as const;
  return {
    chainId: 31_337,
    contract,
    blockNumber: 7n,
    blockHash,
    logIndex,
    txHash: BLOCK,
    seconds: 1n,
    sender: contract,
    topic: BLOCK,
    data: "0x",
  };
}

const notes = (options?: { isSharedByLog: boolean }) =>
  new BlockMemory<string[]>(() => [], options);

test("what one event of a block leaves is there for the later ones", () => {
  const memory = notes();
  const first = at(3);
  memory.of(first).push("first");
  memory.of(first).push("first again");
  expect(memory.of(at(4))).toEqual(["first", "first again"]);
});

test("another block starts with nothing, even one of the same height", () => {
  const memory = notes();
  memory.of(at(3)).push("gone");
  expect(memory.of(at(4, REPLACED))).toEqual([]);
  expect(memory.of(at(5))).toEqual([]);
});

test("a block that is taken up again after an error starts with nothing, at its first event too", () => {
  const memory = notes();
  memory.of(at(3)).push("rolled back");
  expect(memory.of(at(3))).toEqual([]);
  memory.of(at(4)).push("rolled back");
  expect(memory.of(at(3))).toEqual([]);
});

test("two handlers of one log share a memory that is meant for it", () => {
  const memory = notes({ isSharedByLog: true });
  memory.of(at(3)).push("incoming");
  expect(memory.of(at(3))).toEqual(["incoming"]);
  expect(memory.of(at(2))).toEqual([]);
});

test("what was forgotten is gone", () => {
  const memory = notes();
  memory.of(at(3)).push("gone");
  memory.forget();
  expect(memory.of(at(4))).toEqual([]);
});
