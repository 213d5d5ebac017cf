import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import {
  dayRoots,
  proveInclusion,
  verifyInclusion,
} from "../../../core/valuation/record/day-root.ts";
import {
  appendEstimate,
  type FrozenEstimate,
  hashOf,
  type RecordEntry,
} from "../../../core/valuation/record/frozen-estimate.ts";
import {
  findTampering,
  type PublicRecord,
  scoreOutcomes,
} from "../../../core/valuation/record/outcome.ts";

const run = promisify(execFile);
const root = join(import.meta.dirname, "../../..");

const estimate = (number: number, madeAt: string, mid = "1000"): FrozenEstimate => ({
  listingId: `31337-0xabc-${number}`,
  category: "micro-saas",
  grade: "attested",
  currency: "USDC",
  low: "700",
  mid,
  high: "1400",
  confidence: 81,
  madeAt,
  blockNumber: "12",
  engineVersion: "1",
  inputHash: hashOf({ number }),
  dealsHash: hashOf([]),
  isAskHidden: true,
});

function makeRecord(): PublicRecord {
  const entries: RecordEntry[] = [];
  for (const one of [
    estimate(1, "2026-11-01T10:00:00Z"),
    estimate(2, "2026-11-01T11:00:00Z"),
    estimate(3, "2026-11-01T12:00:00Z"),
    estimate(1, "2026-11-02T10:00:00Z", "1100"),
    estimate(1, "2026-11-09T10:00:00Z", "1250"),
  ]) {
    entries.push(appendEstimate(entries.at(-1), one));
  }
  return {
    entries,
    roots: dayRoots(entries),
    outcomes: [
      {
        listingId: "31337-0xabc-1",
        soldFor: "1250",
        askedFor: "2000",
        settledAt: "2026-11-05T00:00:00Z",
      },
      {
        listingId: "31337-0xabc-2",
        soldFor: "9",
        settledAt: "2026-11-05T00:00:00Z",
        excludedBecause: "same_party",
      },
      { listingId: "31337-0xabc-4", soldFor: "500", settledAt: "2026-11-05T00:00:00Z" },
    ],
  };
}

test("the order of keys does not change a hash, everything else does", () => {
  expect(hashOf({ a: 1, b: ["x", null] })).toBe(hashOf({ b: ["x", null], a: 1 }));
  expect(hashOf({ a: 1 })).not.toBe(hashOf({ a: 2 }));
  // Keccak-256 of the two bytes "{}".
  expect(hashOf({})).toBe("0xb48d38f93eaa084033fc5970bf96e559c33c4cdc07d889ab00b4d63f9590739d");
});

test("a record that was published holds, and each change of it is found", () => {
  const record = makeRecord();
  expect(findTampering(record)).toEqual([]);
  const change = (edit: (copy: PublicRecord) => void) => {
    const copy = structuredClone(record);
    edit(copy);
    return findTampering(copy);
  };
  expect(change(({ entries }) => entries.splice(1, 1)).join()).toMatch(/does not follow/);
  expect(change(({ entries }) => entries.pop()).join()).toMatch(/2026-11-09 has a root/);
  expect(change(({ entries }) => entries.reverse()).length).toBeGreaterThan(1);
  expect(change(({ roots }) => roots.pop())).toEqual(["2026-11-09 has no root"]);
  const better = change(({ entries }) => {
    const [first] = entries;
    if (first !== undefined) first.estimate.mid = "1250";
  });
  expect(better).toEqual(["entry 1 was changed"]);
});

test("every entry is proved to be under the root of its day, and nothing else is", () => {
  const { entries, roots } = makeRecord();
  for (const { sequence, hash } of entries) {
    const proof = proveInclusion(entries, sequence);
    if (proof === undefined) throw new Error("no proof");
    expect(roots.map((one) => one.root)).toContain(proof.root);
    expect(proof.leaf).toBe(hash);
    expect(verifyInclusion(proof)).toBe(true);
    expect(verifyInclusion({ ...proof, leaf: hashOf("other") })).toBe(false);
    expect(verifyInclusion({ ...proof, leaf: "0x12" })).toBe(false);
  }
  expect(proveInclusion(entries, 99)).toBeUndefined();
});

test("an outcome scores the last blind estimate made before it, and arm's length deals only", () => {
  const record = makeRecord();
  const scored = scoreOutcomes(record);
  expect(scored).toHaveLength(1);
  expect(scored[0]).toMatchObject({ soldUsd: 1250, estimate: { mid: 1100 } });
  expect(scored[0]?.baselines).toEqual({ "asking price": 2000 });
});

test("the command checks a record from its file alone", async () => {
  const folder = mkdtempSync(join(tmpdir(), "valyra-record-"));
  const verify = (record: PublicRecord) => {
    writeFileSync(join(folder, "record.json"), JSON.stringify(record));
    const args = ["--import", "tsx", "scripts/valuation-verify.ts", join(folder, "record.json")];
    return run(process.execPath, args, { cwd: root });
  };
  try {
    const record = makeRecord();
    const { stdout } = await verify(record);
    expect(stdout).toMatch(/5 entries and 3 roots are as they were published/);
    expect(stdout).toMatch(/asking price +1 /);
    record.entries.splice(2, 1);
    await expect(verify(record)).rejects.toThrow(/does not follow/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 120_000);
