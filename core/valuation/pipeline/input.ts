import { z } from "zod";
import type { ListingDocument } from "../../listing-metadata/document.ts";
import { type Rates, usdPerUnit } from "../currency.ts";
import { EVIDENCE_GRADES, METRICS, type MetricName, MONEY_METRICS } from "../metric.ts";
import type { CheckedReading } from "../reading/reading.ts";
import type { Evidence, Subject } from "../subject.ts";

/** Decimals of amounts that are in a currency of no token: whole cents. */
export const CURRENCY_DECIMALS = 2;

const EvidenceForm = z.strictObject({
  value: z.number(),
  grade: z.enum(EVIDENCE_GRADES),
  source: z.string().max(500),
  asOf: z.string().max(40),
});

/**
 * What an estimate is made from, as `app.valuation.input` keeps it. The asking price has no place in
 * it, so that every estimate is blind.
 */
export const ValuationInput = z.strictObject({
  category: z.string().max(64),
  /** Code or symbol that figures and estimate are in. */
  currency: z.string().min(1).max(64),
  /** Decimals of the estimate's amounts. */
  decimals: z.int().min(0).max(36),
  /** US dollars for one of the currency at that moment; absent where no rate was known. */
  usdPerUnit: z.number().positive().optional(),
  /** Moment of the estimate, RFC 3339. */
  at: z.iso.datetime(),
  metrics: z.partialRecord(z.enum(METRICS), EvidenceForm),
  /** Metrics that were stated and not used, with the reason. */
  leftOut: z.array(z.string().max(200)).max(60),
  /** SHA-256 of the seller's document; null without one. */
  documentHash: z.string().nullable(),
  /** Words for a model of language; null where they stand in the document. */
  text: z.string().max(8_000).nullable(),
});

export type ValuationInput = z.infer<typeof ValuationInput>;

/** The business as the engine reads it. */
export const subjectOf = ({ category, currency, at, metrics }: ValuationInput): Subject => ({
  category,
  currency,
  at,
  metrics,
});

/** Text of a listing that a model of language may read. */
export const textOf = ({ name, description, reasonForSale, techStack }: ListingDocument): string =>
  [name, description, reasonForSale, techStack.join(", ")].filter(Boolean).join("\n");

const ASK =
  /\b(asking|ask(?:s|ed)? for|pric(?:e|es|ed|ing)|for sale (?:at|for)|sell(?:s|ing)? (?:it )?(?:at|for)|offers? (?:over|above|from)|buy[- ]?(?:it[- ]?)?now|worth|valued|valuation)\b/i;

/** Whether text may tell what is asked for the business; rather once too often. */
export const tellsAsk = (text: string): boolean => ASK.test(text.normalize("NFKC"));

type StatedMetric = ListingDocument["metrics"][number];

const KNOWN: ReadonlySet<string> = new Set(METRICS);
const DAY_MS = 86_400_000;
const MONTH_DAYS = 30.44;
const YEAR_MONTHS = 12;
/** Shorter periods say nothing of a year. */
const LEAST_MONTHS = 0.9;

/** Figures with their evidence, and what was stated and could not be used. */
export type Evidences = {
  metrics: Partial<Record<MetricName, Evidence>>;
  leftOut: string[];
};

/** What money is brought to: a currency, by rates (dollars alone unless given), at a moment. */
export type Target = { currency: string; rates?: Rates; at: Date };

/**
 * Figures of a seller's document as evidence, all of them claimed. Money is brought to the currency and
 * to a year, by the months that its period has; of two figures for the same metric the newer counts.
 * What cannot be used is named with its reason; a period that ends after the estimate is a forecast.
 */
export function evidenceOf(document: Pick<ListingDocument, "metrics">, target: Target): Evidences {
  const metrics: Partial<Record<MetricName, Evidence>> = {};
  const leftOut: string[] = [];
  for (const stated of document.metrics) {
    if (!KNOWN.has(stated.metric)) continue;
    const metric = stated.metric as MetricName;
    const reason = whyNot(stated, metric, target);
    if (reason !== undefined) {
      leftOut.push(`${metric} ${reason}`);
      continue;
    }
    const asOf = `${stated.period.to}T00:00:00.000Z`;
    const held = metrics[metric];
    if (held !== undefined && held.asOf >= asOf) continue;
    metrics[metric] = {
      value: yearly(stated, metric, target),
      grade: stated.grade,
      source: stated.source,
      asOf,
    };
  }
  return { metrics, leftOut };
}

function whyNot(
  { currency, period }: StatedMetric,
  metric: MetricName,
  { at, rates = {} }: Target,
): string | undefined {
  if (Date.parse(period.to) > at.getTime() + DAY_MS) return "is of a time that has not passed";
  if (!MONEY_METRICS.has(metric)) return undefined;
  if (usdPerUnit(currency ?? "", rates) === undefined) {
    return `is in ${currency}, of which no rate is known`;
  }
  if (monthsOf(period) < LEAST_MONTHS) return "covers less than a month";
  return undefined;
}

/** Money in the currency wanted and as of a year; anything else as it is. */
function yearly(
  { value, period, currency }: StatedMetric,
  metric: MetricName,
  target: Target,
): number {
  const stated = Number(value);
  if (!MONEY_METRICS.has(metric)) return stated;
  const from = usdPerUnit(currency ?? "", target.rates ?? {}) ?? 1;
  const to = usdPerUnit(target.currency, target.rates ?? {}) ?? 1;
  return (stated * (from === to ? 1 : from / to) * YEAR_MONTHS) / monthsOf(period);
}

/**
 * What a model has read in the text of somebody who states no figure at all: claims with their quotes.
 * Dollars are taken for dollars only where the estimate is in dollars.
 */
export function evidenceFromText(
  facts: CheckedReading["facts"],
  { currency, rates = {}, at }: Target,
): Evidences["metrics"] {
  const metrics: Evidences["metrics"] = {};
  for (const { metric, value, quote } of facts) {
    if (MONEY_METRICS.has(metric) && usdPerUnit(currency, rates) !== 1) continue;
    metrics[metric] ??= {
      value,
      grade: "claimed",
      source: `text of the seller: ${quote}`,
      asOf: at.toISOString(),
    };
  }
  return metrics;
}

/** Whole months, both days counted; what is near a whole month is that month. */
function monthsOf({ from, to }: StatedMetric["period"]): number {
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
  const months = days / MONTH_DAYS;
  const whole = Math.round(months);
  return whole >= 1 && Math.abs(months - whole) < 0.15 ? whole : months;
}

/** Whether two documents could be valued differently: only then is a change worth another estimate. */
export function isMaterialChange(
  before: ListingDocument | undefined,
  after: ListingDocument,
): boolean {
  if (before === undefined) return true;
  const relevant = ({ category, metrics, series }: ListingDocument) =>
    JSON.stringify([category, metrics, series]);
  return relevant(before) !== relevant(after) || textOf(before) !== textOf(after);
}
