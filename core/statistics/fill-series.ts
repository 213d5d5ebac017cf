import type { StatisticValue } from "../queries/statistics.ts";
import type { Metric } from "./metric.ts";

/** Values of one token (null where the metric is no money), one for each step. */
export type FilledSeries = { token: `0x${string}` | null; values: (bigint | null)[] };

/**
 * Puts a value in every step. A flow shows zero or null where nothing happened, as its metric says; a
 * stock adds its changes up and keeps what it was.
 *
 * @param only the one token that was asked for: its series is there even when nothing happened
 */
export function fillSeries(
  metric: Metric,
  bucketCount: number,
  values: readonly StatisticValue[],
  only: `0x${string}` | undefined,
): FilledSeries[] {
  const isMoney = metric.unit === "base_units";
  const byToken = Map.groupBy(values, ({ token }) => token);
  const none = isMoney ? only : null;
  if (byToken.size === 0 && none !== undefined) byToken.set(none, []);
  return [...byToken.keys()].sort().map((token) => {
    const found = new Map(byToken.get(token)?.map(({ bucket, value }) => [bucket, value]));
    return { token, values: fill(metric, bucketCount, found) };
  });
}

function fill(metric: Metric, bucketCount: number, found: ReadonlyMap<number, bigint | null>) {
  const positions = Array.from({ length: bucketCount }, (_, index) => index + 1);
  if (metric.kind === "stock") {
    let level = found.get(0) ?? 0n;
    return positions.map((position) => {
      level += found.get(position) ?? 0n;
      return level;
    });
  }
  const empty = metric.whenEmpty === "zero" ? 0n : null;
  return positions.map((position) => found.get(position) ?? empty);
}
