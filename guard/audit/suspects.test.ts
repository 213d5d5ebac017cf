import { pad } from "viem";
import { expect, test } from "vitest";
import type { Finding } from "./compare.ts";
import { createSuspects } from "./suspects.ts";

const CONTRACT = pad("0x1", { size: 20 });
const range = { which: [CONTRACT], from: 0n, to: 10n };

const finding = (reason: Finding["reason"], blockNumber = 5n): Finding => ({
  contract: CONTRACT,
  blockNumber,
  blockHash: `0x${blockNumber}`,
  logIndex: 0,
  txHash: "0x",
  topics: [],
  data: "0x",
  reason,
});

function setUp() {
  let now = 0;
  const suspects = createSuspects(1_000, () => now);
  return {
    suspects,
    pass(milliseconds: number) {
      now += milliseconds;
    },
  };
}

test("a fault of the log counts at once", () => {
  const { suspects } = setUp();
  const unknown = finding("unknown_topic");
  expect(suspects.sift(range, [unknown])).toEqual({ proven: [unknown], isWaiting: false });
});

test("a fault of the index counts after it has lasted for the time of grace", () => {
  const { suspects, pass } = setUp();
  const missing = finding("missing_row");
  expect(suspects.sift(range, [missing])).toEqual({ proven: [], isWaiting: true });
  pass(999);
  expect(suspects.sift(range, [missing]).isWaiting).toBe(true);
  pass(1);
  expect(suspects.sift(range, [missing])).toEqual({ proven: [missing], isWaiting: false });
});

test("a fault that went away in between starts anew", () => {
  const { suspects, pass } = setUp();
  const missing = finding("missing_row");
  suspects.sift(range, [missing]);
  pass(900);
  suspects.sift(range, []);
  suspects.sift(range, [missing]);
  pass(900);
  expect(suspects.sift(range, [missing]).isWaiting).toBe(true);
});

test("a look at other blocks says nothing about a suspect", () => {
  const { suspects, pass } = setUp();
  const missing = finding("missing_row", 20n);
  const later = { ...range, from: 20n, to: 20n };
  suspects.sift(later, [missing]);
  pass(1_000);
  suspects.sift(range, []);
  expect(suspects.sift(later, [missing]).proven).toEqual([missing]);
});

test("nothing that was suspected before a restart of the index counts", () => {
  const { suspects, pass } = setUp();
  const missing = finding("missing_row");
  suspects.sift(range, [missing]);
  pass(1_000);
  suspects.clear();
  expect(suspects.sift(range, [missing]).isWaiting).toBe(true);
});
