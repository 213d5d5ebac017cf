import type { EvidenceGrade } from "./metric.ts";
import type { PriceModel } from "./model/price-model.ts";
import type { Intake } from "./subject.ts";

/**
 * How far figures of a grade are usually off (log): profit as buyers rebuild it lies 10 to 30 % below
 * what sellers state; what a payment provider signs is off by rounding and refunds only.
 */
const FIGURE_ERROR: Record<EvidenceGrade, number> = {
  attested: 0.03,
  computed: 0.1,
  claimed: 0.25,
};
/** A small business moves by about this much (log) in a month; the first month is free. */
const MONTHLY_DRIFT = 0.03;
const MONTH_DAYS = 30.4;
/** Figures so old say how large it once was. */
const MOST_DRIFT = 0.7;
/** Better evidence than that of the deals narrows a range to no less than this. */
const NARROWEST = 0.6;
/** The error that about four of five deals stay within lies this far out in deviations. */
const USUAL_IN_DEVIATIONS = 1.3;
/**
 * Multiples of small businesses have moved by this much (log) between one half-year and three years
 * later: content sites 36 to 27 times monthly profit, 2022 to 2025 (Empire Flippers, told by Authority
 * Hacker and Philosopher's Stone); software 3.2 to 2.5 times revenue within 2022 and 5 to 3.9 times profit,
 * 2023 to 2025 (Acquire.com). From half a year on it counts in full.
 */
const MARKET_DRIFT = 0.3;
/** Deals of a grade that are enough to have shown its errors by themselves. */
const ENOUGH_OF_GRADE = 10;

/** What widens a range beyond what deals were missed by, each with its reason. */
export type Widening = { factor: number; reasons: string[] };

const FACTORS = {
  contradiction: { factor: 1.8, reason: "figures contradict each other" },
  sizeless: { factor: 1.5, reason: "neither profit nor revenue above zero is known" },
};

/** The factor on the half-width (log) of an interval. */
export function wideningFor(model: PriceModel, intake: Intake, grade = intake.grade): Widening {
  const reasons: string[] = [];
  const [subjectError, dealError] = [errorOf(intake, grade), usualDealError(model, grade)];
  const usual = model.spread.usual / USUAL_IN_DEVIATIONS;
  const size = Math.max(0.5, Math.min(1.2, model.blend.slope));
  const market = marketDrift(model, intake);
  // Of few deals, nothing else makes up for what was chosen to fit them too well.
  const optimism = model.optimism() ** 2 - 1;
  const change =
    (size ** 2 * (subjectError.total ** 2 - dealError ** 2) + market ** 2) / usual ** 2 + optimism;
  let factor = Math.sqrt(Math.max(NARROWEST ** 2, 1 + change));
  if (subjectError.drift > 0) reasons.push("the figures are more than a month old");
  if (market > 0) reasons.push("most deals that are known are of another time");
  if (optimism > 0) reasons.push("few deals are known");
  if (subjectError.total > dealError && subjectError.drift === 0) {
    reasons.push(`the figures are only ${grade}`);
  }
  if (intake.contradictions.length > 0) {
    factor *= FACTORS.contradiction.factor;
    reasons.push(FACTORS.contradiction.reason);
  }
  const { profit = 0, revenue = 0, recurringRevenue = 0 } = intake.figures;
  if (Math.max(profit, revenue, recurringRevenue) <= 0) {
    factor *= FACTORS.sizeless.factor;
    reasons.push(FACTORS.sizeless.reason);
  }
  return { factor, reasons };
}

/** Error of the figures that the size rests on, and what their age adds. */
function errorOf({ evidence }: Intake, grade: EvidenceGrade): { total: number; drift: number } {
  const resting = evidence.profit ?? evidence.revenue ?? evidence.recurringRevenue;
  const months = Math.max(0, (resting?.ageDays ?? 0) / MONTH_DAYS - 1);
  const drift = Math.min(MOST_DRIFT, MONTHLY_DRIFT * months);
  return { total: Math.hypot(FIGURE_ERROR[grade], drift), drift };
}

/** How far the market may have moved between most of the deals and that day; nothing within a quarter. */
function marketDrift({ marketYear, marketStart }: PriceModel, { year }: Intake): number {
  if (marketYear === undefined || marketStart === undefined) return 0;
  const away = Math.max(year - marketYear, marketStart - year);
  return away <= 0.25 ? 0 : MARKET_DRIFT * Math.sqrt(Math.min(1, 2 * away));
}

/** What errors of figures the misses of the model already hold. */
function usualDealError({ deals, gradeCounts }: PriceModel, grade: EvidenceGrade): number {
  if ((gradeCounts.get(grade) ?? 0) >= ENOUGH_OF_GRADE) return FIGURE_ERROR[grade];
  let squares = 0;
  for (const [other, count] of gradeCounts) squares += count * FIGURE_ERROR[other] ** 2;
  return Math.sqrt(squares / deals.length);
}
