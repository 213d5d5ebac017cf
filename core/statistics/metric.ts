import type { ViewSchema } from "./obligations.ts";
import { type Dimension, factsOf, SOURCES, type SourceName } from "./sources.ts";

/** What a number counts. Base units are always of one token: tokens are never added up. */
export const METRIC_UNITS = ["count", "base_units", "bps", "seconds"] as const;
export type MetricUnit = (typeof METRIC_UNITS)[number];

/** The one definition of a number. Whoever changes what it means raises its version. */
export type Metric = {
  name: string;
  version: number;
  unit: MetricUnit;
  /** A flow counts what happened in a period; a stock is what there is at its end. */
  kind: "flow" | "stock";
  /** What stands where nothing happened: a sum is zero, a median or rate is not known. */
  whenEmpty: "zero" | "null";
  source: SourceName;
  /** SQL aggregate over the facts of the source. */
  aggregate: string;
  meaning: string;
};

/** By what a metric can be filtered and grouped: that of its source. */
export function dimensionsOf(metric: Metric): readonly Dimension[] {
  return SOURCES[metric.source].dimensions;
}

/** The definition as analysts can run it on the views of a schema; `:from` and `:to` in unix seconds. */
export function metricSql(metric: Metric, schema: ViewSchema): string {
  const { aggregate, source, unit, kind } = metric;
  const isMoney = unit === "base_units";
  const period = kind === "stock" ? "at < :to" : "at >= :from AND at < :to";
  const text = `SELECT ${isMoney ? "token, " : ""}${aggregate} AS value FROM (${factsOf(source, schema).join(" UNION ALL ")}) AS fact WHERE ${period}${isMoney ? " GROUP BY token" : ""}`;
  return text.replaceAll(/\s+/g, " ");
}
