import { normaliseCategory } from "./category.ts";
import { type Rates, toUsd } from "./currency.ts";
import {
  EVIDENCE_GRADES,
  type EvidenceGrade,
  type Figures,
  isPlausible,
  METRIC_BOUNDS,
  METRICS,
  type MetricName,
  MONEY_METRICS,
} from "./metric.ts";

/** A figure with its evidence. */
export type Evidence = {
  value: number;
  grade: EvidenceGrade;
  /** Who says so: an attestation id, an address, or "seller". */
  source: string;
  /** Day that the figure is of, RFC 3339. */
  asOf: string;
};

/** The business to be valued. Money is in `currency`; the asking price is not part of it. */
export type Subject = {
  category: string;
  /** ISO 4217 code or token symbol. */
  currency: string;
  /** The moment that the estimate is for, RFC 3339. */
  at: string;
  /** Where it is for sale; deals of the same place resemble each other. */
  venue?: string;
  metrics: Partial<Record<MetricName, Evidence>>;
};

/** Why no number is given. */
export const REFUSALS = [
  "NO_METRICS",
  "METRIC_INVALID",
  "CURRENCY_UNKNOWN",
  "TIME_INVALID",
] as const;

export type RefusalReason = {
  code: (typeof REFUSALS)[number];
  metric?: MetricName;
  message: string;
  fix: string;
};

/** A subject that can be priced: figures in dollars, and everything odd about them in words. */
export type Intake = {
  category: string;
  venue: string;
  /** Year with its part that has passed. */
  year: number;
  atMs: number;
  figures: Figures;
  /** Of the figures that the size rests on: the weakest. */
  grade: EvidenceGrade;
  evidence: Partial<Record<MetricName, Evidence & { ageDays: number }>>;
  usdPerUnit: number;
  /** Figures that do not go together. */
  contradictions: string[];
};

const DAY_MS = 86_400_000;
/** Clocks differ; evidence from further ahead than this is a mistake. */
const MOST_AHEAD_MS = 2 * DAY_MS;

/** Checks a subject; everything that is wrong with it is told at once. */
export function takeIn(subject: Subject, rates: Rates): Intake | RefusalReason[] {
  const refusals: RefusalReason[] = [];
  const atMs = Date.parse(subject.at);
  if (!Number.isFinite(atMs)) {
    refusals.push({
      code: "TIME_INVALID",
      message: "the moment of the estimate cannot be read",
      fix: "send it as RFC 3339, such as 2026-11-21T12:00:00Z",
    });
  }
  const usdPerUnit = toUsd(1, subject.currency, rates);
  if (usdPerUnit === undefined) {
    refusals.push({
      code: "CURRENCY_UNKNOWN",
      message: "no exchange rate of the currency is known",
      fix: "send the figures in USD, or configure a rate for the currency",
    });
  }
  const figures: Figures = {};
  const evidence: Intake["evidence"] = {};
  for (const metric of METRICS) {
    const found = subject.metrics[metric];
    if (found === undefined) continue;
    const value = MONEY_METRICS.has(metric) ? found.value * (usdPerUnit ?? 1) : found.value;
    const mistake = mistakeIn(metric, { ...found, value }, atMs);
    if (mistake !== undefined) {
      refusals.push(mistake);
      continue;
    }
    const ageDays = Math.max(0, (atMs - Date.parse(found.asOf)) / DAY_MS);
    figures[metric] = value;
    evidence[metric] = { ...found, ageDays };
  }
  if (refusals.length === 0 && !tellsAnything(figures)) {
    refusals.push({
      code: "NO_METRICS",
      message: "nothing is known that a price could rest on",
      fix: "send at least yearly profit, revenue or recurring revenue above zero, or visitors, customers and age",
    });
  }
  if (refusals.length > 0 || usdPerUnit === undefined) return refusals;
  const resting = [evidence.profit, evidence.revenue, evidence.recurringRevenue].filter(
    (one) => one !== undefined,
  );
  return {
    category: normaliseCategory(subject.category),
    venue: normaliseCategory(subject.venue ?? ""),
    year: yearOf(atMs),
    atMs,
    figures,
    grade: weakest(resting.length > 0 ? resting : Object.values(evidence)),
    evidence,
    usdPerUnit,
    contradictions: contradictionsIn(figures),
  };
}

/** Money must be in dollars by now, for which the bounds are. */
function mistakeIn(metric: MetricName, found: Evidence, atMs: number): RefusalReason | undefined {
  if (!isPlausible(metric, found.value)) {
    const [least, most] = METRIC_BOUNDS[metric];
    return {
      code: "METRIC_INVALID",
      metric,
      message: `${metric} is no figure between ${least} and ${most}`,
      fix: "send a plain number within the bounds, or leave the metric out",
    };
  }
  const asOf = Date.parse(found.asOf);
  if (!Number.isFinite(asOf) || asOf > atMs + MOST_AHEAD_MS) {
    return {
      code: "TIME_INVALID",
      metric,
      message: `the day of ${metric} cannot be read or lies after the estimate`,
      fix: "send the day that the figure is of as RFC 3339",
    };
  }
  return undefined;
}

/** A category alone says nothing about one business. */
function tellsAnything({ profit, revenue, recurringRevenue, ...rest }: Figures): boolean {
  const hasMoney = [profit, revenue, recurringRevenue].some((one) => one !== undefined && one > 0);
  return hasMoney || (rest.monthlyVisitors ?? 0) > 0 || (rest.customers ?? 0) > 0;
}

function weakest(evidence: readonly { grade: EvidenceGrade }[]): EvidenceGrade {
  return (
    EVIDENCE_GRADES.findLast((grade) => evidence.some((one) => one.grade === grade)) ?? "claimed"
  );
}

/** What cannot be true together, in words for the answer. */
function contradictionsIn({ profit, revenue, recurringRevenue }: Figures): string[] {
  const found: string[] = [];
  if (profit !== undefined && revenue !== undefined && profit > revenue * 1.05) {
    found.push("profit is above revenue");
  }
  if (recurringRevenue !== undefined && revenue !== undefined && recurringRevenue > 3 * revenue) {
    found.push("recurring revenue is more than three times the revenue of the year");
  }
  if (profit !== undefined && recurringRevenue !== undefined && revenue === undefined) {
    if (profit > recurringRevenue * 3) found.push("profit is far above recurring revenue");
  }
  return found;
}

function yearOf(atMs: number): number {
  const year = new Date(atMs).getUTCFullYear();
  const start = Date.UTC(year);
  return year + (atMs - start) / (Date.UTC(year + 1) - start);
}
