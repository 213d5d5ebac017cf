import type { z } from "@hono/zod-openapi";
import {
  findTokens,
  readStatistics,
  type StatisticValue,
} from "../../../core/queries/statistics.ts";
import {
  type Bucket,
  bucketsOf,
  defaultStart,
  MAX_BUCKETS,
} from "../../../core/statistics/buckets.ts";
import type { FactsMemory } from "../../../core/statistics/facts-memory.ts";
import { fillSeries } from "../../../core/statistics/fill-series.ts";
import { dimensionsOf, type Metric } from "../../../core/statistics/metric.ts";
import { getMetric } from "../../../core/statistics/metrics.ts";
import type { ApiDeps } from "../../deps.ts";
import { sendAnswer } from "../../http/answer.ts";
import type { Router } from "../../http/router.ts";
import { type TokenColumns, toAddressOrNull, toInstant } from "../../http/values.ts";
import { type Period, refuse, resolvePeriod } from "./period.ts";
import { getStatisticSeries } from "./statistics.contract.ts";
import { type StatisticSeries, toAmount, toMetricFields, toValue } from "./statistics.resource.ts";

export const registerGetStatisticSeries = (
  app: Router,
  deps: ApiDeps,
  memory: FactsMemory<StatisticValue[]>,
) =>
  app.openapi(getStatisticSeries, async (c) => {
    const query = c.req.valid("query");
    const {
      metric: name,
      interval = "day",
      marketplace,
      token,
      category,
      from,
      to,
      ...freshness
    } = query;
    const metric = getMetric(name);
    refuseUnknownDimensions(metric, { marketplace, token, category });
    return sendAnswer(c, deps, freshness, async (snapshot) => {
      const { indexed, position } = snapshot;
      const period = resolvePeriod({ from, to }, position.indexed.timestamp, (end) =>
        defaultStart(interval, end),
      );
      const buckets = bucketsOf(interval, period.from, period.to);
      if (buckets === undefined) {
        throw refuse(
          "/query/interval",
          `makes more than ${MAX_BUCKETS} steps of the period`,
          "Send a longer interval or a shorter period.",
        );
      }
      const starts = buckets.map(({ start }) => start);
      const filter = { ...period, marketplace, token, category };
      const values =
        buckets.length === 0
          ? []
          : await readStatistics(
              indexed,
              { metrics: [metric], filter, starts },
              await memory.open(snapshot),
            );
      const series = fillSeries(metric, buckets.length, values, token);
      const tokens = await findTokens(indexed, position.chainId);
      return {
        data: {
          ...toMetricFields(metric),
          interval,
          from: toInstant(period.from),
          to: toInstant(period.to),
          series: series.map((one) => ({
            token: toAddressOrNull(one.token),
            points: buckets.map((bucket, index) =>
              toPoint(metric, bucket, period, one.token, one.values[index] ?? null, tokens),
            ),
          })),
        },
      };
    });
  });

function toPoint(
  metric: Metric,
  { start, end }: Bucket,
  period: Period,
  token: `0x${string}` | null,
  value: bigint | null,
  tokens: ReadonlyMap<`0x${string}`, TokenColumns>,
): z.output<typeof StatisticSeries>["series"][number]["points"][number] {
  const isMoney = metric.unit === "base_units";
  return {
    startsAt: toInstant(start),
    endsAt: toInstant(end),
    isPartial: start < period.from || end > period.to,
    value: isMoney ? null : toValue(value),
    amount: isMoney && value !== null ? toAmount(value, token, tokens) : null,
  };
}

/** A number that knows nothing of a dimension would look as if it had been filtered by it. */
function refuseUnknownDimensions(
  metric: Metric,
  filter: Record<"marketplace" | "token" | "category", string | undefined>,
): void {
  for (const dimension of ["marketplace", "token", "category"] as const) {
    if (filter[dimension] === undefined || dimensionsOf(metric).includes(dimension)) continue;
    throw refuse(
      `/query/${dimension}`,
      `is nothing that ${metric.name} knows of`,
      "Leave it out, or choose another metric.",
    );
  }
}
