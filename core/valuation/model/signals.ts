import { type Family, familyOf } from "../category.ts";
import type { EvidenceGrade, Figures } from "../metric.ts";

/**
 * Figures on scales on which a step means the same everywhere: logarithms of sizes, and growth and
 * churn pressed together at their ends. `undefined` is unknown, which the model treats as such.
 */
export const SIGNALS = [
  "profit",
  "revenue",
  "recurring",
  "age",
  "visitors",
  "customers",
  "growth",
  "churn",
  "team",
  "year",
] as const;

type SignalName = (typeof SIGNALS)[number];

export type Signals = Record<SignalName, number | undefined>;

/** What the model reads of a business, deals and subjects alike; no price and no ask is in it. */
export type Profile = {
  category: string;
  family: Family;
  venue: string;
  grade: EvidenceGrade;
  signals: Signals;
  /** Profit is known and not above zero. */
  isLoss: boolean;
};

/** What a profile is made from; a `Deal` has all of it. */
export type ProfileSource = {
  category: string;
  venue: string;
  grade: EvidenceGrade;
  year: number | undefined;
  figures: Figures;
};

/** A few weeks still tell a new site from a newer one; a year more of an old one tells little. */
const YOUNGEST_YEARS = 0.1;
const VISITOR_FLOOR = 10;

/** Reads a business into signals. */
export function toProfile({ category, venue, grade, year, figures }: ProfileSource): Profile {
  const { profit, recurringRevenue } = figures;
  const revenue = figures.revenue || recurringRevenue;
  return {
    category,
    family: familyOf(category),
    venue,
    grade,
    isLoss: profit !== undefined && profit <= 0,
    signals: {
      profit: logAbove(0, profit),
      revenue: logAbove(0, revenue),
      recurring: logAbove(0, recurringRevenue),
      age: shiftedLog(YOUNGEST_YEARS, figures.ageYears),
      visitors: shiftedLog(VISITOR_FLOOR, figures.monthlyVisitors),
      customers: shiftedLog(1, figures.customers),
      growth: pressed(figures.growthPercent, -90, 900),
      churn: pressed(figures.churnPercent, 0, 50),
      team: shiftedLog(1, figures.teamSize),
      year,
    },
  };
}

/** Yearly figures below one dollar say no more than one dollar. */
function logAbove(floor: number, value: number | undefined): number | undefined {
  return value === undefined || value <= floor ? undefined : Math.log(Math.max(value, 1));
}

function shiftedLog(shift: number, value: number | undefined): number | undefined {
  return value === undefined ? undefined : Math.log(value + shift);
}

function pressed(percent: number | undefined, least: number, most: number): number | undefined {
  if (percent === undefined) return undefined;
  return Math.log1p(Math.min(most, Math.max(least, percent)) / 100);
}
