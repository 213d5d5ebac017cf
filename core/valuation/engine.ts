import { familyOf } from "./category.ts";
import { type Confidence, confidenceOf, type Decision, decide } from "./confidence.ts";
import type { Rates } from "./currency.ts";
import type { Deal } from "./deals/deal.ts";
import {
  adviseEvidence,
  type ComparableUse,
  type Contribution,
  countNear,
  type EvidenceAdvice,
  explainComparables,
  explainContributions,
  profileOf,
} from "./explain.ts";
import {
  applyBounds,
  boundsFor,
  type FamilyMultiples,
  type GuardrailHit,
  learnBounds,
} from "./guardrails.ts";
import type { EvidenceGrade } from "./metric.ts";
import { distanceBetween } from "./model/neighbours.ts";
import {
  COVERAGE,
  fitPriceModel,
  learnPrices,
  type PriceModel,
  predict,
} from "./model/price-model.ts";
import { inSlices } from "./model/slices.ts";
import { type RefusalReason, type Subject, takeIn } from "./subject.ts";
import { wideningFor } from "./widening.ts";

/** Changes with every change of a figure that the same inputs give. */
export const ENGINE_VERSION = "4";

export const DISCLAIMER =
  "An estimate from past deals and the figures given, not an appraisal, an offer or advice. Four of five prices are expected inside the range.";

/** Whose deals the level of the price comes from mostly. */
export const BASES = ["category", "family", "market"] as const;

/** A price that a business may sell for, with how sure that is. */
export type Estimate = {
  kind: "estimate";
  engineVersion: string;
  /** By figures alone; a model of language had no part in it. */
  method: "statistical";
  currency: string;
  /** In units of `currency`, three significant digits; 0 < low <= mid <= high. */
  low: number;
  mid: number;
  high: number;
  /** Share of prices that are expected from low to high. */
  coverage: number;
  /** Weakest grade of the figures that the size rests on. */
  grade: EvidenceGrade;
  basis: { level: (typeof BASES)[number]; deals: number };
  confidence: Confidence;
  decision: Decision;
  guardrails: GuardrailHit[];
  comparables: ComparableUse[];
  contributions: Contribution[];
  advice: EvidenceAdvice[];
  /** Why the range is wider than usual. */
  warnings: string[];
  disclaimer: string;
};

/** No number, and why. */
export type Refusal = { kind: "refusal"; engineVersion: string; reasons: RefusalReason[] };

/** An engine that has learned from deals. Pure: the same subject always gets the same answer. */
export type Engine = {
  model: PriceModel;
  estimate(subject: Subject): Estimate | Refusal;
};

/** Deals of a category that are enough to call it the basis. */
const ENOUGH_DEALS = 5;
const FAR_OUT = 3;
const DIGITS = 3;

/**
 * Learns from sold deals; deals that only ask are ignored.
 *
 * @param rates US dollars for other currencies that subjects may come in
 * @throws when there are too few sold deals to learn from
 */
export const createEngine = (deals: readonly Deal[], rates: Rates = {}): Engine =>
  engineOf(fitPriceModel(deals), rates);

/**
 * The same, with the event loop let in between: thousands of deals take seconds to learn from.
 *
 * @throws when there are too few sold deals to learn from
 */
export const learnEngine = async (deals: readonly Deal[], rates: Rates = {}): Promise<Engine> =>
  engineOf(await inSlices(learnPrices(deals)), rates);

function engineOf(model: PriceModel, rates: Rates): Engine {
  const learned = { model, bounds: learnBounds(model.deals), counts: countDeals(model.deals) };
  return { model, estimate: (subject) => estimate(learned, subject, rates) };
}

/** What is worked out once, so that an estimate walks over the deals as rarely as it can. */
type Learned = { model: PriceModel; bounds: FamilyMultiples; counts: ReadonlyMap<string, number> };

function estimate(
  { model, bounds, counts }: Learned,
  subject: Subject,
  rates: Rates,
): Estimate | Refusal {
  const intake = takeIn(subject, rates);
  if (Array.isArray(intake)) {
    return { kind: "refusal", engineVersion: ENGINE_VERSION, reasons: intake };
  }
  const widening = wideningFor(model, intake);
  const prediction = predict(model, profileOf(model, intake), widening.factor);
  const { range, hits } = applyBounds(
    {
      low: Math.exp(prediction.low),
      mid: Math.exp(prediction.log),
      high: Math.exp(prediction.high),
    },
    boundsFor(intake.category, intake.figures, bounds),
  );
  const near = countNear(model, prediction, distanceBetween);
  const confidence = confidenceOf(intake, near);
  const warnings = [...intake.contradictions, ...widening.reasons];
  if (prediction.hedonic.leverage > FAR_OUT) {
    warnings.push("the business is unlike all deals that are known");
  }
  const basis = basisOf(counts, model.deals.length, intake.category);
  if (basis.level !== "category") {
    // Without the name of the category, which is a word of the seller.
    warnings.push(`too few deals of its category: priced from those of its ${basis.level}`);
  }
  const inCurrency = (usd: number) => round(usd / intake.usdPerUnit);
  return {
    kind: "estimate",
    engineVersion: ENGINE_VERSION,
    method: "statistical",
    currency: subject.currency.trim().toUpperCase(),
    low: inCurrency(range.low),
    mid: inCurrency(range.mid),
    high: inCurrency(range.high),
    coverage: COVERAGE,
    grade: intake.grade,
    basis,
    confidence,
    decision: decide(confidence.score),
    guardrails: hits,
    comparables: explainComparables(model, prediction),
    contributions: explainContributions(model, prediction),
    advice: adviseEvidence(model, intake, prediction, near),
    warnings,
    disclaimer: DISCLAIMER,
  };
}

/** Deals of each category and of each family; the families are named apart. */
function countDeals(deals: readonly Deal[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { category } of deals) {
    for (const key of [category, familyKey(category)]) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** No category has a space in it. */
const familyKey = (category: string) => `family ${familyOf(category)}`;

function basisOf(
  counts: ReadonlyMap<string, number>,
  all: number,
  category: string,
): Estimate["basis"] {
  const own = counts.get(category) ?? 0;
  if (own >= ENOUGH_DEALS) return { level: "category", deals: own };
  const family = counts.get(familyKey(category)) ?? 0;
  if (family >= ENOUGH_DEALS) return { level: "family", deals: family };
  return { level: "market", deals: all };
}

/** Three significant digits: more would claim to know more. */
const round = (value: number) => Number(value.toPrecision(DIGITS));
