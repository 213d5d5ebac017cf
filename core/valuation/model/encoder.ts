import { median } from "simple-statistics";
import { FAMILIES } from "../category.ts";
import { EVIDENCE_GRADES } from "../metric.ts";
import type { Profile, Signals } from "./signals.ts";

/**
 * Features of a business that stand for a size or a rate. `size` is the log of yearly profit, or what
 * revenue lets one expect of it; `spread` is the log of revenue over profit.
 */
export const FEATURES = [
  "size",
  "spread",
  "age",
  "visitors",
  "customers",
  "growth",
  "churn",
  "team",
] as const;

/** Features of a deal, in the order of `Encoded.scaled`. */
export const SCALED = [...FEATURES, "year"] as const;

type ScaledName = (typeof SCALED)[number];

/** How strongly groups of features may differ from zero, against the linear ones at 1. */
export type Shape = {
  /** Squares and products of features. */
  curved: number;
  /** Slopes that differ between families and grades. */
  sloped: number;
};

/** One column of the model: its name in explanations, and how strongly it is held back. */
export type Column = { name: string; group: string; allowance: number };

/** A profile on the scales of the deals that the encoder has seen. */
export type Encoded = {
  profile: Profile;
  /** Standardised, unknown as 0 in the middle; see `known`. */
  scaled: Float64Array;
  known: boolean[];
};

export type Encoder = {
  columns: readonly Column[];
  /** The deals that it has learned from. */
  encoded: readonly Encoded[];
  encode(profile: Profile): Encoded;
  /** The row of the design matrix; an unseen category, venue or grade leaves its columns at 0. */
  toRow(encoded: Encoded): Float64Array;
  /** Log of the yearly profit that stands for the size, or undefined when nothing tells it. */
  sizeOf(profile: Profile): number | undefined;
};

const ALLOWANCE = { unknown: 0.7, family: 0.7, category: 0.5, venue: 0.5, grade: 0.5 };
const MOST_DEVIATIONS = 4;
/** A feature that fewer deals tell would fit those deals, not the market. */
const FEWEST_KNOWN = 10;
const SLOPED: ReadonlySet<ScaledName> = new Set(["size", "spread", "age", "visitors", "growth"]);

/** Learns scales, known categories and what to expect where profit is unknown; an encoder by shape. */
export function fitEncoder(profiles: readonly Profile[]): (shape: Shape) => Encoder {
  const spreads = profiles.map(({ signals }) => spreadOf(signals)).filter(isNumber);
  const usualSpread = spreads.length === 0 ? 0.3 : median(spreads);
  const sizeOf = ({ signals }: Profile) =>
    signals.profit ?? (signals.revenue === undefined ? undefined : signals.revenue - usualSpread);
  const read = (profile: Profile): Record<ScaledName, number | undefined> => ({
    ...profile.signals,
    size: sizeOf(profile),
    spread: spreadOf(profile.signals),
  });
  const readings = profiles.map(read);
  const scales = SCALED.map((name) => scaleOf(readings.map((reading) => reading[name])));

  const encode = (profile: Profile): Encoded => {
    const reading = read(profile);
    const scaled = new Float64Array(SCALED.length);
    const known = SCALED.map((name, index) => {
      const value = reading[name];
      const scale = scales[index];
      if (value === undefined || scale === undefined) return false;
      const deviations = (value - scale.middle) / scale.deviation;
      scaled[index] = Math.max(-MOST_DEVIATIONS, Math.min(MOST_DEVIATIONS, deviations));
      return true;
    });
    return { profile, scaled, known };
  };

  const encoded = profiles.map(encode);
  const all = columnParts(encoded);
  return (shape) => {
    const parts = all.filter(({ allowance }) => allowanceIn(shape, allowance) > 0);
    return {
      columns: parts.map(({ name, group, allowance }) => ({
        name,
        group,
        allowance: allowanceIn(shape, allowance),
      })),
      encoded,
      encode,
      sizeOf,
      toRow: (one) => {
        const row = new Float64Array(parts.length);
        for (let at = 0; at < parts.length; at++) row[at] = (parts[at] as Part).read(one);
        return row;
      },
    };
  };
}

