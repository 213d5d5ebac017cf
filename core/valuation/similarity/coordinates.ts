import { FAMILIES, familyOf } from "../category.ts";
import { FEATURES } from "../model/encoder.ts";
import { IMPORTANCE, OTHER_FAMILY } from "../model/neighbours.ts";
import { toProfile } from "../model/signals.ts";
import { subjectOf, type ValuationInput } from "../pipeline/input.ts";
import { takeIn } from "../subject.ts";

/** By which two listings are compared; coordinates have the order of `FEATURES`. */
export type Feature = (typeof FEATURES)[number];

/** Coordinates of a listing: one for each feature, then one for each family. */
export const DIMENSIONS = FEATURES.length + FAMILIES.length;

/**
 * Coordinates are whole numbers of this part of a weighted standard deviation. Beyond the bound below
 * none lies, so that a sum of squared differences stays below 2^24: floats of four bytes, with which
 * the extension `vector` reckons, hold it exactly and order as whole numbers do.
 */
const STEPS = 128;
const MOST_DEVIATIONS = 4;

/** Largest coordinate, either way; the table checks it. */
export const MOST_STEPS = MOST_DEVIATIONS * STEPS;

/**
 * Middle and standard deviation of each feature on the scales of `toProfile`: those of the published
 * deals, but for customers, growth and churn, which next to none of these tell and which are chosen.
 * Fixed, so that coordinates of different days can be compared. Who changes them empties
 * `app.listing_coordinate`.
 */
export const SCALES: Readonly<Record<Feature, { middle: number; deviation: number }>> = {
  size: { middle: 8.12, deviation: 1.87 },
  spread: { middle: 0.19, deviation: 0.28 },
  age: { middle: -0.32, deviation: 1.08 },
  visitors: { middle: 7.61, deviation: 2.04 },
  customers: { middle: 5, deviation: 2 },
  growth: { middle: 0.1, deviation: 0.5 },
  churn: { middle: 0.05, deviation: 0.04 },
  team: { middle: 1.13, deviation: 0.66 },
};

/** Log of revenue over profit where the profit is not known: the median of the published deals. */
export const USUAL_SPREAD = 0.1;

/** Where a listing stands among the others. */
export type Place = {
  /** Normalised. */
  category: string;
  /** `DIMENSIONS` whole numbers without a unit; what is unknown stands in the middle, at 0. */
  coordinates: number[];
  /** Features that were known. */
  known: Feature[];
};

/**
 * Places a business by what its valuation has read. The asking price is no coordinate: it is what a
 * reader compares, and it changes without a valuation.
 *
 * @returns undefined for figures that allow no estimate
 */
export function placeOf(input: ValuationInput): Place | undefined {
  const { currency, usdPerUnit, at } = input;
  const code = currency.trim().toUpperCase();
  const rates = usdPerUnit === undefined ? {} : { [code]: { usd: usdPerUnit, asOf: at } };
  const intake = takeIn(subjectOf(input), rates);
  if (Array.isArray(intake)) return undefined;
  const { category, venue, grade, year, figures } = intake;
  const { signals, family } = toProfile({ category, venue, grade, year, figures });
  const { revenue, profit } = signals;
  const read: Record<Feature, number | undefined> = {
    ...signals,
    size: profit ?? (revenue === undefined ? undefined : revenue - USUAL_SPREAD),
    spread: revenue === undefined || profit === undefined ? undefined : revenue - profit,
  };
  const ofFeatures = FEATURES.map((feature) => {
    const value = read[feature];
    if (value === undefined) return 0;
    const { middle, deviation } = SCALES[feature];
    const deviations = (value - middle) / deviation;
    const bounded = Math.max(-MOST_DEVIATIONS, Math.min(MOST_DEVIATIONS, deviations));
    // Adding 0 turns -0 into 0.
    return Math.round(bounded * stepsOf(feature)) + 0;
  });
  const ofFamilies = FAMILIES.map((one) => (one === family ? FAMILY_STEPS : 0));
  return {
    category,
    coordinates: [...ofFeatures, ...ofFamilies],
    known: FEATURES.filter((feature) => read[feature] !== undefined),
  };
}

/** Coordinates of a standard deviation, so that squares count by importance, as among deals. */
const stepsOf = (feature: Feature) => STEPS * Math.sqrt(IMPORTANCE[feature]);

/** Two families differ in two coordinates. */
const FAMILY_STEPS = Math.round(STEPS * Math.sqrt(OTHER_FAMILY / 2));

/** How far one listing is from another, and in what. */
export type Comparison = {
  /** Weighted standard deviations; 0 for the same figures. */
  distance: number;
  isSameFamily: boolean;
  /** Features that are known of both. */
  comparedBy: Feature[];
  /** Of those, what keeps them apart most first, in standard deviations: above 0 where the other has more. */
  differences: { feature: Feature; deviations: number }[];
};

/** Compares another listing with one. */
export function comparePlaces(own: Place, other: Place): Comparison {
  const squares = own.coordinates.reduce(
    (sum, value, at) => sum + (value - (other.coordinates[at] ?? 0)) ** 2,
    0,
  );
  const comparedBy = FEATURES.filter(
    (feature) => own.known.includes(feature) && other.known.includes(feature),
  );
  const apart = comparedBy.map((feature) => {
    const at = FEATURES.indexOf(feature);
    const steps = (other.coordinates[at] ?? 0) - (own.coordinates[at] ?? 0);
    return { feature, steps, deviations: rounded(steps / stepsOf(feature), 2) };
  });
  return {
    distance: rounded(Math.sqrt(squares) / STEPS, 3),
    isSameFamily: familyOf(own.category) === familyOf(other.category),
    comparedBy,
    differences: apart
      .filter(({ deviations }) => deviations !== 0)
      .sort((a, b) => Math.abs(b.steps) - Math.abs(a.steps))
      .map(({ feature, deviations }) => ({ feature, deviations })),
  };
}

const rounded = (value: number, digits: number) => Number(value.toFixed(digits)) + 0;
