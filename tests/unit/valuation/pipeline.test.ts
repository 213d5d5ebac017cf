import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ListingDocument } from "../../../core/listing-metadata/document.ts";
import { readSeedDeals } from "../../../core/valuation/deals/known-deals.ts";
import type { Estimate } from "../../../core/valuation/engine.ts";
import { toRangeUnits } from "../../../core/valuation/pipeline/amounts.ts";
import { comparableStats } from "../../../core/valuation/pipeline/comparables.ts";
import {
  evidenceFromText,
  evidenceOf,
  isMaterialChange,
  tellsAsk,
} from "../../../core/valuation/pipeline/input.ts";
import { forReview } from "../../../core/valuation/pipeline/usefulness.ts";
import { quirksOf } from "../../../core/valuation/reading/quirks.ts";
import { takeIn } from "../../../core/valuation/subject.ts";

const at = new Date("2026-09-15T00:00:00Z");
const rates = { IDRX: { usd: 0.0001, asOf: "2026-09-01" } };

type Metric = ListingDocument["metrics"][number];
const stated = (changes: Partial<Metric>): Metric => ({
  metric: "revenue",
  value: "1000",
  currency: "USD",
  period: { from: "2026-08-01", to: "2026-08-31" },
  grade: "claimed",
  source: "Stripe",
  definition: "revenue/1",
  ...changes,
});

describe("figures of a document", () => {
  test("are brought to a year and to the currency of the listing, as claims with their source and day", () => {
    const yearlyOf = (changes: Partial<Metric>, currency = "USD") =>
      evidenceOf({ metrics: [stated(changes)] }, { currency, rates, at }).metrics.revenue;
    expect(yearlyOf({})).toEqual({
      value: 12_000,
      grade: "claimed",
      source: "Stripe",
      asOf: "2026-08-31T00:00:00.000Z",
    });
    expect(yearlyOf({ period: { from: "2025-09-01", to: "2026-08-31" } })?.value).toBe(1_000);
    expect(yearlyOf({ period: { from: "2026-06-01", to: "2026-08-31" } })?.value).toBe(4_000);
    expect(yearlyOf({ period: { from: "2026-02-01", to: "2026-02-28" } })?.value).toBe(12_000);
    expect(yearlyOf({}, "IDRX")?.value).toBeCloseTo(120_000_000);
    const people = stated({ metric: "customers", value: "40", currency: undefined });
    const { metrics } = evidenceOf({ metrics: [people] }, { currency: "USD", at });
    expect(metrics.customers?.value).toBe(40);
  });

  test("that say nothing of a year, are forecasts or in an unknown currency are left out and named", () => {
    const { metrics, leftOut } = evidenceOf(
      {
        metrics: [
          stated({ period: { from: "2026-08-01", to: "2026-08-07" } }),
          stated({ metric: "profit", period: { from: "2026-01-01", to: "2026-12-31" } }),
          stated({ metric: "recurringRevenue", currency: "XYZ" }),
        ],
      },
      { currency: "USD", at },
    );
    expect(metrics).toEqual({});
    expect(leftOut).toEqual([
      "revenue covers less than a month",
      "profit is of a time that has not passed",
      "recurringRevenue is in XYZ, of which no rate is known",
    ]);
  });

  test("that a model has read are claims with their quote; dollars are only dollars", () => {
    const facts = [{ metric: "revenue" as const, value: 12_000, quote: "it earned $12,000" }];
    expect(evidenceFromText(facts, { currency: "USDC", at }).revenue).toMatchObject({
      value: 12_000,
      grade: "claimed",
      source: "text of the seller: it earned $12,000",
    });
    expect(evidenceFromText(facts, { currency: "IDRX", rates, at })).toEqual({});
  });
});