/** A column whose allowance is its own, or what the shape gives to all of its kind. */
type Part = Omit<Column, "allowance"> & {
  allowance: number | keyof Shape;
  read: (encoded: Encoded) => number;
};

const allowanceIn = (shape: Shape, allowance: Part["allowance"]) =>
  typeof allowance === "number" ? allowance : shape[allowance];

/** Every column that varies among the deals; one that never does would teach nothing. */
function columnParts(all: readonly Encoded[]): Part[] {
  const parts: Part[] = [];
  const add = (
    name: string,
    group: string,
    allowance: Part["allowance"],
    read: (encoded: Encoded) => number,
  ) => {
    const [first] = all;
    if (first === undefined) return;
    const value = read(first);
    if (all.every((encoded) => read(encoded) === value)) return;
    parts.push({ name, group, allowance, read });
  };
  SCALED.forEach((name, index) => {
    const knownIn = all.filter(({ known }) => known[index]).length;
    if (knownIn < FEWEST_KNOWN) return;
    add(name, name, 1, ({ scaled }) => scaled[index] ?? 0);
    if (all.length - knownIn < FEWEST_KNOWN) return;
    add(`${name} unknown`, name, ALLOWANCE.unknown, ({ known }) => (known[index] ? 0 : 1));
  });
  add("profit unknown", "size", ALLOWANCE.unknown, ({ profile }) =>
    profile.signals.profit === undefined ? 1 : 0,
  );
  add("loss", "size", ALLOWANCE.unknown, ({ profile }) => (profile.isLoss ? 1 : 0));
  add("recurring", "recurring", ALLOWANCE.unknown, ({ profile }) =>
    profile.signals.recurring === undefined ? 0 : 1,
  );
  const families = FAMILIES.filter((family) =>
    all.some(({ profile }) => profile.family === family),
  );
  for (const family of families) {
    add(family, "category", ALLOWANCE.family, isIn(family));
  }
  for (const category of distinct(all.map(({ profile }) => profile.category))) {
    add(category, "category", ALLOWANCE.category, ({ profile }) =>
      profile.category === category ? 1 : 0,
    );
  }
  for (const venue of distinct(all.map(({ profile }) => profile.venue))) {
    add(venue, "venue", ALLOWANCE.venue, ({ profile }) => (profile.venue === venue ? 1 : 0));
  }
  for (const grade of EVIDENCE_GRADES) {
    add(grade, "grade", ALLOWANCE.grade, ({ profile }) => (profile.grade === grade ? 1 : 0));
    add(`${grade} × size`, "grade", "sloped", (encoded) =>
      encoded.profile.grade === grade ? (encoded.scaled[0] ?? 0) : 0,
    );
  }
  SCALED.forEach((name, index) => {
    for (const family of SLOPED.has(name) ? families : []) {
      const isMember = isIn(family);
      add(
        `${family} × ${name}`,
        name,
        "sloped",
        (encoded) => isMember(encoded) * (encoded.scaled[index] ?? 0),
      );
    }
    for (let other = index; other < SCALED.length && name !== "year"; other++) {
      if (SCALED[other] === "year") continue;
      add(
        `${name} × ${SCALED[other]}`,
        name,
        "curved",
        ({ scaled }) => (scaled[index] ?? 0) * (scaled[other] ?? 0),
      );
    }
  });
  return parts;
}

const isIn =
  (family: string) =>
  ({ profile }: Encoded): number =>
    profile.family === family ? 1 : 0;

function spreadOf({ revenue, profit }: Signals): number | undefined {
  return revenue === undefined || profit === undefined ? undefined : revenue - profit;
}

type Scale = { middle: number; deviation: number };

/** Mean and standard deviation; undefined where fewer than two values differ. */
function scaleOf(values: readonly (number | undefined)[]): Scale | undefined {
  const known = values.filter(isNumber);
  const middle = known.reduce((sum, value) => sum + value, 0) / known.length;
  const squares = known.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  const deviation = Math.sqrt(squares / known.length);
  return deviation > 1e-9 ? { middle, deviation } : undefined;
}

const distinct = (values: readonly string[]) => [...new Set(values)].sort();
const isNumber = (value: number | undefined): value is number => value !== undefined;
