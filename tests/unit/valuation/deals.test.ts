import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { latestSales } from "../../../core/valuation/deals/latest-sales.ts";
import { parseDeals } from "../../../core/valuation/deals/parse-deals.ts";

const seed = readFileSync(join(import.meta.dirname, "../../../data/comparables.csv"), "utf8");
const header = "id,category,sold_price_usd,price_kind,mrr_usd,ttm_revenue_usd,ttm_profit_usd";
const read = (...rows: string[]) => parseDeals([header, ...rows].join("\n"));

test("the public deals are sold, have their source, and no word of anybody else", () => {
  const { deals, rejected } = parseDeals(seed);
  expect(rejected).toEqual([]);
  expect(deals).toHaveLength(178);
  for (const { kind, source, askedUsd } of deals) {
    expect(kind).toBe("sold");
    expect(source).toMatch(/^https:\/\//);
    expect(askedUsd).toBeUndefined();
  }
  expect(seed.split("\n")[0]).not.toMatch(/name|note|title/);
});

test("what was worked out from the price does not count as a figure", () => {
  const { deals } = parseDeals(seed);
  const derived = seed.split("\n").filter((line) => /,(?:ttm_profit_usd|arr_usd)$/.test(line));
  expect(derived).toHaveLength(3);
  for (const line of derived) {
    const deal = deals.find(({ id }) => line.startsWith(`${id},`));
    const lost = line.endsWith("arr_usd") ? "recurringRevenue" : "profit";
    expect(deal?.figures[lost]).toBeUndefined();
  }
});

test("rows without a usable price are left out with a reason, odd cells count as empty", () => {
  const { deals, rejected } = read(
    'a,SaaS,"$1,200",sold,10,,',
    "b,SaaS,-5,sold,,,",
    "c,SaaS,n/a,sold,,,",
    "d,SaaS,1e12,sold,,,",
    "e,SaaS,5000,auction,,,",
    "a,SaaS,900,sold,,,",
    "f,Content Site!,900,asking,,abc,1e99",
    "g,x,700",
    "h,x,EUR 700,sold,,,",
  );
  expect(deals.map(({ id }) => id)).toEqual(["a", "f", "g"]);
  expect(deals[0]).toMatchObject({
    usd: 1200,
    category: "saas",
    figures: { recurringRevenue: 120 },
  });
  expect(deals[1]).toMatchObject({ kind: "asking", category: "content-site", figures: {} });
  expect(rejected.map(({ id }) => id)).toEqual(["b", "c", "d", "e", "a", "h"]);
  for (const { reason } of rejected) expect(reason).toMatch(/\w{4}/);
});

test("other currencies are converted where a rate is known", () => {
  const text = `${header},currency\na,saas,800,sold,,1000,,EUR\nb,saas,€800,sold,,,,`;
  const { deals } = parseDeals(text, { EUR: { usd: 1.25, asOf: "2026-11-20" } });
  expect(deals.map(({ usd }) => usd)).toEqual([1000, 1000]);
  expect(deals[0]?.figures.revenue).toBe(1250);
});

test("a file that is no list of deals is refused", () => {
  expect(() => parseDeals("a,b\n1,2")).toThrow(/sold_price_usd/);
});

test("several sales of a business count as its latest one, deals that name none stay", () => {
  const [deal] = parseDeals(seed).deals;
  if (deal === undefined) throw new Error("no deals");
  const sale = (id: string, business?: string, year?: number) => ({
    ...deal,
    ...{ id, year },
    ...(business === undefined ? {} : { business }),
  });
  const sales = [
    ...[sale("a", "one", 2026.4), sale("b"), sale("c", "one", 2026.2), sale("d", "two")],
    ...[sale("e", "two"), sale("f")],
  ];
  expect(latestSales(sales).map(({ id }) => id)).toEqual(["a", "b", "e", "f"]);
});
