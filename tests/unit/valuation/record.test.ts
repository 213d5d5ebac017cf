import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import {
  dayOf,
  dayRoots,
  proveInclusion,
  verifyInclusion,
} from "../../../core/valuation/record/day-root.ts";
import {
  FrozenEstimate,
  GENESIS_HASH,
  hashOf,
  type RecordEntry,
} from "../../../core/valuation/record/frozen-estimate.ts";
import { exclusionOf, type Outcome } from "../../../core/valuation/record/outcome.ts";
import { naivePrices, scoredEntry, scoreOutcomes } from "../../../core/valuation/record/score.ts";
import {
  findTampering,
  findWrongScores,
  type PublicRecord,
} from "../../../core/valuation/record/verify-record.ts";

const run = promisify(execFile);
const root = join(import.meta.dirname, "../../..");
const MARKET = `31337-0x${"ab".repeat(20)}`;
const ESCROWS = `31337-0x${"cd".repeat(20)}`;
const NOW = new Date("2026-11-21T00:00:00Z");

/** An estimate of a listing that knew the chain up to a block. */
const estimate = (number: number, block: number, mid = "1000"): FrozenEstimate => ({
  valuationId: `00000000-0000-4000-8000-${String(number * 1_000 + block).padStart(12, "0")}`,
  listingId: `${MARKET}-${number}`,
  category: "micro-saas",
  grade: "attested",
  currency: "USDC",
  low: "700",
  mid,
  high: "1400",
  confidence: 81,
  method: "statistical",
  madeAt: `2026-11-01T10:00:${String(block).padStart(2, "0")}.000Z`,
  blockNumber: String(block),
  blockHash: hashOf({ block }),
  engineVersion: "1",
  modelVersion: null,
  promptVersion: null,
  inputHash: hashOf({ number }),
  dealsHash: hashOf([]),
  isAskHidden: true,
});

function chain(
  ...items: readonly (readonly [recordedAt: string, said: FrozenEstimate])[]
): RecordEntry[] {
  const entries: RecordEntry[] = [];
  for (const [recordedAt, said] of items) {
    const last = entries.at(-1);
    const content = {
      sequence: (last?.sequence ?? 0) + 1,
      previousHash: last?.hash ?? GENESIS_HASH,
      recordedAt,
      estimate: FrozenEstimate.parse(said),
    };
    entries.push({ ...content, hash: hashOf(content) });
  }
  return entries;
}

const outcome = (
  listing: number,
  soldFor: string,
  agreedBlock: number,
  more: Partial<Outcome> = {},
): Outcome => ({
  escrowId: `${ESCROWS}-${listing}`,
  listingId: `${MARKET}-${listing}`,
  state: "completed",
  currency: "USDC",
  soldFor,
  askedFor: null,
  agreedBlock,
  agreedAt: "2026-11-05T00:00:00.000Z",
  settledBlock: agreedBlock + 10,
  settledAt: "2026-11-06T00:00:00.000Z",
  excludedBecause: null,
  recordEnd: 5,
  sequence: null,
  deal: { category: "micro-saas", grade: "attested", figures: { profit: 500 } },
  naive: {},
  ...more,
});

function makeRecord(): PublicRecord {
  const entries = chain(
    ["2026-11-01T10:00:00.000Z", estimate(1, 10)],
    ["2026-11-01T11:00:00.000Z", estimate(2, 11)],
    ["2026-11-01T12:00:00.000Z", estimate(3, 12)],
    ["2026-11-02T10:00:00.000Z", estimate(1, 20, "1100")],
    ["2026-11-09T10:00:00.000Z", estimate(1, 40, "1250")],
  );
  const outcomes = [
    outcome(1, "1250", 30, { askedFor: "2000", sequence: 4 }),
    outcome(2, "9", 30, { excludedBecause: "same_party", sequence: 2 }),
    outcome(4, "500", 50),
  ];
  const last = entries.at(-1) as RecordEntry;
  const head = { sequence: last.sequence, hash: last.hash };
  return { head, entries, roots: dayRoots(entries), outcomes };
}

