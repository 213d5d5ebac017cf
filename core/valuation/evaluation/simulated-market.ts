import type { Deal } from "../deals/deal.ts";
import type { EvidenceGrade, Figures } from "../metric.ts";
import { createDraws } from "../model/draws.ts";

/** Settings of a simulated market. */
export type MarketOptions = {
  deals: number;
  seed: number;
  /** Standard deviation of the log price round the hidden rule. */
  noise?: number;
  /** Share of deals whose figures are attested; the others are claimed, which inflates them. */
  attestedShare?: number;
};

const KINDS = [
  { category: "micro-saas", multiple: 3.4, margin: 0.75, isRecurring: true },
  { category: "content-site", multiple: 2.6, margin: 0.8, isRecurring: false },
  { category: "e-commerce", multiple: 2.1, margin: 0.25, isRecurring: false },
  { category: "mobile-app", multiple: 1.8, margin: 0.65, isRecurring: false },
  { category: "service-site", multiple: 1.4, margin: 0.45, isRecurring: false },
] as const;

/**
 * Deals of a market with a hidden rule: profit times the multiple of the kind, more for size, age,
 * growth and low churn, and noise round it. Attested figures are true; claimed ones are inflated by
 * 10 to 30 % and blurred (docs/valuation.md, section on stated profit). For evaluation only.
 */
export function simulateMarket({
  deals,
  seed,
  noise = 0.1,
  attestedShare = 1,
}: MarketOptions): Deal[] {
  const draw = createDraws(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw());
  return Array.from({ length: deals }, (_, index): Deal => {
    const kind = KINDS[Math.floor(draw() * KINDS.length)] ?? KINDS[0];
    const profit = Math.exp(9.5 + 1.2 * normal());
    const revenue = profit / Math.min(0.95, kind.margin * Math.exp(0.15 * normal()));
    const ageYears = 0.3 + 7 * draw() ** 2;
    const growthPercent = 60 * draw() - 20;
    const churnPercent = 1 + 7 * draw();
    const monthlyVisitors = Math.exp(8 + 0.5 * Math.log(profit / 13_000) + 0.8 * normal());
    const rule =
      Math.log(kind.multiple * profit) +
      0.12 * Math.log(profit / 13_000) +
      0.25 * Math.log(1 + ageYears) +
      0.8 * Math.log1p(growthPercent / 100) -
      (kind.isRecurring ? 0.06 * churnPercent : 0) +
      0.05 * Math.log(monthlyVisitors / 3_000);
    const grade: EvidenceGrade = draw() < attestedShare ? "attested" : "claimed";
    const stated = () =>
      grade === "attested" ? 1 : (1.1 + 0.2 * draw()) * Math.exp(0.25 * normal());
    const statedRevenue = revenue * stated();
    const figures: Figures = {
      profit: profit * stated(),
      revenue: statedRevenue,
      ageYears,
      growthPercent,
      monthlyVisitors,
      ...(kind.isRecurring ? { recurringRevenue: statedRevenue * 0.97, churnPercent } : {}),
    };
    const usd = Math.exp(rule + noise * normal());
    return {
      id: `s${index}`,
      kind: "sold",
      category: kind.category,
      usd,
      year: 2026,
      figures,
      grade,
      venue: "valyra",
      source: "simulated market",
      askedUsd: usd * Math.exp(0.1 + 0.15 * Math.abs(normal())),
    };
  });
}
