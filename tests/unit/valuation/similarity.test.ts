import { expect, test } from "vitest";
import { readSeedDeals } from "../../../core/valuation/deals/known-deals.ts";
import { IMPORTANCE, OTHER_FAMILY } from "../../../core/valuation/model/neighbours.ts";
import { toProfile } from "../../../core/valuation/model/signals.ts";
import type { ValuationInput } from "../../../core/valuation/pipeline/input.ts";
import {
  comparePlaces,
  DIMENSIONS,
  MOST_STEPS,
  type Place,
  placeOf,
  SCALES,
} from "../../../core/valuation/similarity/coordinates.ts";

const at = "2026-09-15T00:00:00.000Z";

type Metrics = Partial<Record<keyof ValuationInput["metrics"], number>>;

const inputOf = (metrics: Metrics, changes: Partial<ValuationInput> = {}): ValuationInput => ({
  ...{ category: "saas", currency: "USDC", decimals: 6, usdPerUnit: 1, at, leftOut: [] },
  ...{ documentHash: null, text: null },
  metrics: Object.fromEntries(
    Object.entries(metrics).map(([name, value]) => [
      name,
      { value, grade: "claimed", source: "seller", asOf: at },
    ]),
  ),
  ...changes,
});

const placed = (metrics: Metrics, changes?: Partial<ValuationInput>): Place => {
  const place = placeOf(inputOf(metrics, changes));
  if (place === undefined) throw new Error("the figures place nothing");
  return place;
};

test("a place is whole numbers in bounds, with what is unknown in the middle, in whatever money [1.24]", () => {
  const place = placed({ profit: 9_000, ageYears: 3 });
  expect(place.coordinates).toHaveLength(DIMENSIONS);
  expect(place.coordinates.every((one) => Number.isInteger(one) && !Object.is(one, -0))).toBe(true);
  expect(place.known).toEqual(["size", "age"]);
  expect(place.coordinates.slice(3, 8)).toEqual([0, 0, 0, 0, 0]);
  const huge = placed({ profit: 1e9, revenue: 1e9, churnPercent: 100, teamSize: 100_000 });
  expect(Math.max(...huge.coordinates.map(Math.abs))).toBeLessThanOrEqual(MOST_STEPS);
  const rupiah = { currency: "idrx", usdPerUnit: 0.0001 };
  expect(placed({ profit: 90_000_000, ageYears: 3 }, rupiah)).toEqual(place);
  expect(placeOf(inputOf({}))).toBeUndefined();
});

test("what is more alike is nearer, and what differs most is told first", () => {
  const own = placed({ profit: 9_000, revenue: 20_000, ageYears: 3, monthlyVisitors: 5_000 });
  const near = placed({ profit: 11_000, revenue: 24_000, ageYears: 3 });
  const far = placed({ profit: 900_000, revenue: 1_000_000, ageYears: 9 });
  expect(comparePlaces(own, own)).toEqual({
    ...{ distance: 0, isSameFamily: true, differences: [] },
    comparedBy: ["size", "spread", "age", "visitors"],
  });
  const [nearer, farther] = [comparePlaces(own, near), comparePlaces(own, far)];
  expect(nearer.distance).toBeLessThan(farther.distance);
  expect(nearer.comparedBy).toEqual(["size", "spread", "age"]);
  expect(farther.differences[0]?.feature).toBe("size");
  // Ten times the profit is ln(100) in logarithms, in deviations of the published deals.
  expect(farther.differences[0]?.deviations).toBeCloseTo(Math.log(100) / SCALES.size.deviation, 1);
  expect(comparePlaces(far, own).differences[0]?.deviations).toBeLessThan(0);
  const content = placed(
    { profit: 9_000, revenue: 20_000, ageYears: 3, monthlyVisitors: 5_000 },
    {
      category: "newsletter",
    },
  );
  const other = comparePlaces(own, content);
  expect(other).toMatchObject({ isSameFamily: false, differences: [] });
  expect(other.distance).toBeCloseTo(Math.sqrt(OTHER_FAMILY), 2);
});

test("the scales are those of the published deals where enough of them tell a feature", () => {
  const signals = readSeedDeals({}).map((deal) => toProfile(deal).signals);
  const scaleOf = (values: readonly (number | undefined)[]) => {
    const known = values.filter((value) => value !== undefined);
    const middle = known.reduce((sum, value) => sum + value, 0) / known.length;
    const squares = known.reduce((sum, value) => sum + (value - middle) ** 2, 0);
    return { middle, deviation: Math.sqrt(squares / known.length) };
  };
  for (const feature of ["age", "visitors", "team"] as const) {
    const found = scaleOf(signals.map((one) => one[feature]));
    expect(found.middle).toBeCloseTo(SCALES[feature].middle, 2);
    expect(found.deviation).toBeCloseTo(SCALES[feature].deviation, 2);
  }
  expect(Object.keys(SCALES).every((feature) => feature in IMPORTANCE)).toBe(true);
});
