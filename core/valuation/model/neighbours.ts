import { type Encoded, SCALED } from "./encoder.ts";

/** A deal that resembles the subject, and how much it counts among its neighbours. */
export type Neighbour = { index: number; distance: number; weight: number };

/** How much a difference of one standard deviation counts. */
export const IMPORTANCE: Record<(typeof SCALED)[number], number> = {
  size: 1,
  spread: 0.4,
  age: 1,
  visitors: 0.6,
  customers: 0.3,
  growth: 0.6,
  churn: 0.4,
  team: 0.2,
  year: 0.3,
};
const WEIGHTS = SCALED.map((name) => IMPORTANCE[name]);
/** Known here, unknown there: as far as a difference of one standard deviation. */
const UNKNOWN = 1;
const OTHER_CATEGORY = 0.7;
/** Squared distance that another family adds. */
export const OTHER_FAMILY = 2;

/** Squared distance between two businesses; their grades, venues and prices do not enter. */
export function distanceBetween(a: Encoded, b: Encoded): number {
  let sum = 0;
  for (let index = 0; index < WEIGHTS.length; index++) {
    const isKnown = a.known[index] as boolean;
    const difference =
      isKnown === b.known[index]
        ? (a.scaled[index] as number) - (b.scaled[index] as number)
        : UNKNOWN;
    sum += (WEIGHTS[index] as number) * difference * difference;
  }
  if (a.profile.family !== b.profile.family) sum += OTHER_FAMILY;
  if (a.profile.category !== b.profile.category) sum += OTHER_CATEGORY;
  return sum;
}

/**
 * The nearest deals, nearest first, with weights that fall to zero at the first one left out.
 *
 * @param isLeftOut deals that must not be seen, such as the one that is being predicted
 */
export function nearest(
  subject: Encoded,
  deals: readonly Encoded[],
  count: number,
  isLeftOut: (index: number) => boolean = () => false,
): Neighbour[] {
  const kept: { index: number; distance: number }[] = [];
  let farthest = Number.POSITIVE_INFINITY;
  for (let index = 0; index < deals.length; index++) {
    if (isLeftOut(index)) continue;
    const distance = distanceBetween(subject, deals[index] as Encoded);
    if (distance >= farthest) continue;
    let at = kept.length;
    while (at > 0 && (kept[at - 1]?.distance ?? 0) > distance) at--;
    kept.splice(at, 0, { index, distance });
    if (kept.length > count + 1) kept.pop();
    if (kept.length > count) farthest = kept[count]?.distance ?? farthest;
  }
  return weigh(kept, count);
}

/** Weights of the first `count` of deals sorted by distance. */
export function weigh(
  sorted: readonly { index: number; distance: number }[],
  count: number,
): Neighbour[] {
  const used = sorted.slice(0, count);
  const edge = Math.sqrt(sorted[count]?.distance ?? (used.at(-1)?.distance ?? 0) * 1.2) + 1e-9;
  const raw = used.map(({ distance }) => Math.max(0.02, 1 - (Math.sqrt(distance) / edge) ** 3));
  const total = raw.reduce((sum, weight) => sum + weight, 0);
  return used.map((one, at) => ({ ...one, weight: (raw[at] ?? 0) / total }));
}

/** Middle of values by weight: the first one at which half of all weight is reached. */
export function weightedMedian(values: readonly number[], weights: readonly number[]): number {
  const order = values.map((_, index) => index).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const half = weights.reduce((sum, weight) => sum + weight, 0) / 2;
  let sum = 0;
  for (const index of order) {
    const weight = weights[index] ?? 0;
    if (sum + weight >= half) return values[index] ?? 0;
    sum += weight;
  }
  return values[order.at(-1) ?? 0] ?? 0;
}