test("only what an estimate could rest on is a material change", () => {
  const document = {
    name: "A",
    description: "B",
    techStack: [],
    tags: [],
  } as unknown as ListingDocument;
  const full = { ...document, category: "saas", metrics: [stated({})], series: [] };
  expect(isMaterialChange(undefined, full)).toBe(true);
  expect(isMaterialChange(full, { ...full, tags: ["b2b"] })).toBe(false);
  expect(isMaterialChange(full, { ...full, metrics: [stated({ value: "1001" })] })).toBe(true);
  expect(isMaterialChange(full, { ...full, description: "C" })).toBe(true);
  expect([tellsAsk("Asking price 40k"), tellsAsk("It runs by itself.")]).toEqual([true, false]);
});

test("figures in a currency of small units are judged by their worth", () => {
  const subject = (value: number) => ({
    ...{ category: "saas", currency: "IDR", at: at.toISOString() },
    metrics: {
      revenue: { value, grade: "claimed" as const, source: "x", asOf: "2026-08-31T00:00:00Z" },
    },
  });
  const known = { IDR: { usd: 0.0001, asOf: "2026-09-01" } };
  expect(takeIn(subject(5e9), known)).toMatchObject({ figures: { revenue: 500_000 } });
  expect(takeIn(subject(5e14), known)).toMatchObject([{ code: "METRIC_INVALID" }]);
});

test("a range of more than two orders of magnitude is for a reviewer, and says what would narrow it", () => {
  const advice = [
    {
      metrics: ["profit" as const],
      action: "attest" as const,
      confidenceGain: 9,
      rangeFactor: 0.6,
    },
  ];
  const of = (high: number) =>
    forReview({
      ...{ low: 100, high, warnings: ["figures contradict each other"], advice },
      decision: "published",
    } as Partial<Estimate> as Estimate);
  expect(of(10_000)).toMatchObject({
    decision: "published",
    warnings: ["figures contradict each other"],
  });
  expect(of(36_100)).toMatchObject({
    decision: "escalated",
    warnings: [
      "four of five prices would lie between one and 361 times of the lowest, too wide to be of use; what would narrow it: attest profit",
      "figures contradict each other",
    ],
  });
});

test("a range in base units keeps its order and is never nothing", () => {
  // money: allow, the engine gives numbers; what is tested is how they become base units
  const number = fc.double({ min: 1e-9, max: 1e12, noNaN: true });
  fc.assert(
    fc.property(
      fc.tuple(number, number, number),
      fc.integer({ min: 0, max: 18 }),
      (of, decimals) => {
        const [low, mid, high] = of.sort((a, b) => a - b) as [number, number, number];
        const units = toRangeUnits({ low, mid, high }, decimals);
        expect(units.lowUnits).toBeGreaterThan(0n);
        expect(units.midUnits).toBeGreaterThanOrEqual(units.lowUnits);
        expect(units.highUnits).toBeGreaterThanOrEqual(units.midUnits);
      },
    ),
  );
  const range = { low: 12_300, mid: 41_200, high: 90_000 };
  expect(toRangeUnits(range, 6)).toEqual({
    lowUnits: 12_300_000_000n,
    midUnits: 41_200_000_000n,
    highUnits: 90_000_000_000n,
  });
});

test("comparables say what a category sells for, or its family, or the market [5.46]", () => {
  const deals = readSeedDeals();
  const options = { settled: 0, isDefault: false };
  const known = Map.groupBy(deals, ({ category }) => category);
  const [common = ""] = [...known].sort(([, a], [, b]) => b.length - a.length)[0] ?? [];
  expect(comparableStats(deals, common, options)).toMatchObject({
    deals: deals.length,
    level: "category",
    ofLevel: known.get(common)?.length,
  });
  const nothing = comparableStats(deals, "lighthouse", options);
  expect(["family", "market"]).toContain(nothing.level);
  const { q1 = 0, median = 0, q3 = 0 } = nothing.profitMultiple ?? {};
  expect(q1 > 0 && q1 < median && median < q3).toBe(true);
});

test("providers are asked in their own way, unknown ones as OpenAI [5.92]", () => {
  expect(quirksOf(undefined).limitField).toBe("max_completion_tokens");
  expect(quirksOf("https://api.deepseek.com/v1").format).toBe("json_object");
  expect(quirksOf("http://127.0.0.1:11434/v1").format).toBe("json_schema");
});
