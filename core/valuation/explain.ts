import { confidenceOf, FIELDS } from "./confidence.ts";
import type { MetricName } from "./metric.ts";
import { carry } from "./model/blend.ts";
import type { Encoded } from "./model/encoder.ts";
import { SCALED } from "./model/encoder.ts";
import { type Prediction, type PriceModel, predict } from "./model/price-model.ts";
import { type Profile, toProfile } from "./model/signals.ts";
import type { Intake } from "./subject.ts";
import { wideningFor } from "./widening.ts";

/** A deal that an estimate rests on. */
export type ComparableUse = {
  id: string;
  source: string;
  category: string;
  year: number | undefined;
  soldUsd: number;
  /** Its price carried to the size of the subject, US dollars. */
  carriedUsd: number;
  /** Share of the weight of all comparables, 0 to 1. */
  weight: number;
  /** 0 for a twin; about 1 for one standard deviation apart in one respect. */
  distance: number;
  /** Respects in which it is alike, and in which it differs most. */
  alike: string[];
  unlike: string[];
};

/** What a group of features does to the price, against the deals' average: 1.2 is a fifth more. */
export type Contribution = { feature: string; factor: number };

/** Evidence that is missing or weak, and what better evidence would bring. */
export type EvidenceAdvice = {
  metrics: readonly MetricName[];
  action: "provide" | "attest";
  /** Points of confidence that attested figures of today would add. */
  confidenceGain: number;
  /** High over low then, as a part of high over low now; 1 where the figure itself would decide. */
  rangeFactor: number;
};

const ALIKE = 0.35;
const UNLIKE = 1;
const SMALLEST_FACTOR = 0.005;

/** The comparables by weight, with reasons. */
export function explainComparables(model: PriceModel, prediction: Prediction): ComparableUse[] {
  const { hedonic, logs, deals, blend } = model;
  const { encoded, neighbours } = prediction;
  const carried = carry(hedonic, logs, encoded, neighbours, blend.slope);
  return neighbours.flatMap(({ index, weight, distance }, at) => {
    const deal = deals[index];
    if (deal === undefined) return [];
    return {
      id: deal.id,
      source: deal.source,
      category: deal.category,
      year: deal.year === undefined ? undefined : Math.floor(deal.year),
      soldUsd: deal.usd,
      carriedUsd: Math.exp(carried[at] as number),
      weight,
      distance: Math.sqrt(distance),
      ...compare(encoded, hedonic.encoded[index] as Encoded),
    };
  });
}

function compare(a: Encoded, b: Encoded): { alike: string[]; unlike: string[] } {
  const alike: string[] = [];
  const unlike: string[] = [];
  if (a.profile.category === b.profile.category) alike.push("category");
  else if (a.profile.family !== b.profile.family) unlike.push("category");
  SCALED.forEach((name, index) => {
    if (!a.known[index] || !b.known[index]) return;
    const apart = Math.abs((a.scaled[index] as number) - (b.scaled[index] as number));
    if (apart <= ALIKE) alike.push(name);
    else if (apart >= UNLIKE) unlike.push(name);
  });
  return { alike, unlike };
}

/** What each group of features contributes to the hedonic part, largest first. */
export function explainContributions(
  { hedonic: { columns, fit }, averageRow }: PriceModel,
  { hedonic: { row } }: Prediction,
): Contribution[] {
  const sums = new Map<string, number>();
  columns.forEach(({ group }, column) => {
    const mean = averageRow[column] as number;
    const effect = (fit.coefficients[column] as number) * ((row[column] as number) - mean);
    sums.set(group, (sums.get(group) ?? 0) + effect);
  });
  return [...sums]
    .filter(([, log]) => Math.abs(log) >= SMALLEST_FACTOR)
    .sort(([, a], [, b]) => Math.abs(b) - Math.abs(a))
    .map(([feature, log]) => ({ feature, factor: Math.exp(log) }));
}

/** What would help most, best first: fields without attested evidence of today. */
export function adviseEvidence(
  model: PriceModel,
  intake: Intake,
  { low, high, neighbours }: Prediction,
  near: number,
): EvidenceAdvice[] {
  const now = confidenceOf(intake, near).score;
  const money: ReadonlySet<MetricName> = new Set(["profit", "revenue", "recurringRevenue"]);
  return FIELDS.flatMap(({ metrics }): EvidenceAdvice[] => {
    const held = metrics.find((metric) => intake.evidence[metric] !== undefined);
    const [metric = held] = held === undefined ? metrics : [held];
    if (metric === undefined) return [];
    const attested = {
      value: intake.figures[metric] ?? 0,
      grade: "attested" as const,
      source: "attestation",
      asOf: new Date(intake.atMs).toISOString(),
      ageDays: 0,
    };
    const better: Intake = { ...intake, evidence: { ...intake.evidence, [metric]: attested } };
    const confidenceGain = confidenceOf(better, near).score - now;
    let rangeFactor = 1;
    if (held !== undefined && money.has(held)) {
      const { factor } = wideningFor(model, better, "attested");
      const narrowed = predict(model, profileOf(model, better, "attested"), factor, neighbours);
      rangeFactor = Math.min(1, Math.exp(narrowed.high - narrowed.low - (high - low)));
    }
    if (confidenceGain <= 0 && rangeFactor > 0.999) return [];
    return [
      { metrics, action: held === undefined ? "provide" : "attest", confidenceGain, rangeFactor },
    ];
  }).sort((a, b) => a.rangeFactor - b.rangeFactor || b.confidenceGain - a.confidenceGain);
}

/** How many deals resemble the subject: each counts less the further it is, from 1 to 0. */
export function countNear(
  { hedonic }: PriceModel,
  { encoded }: Prediction,
  distanceBetween: (a: Encoded, b: Encoded) => number,
): number {
  return hedonic.encoded.reduce(
    (sum, deal) => sum + Math.exp(-distanceBetween(encoded, deal) / 2),
    0,
  );
}

/**
 * What the model reads of an intake, at the edge of the years that most deals are of. A trend between
 * them is never carried on: where the market went since is not known, and widens the range instead
 * (`widening.ts`).
 */
export function profileOf(
  { marketYear, marketStart }: Pick<PriceModel, "marketYear" | "marketStart">,
  intake: Intake,
  grade = intake.grade,
): Profile {
  const year = Math.max(
    marketStart ?? intake.year,
    Math.min(marketYear ?? intake.year, intake.year),
  );
  return toProfile({ ...intake, grade, year });
}
