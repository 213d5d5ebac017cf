import { expect, test } from "vitest";
import { createLogger } from "../../core/log.ts";
import type { Provider } from "../providers/provider.ts";
import { ProviderSet } from "../providers/provider-set.ts";
import { StateReads } from "./state-reads.ts";

const BLOCK = { number: 7, hash: `0x${"ab".repeat(32)}` } as const;
const DEADLINE_MS = 1_000;

/** State reads of one provider that counts its answers, each so many characters long. */
function readsOf(length: number) {
  let calls = 0;
  const provider = {
    host: "node",
    async call(method: string) {
      if (method === "eth_chainId") return "0x1";
      calls += 1;
      return "x".repeat(length);
    },
  } as unknown as Provider;
  const reads = new StateReads(new ProviderSet([provider], 1, createLogger("gateway", "fatal")));
  const read = (what: number) => reads.read("eth_call", [what, null], BLOCK, DEADLINE_MS);
  return { read, calls: () => calls };
}

test("an answer about a block is asked for once", async () => {
  const { read, calls } = readsOf(10);
  await read(1);
  await read(1);
  expect(calls()).toBe(1);
});

test("long answers count with their length, so that old ones make room", async () => {
  // Seven of ten million characters are more than what is kept.
  const { read, calls } = readsOf(10_000_000);
  for (const what of [1, 2, 3, 4, 5, 6, 7]) await read(what);
  expect(calls()).toBe(7);
  await read(7);
  expect(calls()).toBe(7);
  await read(1);
  expect(calls()).toBe(8);
});