test("the order of keys does not change a hash, everything else does", () => {
  expect(hashOf({ a: 1, b: ["x", null] })).toBe(hashOf({ b: ["x", null], a: 1 }));
  expect(hashOf({ a: 1 })).not.toBe(hashOf({ a: 2 }));
  // SHA-256 of the two bytes "{}".
  expect(hashOf({})).toBe("0x44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
});

test("a record that was published holds, and each change of it is found", () => {
  const record = makeRecord();
  expect(findTampering(record, NOW)).toEqual([]);
  const change = (edit: (copy: PublicRecord) => void) => {
    const copy = structuredClone(record);
    edit(copy);
    return findTampering(copy, NOW);
  };
  expect(change(({ entries }) => entries.splice(1, 1)).join()).toMatch(/does not follow/);
  expect(change(({ entries }) => entries.pop()).join()).toMatch(/ends at entry 5, and 4 are here/);
  expect(change(({ entries }) => entries.reverse()).length).toBeGreaterThan(1);
  expect(change(({ roots }) => roots.pop())).toEqual(["2026-11-09 has no root"]);
  const better = change(({ entries }) => {
    const [first] = entries;
    if (first !== undefined) first.estimate.mid = "1250";
  });
  expect(better).toEqual(["entry 1 was changed"]);
  // Of the day that is not over nobody expects a root.
  const today = structuredClone(record);
  today.roots.pop();
  expect(findTampering(today, new Date("2026-11-09T12:00:00Z"))).toEqual([]);
});

test("every entry is proved to be under the root of its day, and nothing else is", () => {
  const { entries, roots } = makeRecord();
  for (const entry of entries) {
    const day = dayOf(entry);
    const hashes = entries.filter((one) => dayOf(one) === day).map(({ hash }) => hash);
    const proof = proveInclusion(day, hashes, entry.hash);
    expect(roots.map((one) => one.root)).toContain(proof.root);
    expect(verifyInclusion(proof)).toBe(true);
    expect(verifyInclusion({ ...proof, leaf: hashOf("other") })).toBe(false);
    expect(verifyInclusion({ ...proof, leaf: "0x12" })).toBe(false);
    expect(() => proveInclusion(day, hashes, hashOf("other"))).toThrow();
  }
});

test("an outcome scores the last blind estimate made before its price, at arm's length only", () => {
  const { entries, outcomes } = makeRecord();
  const scored = scoreOutcomes(entries, outcomes);
  expect(scored).toHaveLength(1);
  expect(scored[0]).toMatchObject({ soldUsd: 1250, estimate: { mid: 1100 } });
  expect(scored[0]?.baselines).toEqual({ "asking price": 2000 });

  const wanted = { listingId: `${MARKET}-1`, agreedBlock: 30, currency: "USDC", recordEnd: 5 };
  const sequenceOf = (more: Partial<typeof wanted>, said = entries) =>
    scoredEntry(said, { ...wanted, ...more })?.sequence;
  // What knew the block of the price, or came into the record later, is no forecast.
  expect(sequenceOf({ agreedBlock: 20 })).toBe(1);
  expect(sequenceOf({ agreedBlock: 21 })).toBe(4);
  expect(sequenceOf({ recordEnd: 3 })).toBe(1);
  expect(sequenceOf({ agreedBlock: 10 })).toBeUndefined();
  // Dollars are dollars; other money is not compared.
  expect(sequenceOf({ currency: "USD" })).toBe(4);
  expect(sequenceOf({ currency: "IDRX" })).toBeUndefined();
  const open = entries.map((entry) => ({
    ...entry,
    estimate: { ...entry.estimate, isAskHidden: entry.sequence !== 4 },
  }));
  expect(sequenceOf({}, open)).toBe(1);
});

test("what is no sale at arm's length is left out, with the reason", () => {
  const sale = {
    state: "completed",
    buyer: "0xB0",
    seller: "0xa0",
    isDisputed: false,
    isEmergencyExit: false,
    isRoundTrip: false,
    isInListingToken: true,
    amountUnits: 5n,
  } as const;
  expect(exclusionOf(sale)).toBeNull();
  expect(exclusionOf({ ...sale, buyer: "0xA0" })).toBe("same_party");
  expect(exclusionOf({ ...sale, isRoundTrip: true })).toBe("same_party");
  expect(exclusionOf({ ...sale, state: "emergency" })).toBe("emergency");
  expect(exclusionOf({ ...sale, isDisputed: true })).toBe("disputed");
  expect(exclusionOf({ ...sale, state: "refunded" })).toBe("refunded");
  expect(exclusionOf({ ...sale, state: "expired" })).toBe("refunded");
  expect(exclusionOf({ ...sale, isInListingToken: false })).toBe("other_currency");
  expect(exclusionOf({ ...sale, amountUnits: 0n })).toBe("no_price");
});

test("scores and rules of thumb follow from the record, and what does not is found", () => {
  const record = makeRecord();
  const deal = {
    id: "seed",
    kind: "sold",
    category: "micro-saas",
    usd: 1500,
    year: 2025,
    figures: { profit: 500 },
    grade: "claimed",
    venue: "flippa",
    source: "https://example.org",
    askedUsd: undefined,
  } as const;
  const [first, , third] = record.outcomes as [Outcome, Outcome, Outcome];
  first.naive = naivePrices([deal], first);
  expect(first.naive["category median × profit"]).toBe("1500.00");
  // By the third price the first deal was known: 3 and 2.5 times profit, of 500.
  const known = { ...deal, id: first.escrowId, usd: 1250 };
  third.naive = naivePrices([deal, known], third);
  expect(third.naive["category median × profit"]).toBe("1375.00");
  expect(findWrongScores(record, [deal])).toEqual([]);
  expect(findWrongScores({ ...record, outcomes: [{ ...first, sequence: 5 }] }, [deal])).toEqual([
    `escrow ${first.escrowId} scores entry 5, and should score 4`,
  ]);
  const better = { ...first, naive: { ...first.naive, "category median × profit": "9" } };
  expect(findWrongScores({ ...record, outcomes: [better] }, [deal]).join()).toMatch(/rules of/);
});

test("the command checks a record from its file alone", async () => {
  const folder = mkdtempSync(join(tmpdir(), "valyra-record-"));
  const verify = (record: PublicRecord) => {
    writeFileSync(join(folder, "record.json"), JSON.stringify(record));
    const args = ["scripts/valuation-verify.ts", join(folder, "record.json")];
    return run(process.execPath, args, { cwd: root });
  };
  try {
    const record = makeRecord();
    record.outcomes = record.outcomes.map((one) => ({ ...one, deal: null }));
    const { stdout } = await verify(record);
    expect(stdout).toMatch(/5 entries and 3 roots are as they were published/);
    expect(stdout).toMatch(/asking price +1 /);
    record.entries.splice(2, 1);
    await expect(verify(record)).rejects.toThrow(/does not follow/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 120_000);
