/** Lengths of the steps of a series. Weeks begin on Monday; all begin at midnight UTC. */
export const INTERVALS = ["hour", "day", "week", "month"] as const;
export type Interval = (typeof INTERVALS)[number];

/** Most steps that one series may have. */
export const MAX_BUCKETS = 1_000;

/** Steps shown when no beginning is given. */
const DEFAULT_BUCKETS = 30;

/** One step: unix seconds from `start` up to but not including `end`. */
export type Bucket = { start: bigint; end: bigint };

const DAY = 86_400n;

/** Steps of equal length, and one second at which such a step began: 1970-01-05 was a Monday. */
const FIXED: Record<Exclude<Interval, "month">, { length: bigint; origin: bigint }> = {
  hour: { length: 3_600n, origin: 0n },
  day: { length: DAY, origin: 0n },
  week: { length: 7n * DAY, origin: 4n * DAY },
};

/**
 * The steps that cover `[from, to)`, the first and last of them in full length. Undefined when there
 * are more than `MAX_BUCKETS`.
 *
 * @param from unix seconds, not negative; `to` is not before it
 */
export function bucketsOf(interval: Interval, from: bigint, to: bigint): Bucket[] | undefined {
  const first = indexOf(interval, from);
  const count = from < to ? indexOf(interval, to - 1n) - first + 1n : 0n;
  if (count > MAX_BUCKETS) return undefined;
  return Array.from({ length: Number(count) }, (_, position) => {
    const index = first + BigInt(position);
    return { start: startOf(interval, index), end: startOf(interval, index + 1n) };
  });
}

/** Beginning of a series that ends at `to` and has the default number of steps. */
export function defaultStart(interval: Interval, to: bigint): bigint {
  const index = indexOf(interval, to) - BigInt(DEFAULT_BUCKETS - 1);
  const start = startOf(interval, index);
  return start < 0n ? 0n : start;
}

/** Steps are counted from 1970; the week that was under way then has the number -1. */
function indexOf(interval: Interval, second: bigint): bigint {
  if (interval === "month") {
    const date = new Date(Number(second) * 1_000);
    return BigInt((date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth());
  }
  const { length, origin } = FIXED[interval];
  const distance = second - origin;
  return distance < 0n ? -1n : distance / length;
}

function startOf(interval: Interval, index: bigint): bigint {
  if (interval === "month") return BigInt(Date.UTC(1970, Number(index), 1) / 1_000);
  const { length, origin } = FIXED[interval];
  return origin + index * length;
}
