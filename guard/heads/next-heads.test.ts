import { expect, test } from "vitest";
import type { BlockRef } from "../chain/chain-source.ts";
import { type Heads, nextHeads } from "./next-heads.ts";

const block = (number: number, fork = "a"): BlockRef => ({
  number: BigInt(number),
  hash: `0x${fork}${number}`,
});

const heads = (head: number, safe: number, final: number, fork?: string): Heads => ({
  head: block(head, fork),
  safe: block(safe, fork),
  final: block(final, fork),
});

test("the first observation is taken as it is", () => {
  expect(nextHeads(undefined, heads(10, 6, 2))).toEqual(heads(10, 6, 2));
});

test("safe and final never step back, whatever a lagging node says", () => {
  expect(nextHeads(heads(10, 6, 2), heads(8, 4, 1))).toEqual({
    head: block(8),
    safe: block(6),
    final: block(2),
  });
});

test("a head below safe comes from a node that lags and is not believed", () => {
  expect(nextHeads(heads(10, 6, 2), heads(5, 3, 1))).toEqual(heads(10, 6, 2));
});

test("a reorganisation above safe is believed", () => {
  expect(nextHeads(heads(10, 6, 2), { ...heads(9, 6, 2), head: block(9, "b") }).head).toEqual(
    block(9, "b"),
  );
});

test("safe is never behind final", () => {
  const next = nextHeads(heads(10, 6, 2), heads(20, 7, 15));
  expect(next.safe).toEqual(block(15));
});
