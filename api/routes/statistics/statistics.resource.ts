import { z } from "@hono/zod-openapi";
import { INTERVALS } from "../../../core/statistics/buckets.ts";
import { METRIC_UNITS, type Metric } from "../../../core/statistics/metric.ts";
import { METRIC_NAMES } from "../../../core/statistics/metrics.ts";
import { DIMENSIONS } from "../../../core/statistics/sources.ts";
import { Address, Instant, Money, type TokenColumns, toMoney } from "../../http/values.ts";

const metricFields = {
  name: z.enum(METRIC_NAMES).openapi({ example: "sale_volume" }),
  definition: z.int().openapi({
    description: "Version of the definition: another version may mean another thing.",
  }),
  unit: z.enum(METRIC_UNITS).openapi({ description: "`base_units`: money, of one token each." }),
};

const Value = z.int().nullable().openapi({
  description: "The number; null for money, and where there is nothing to tell it from.",
});

export const Statistic = z
  .object({
    ...metricFields,
    value: Value,
    amounts: z.array(Money).nullable().openapi({
      description: "For money: one amount for each token with any; null otherwise. Never added up.",
    }),
  })
  .openapi("Statistic");

export const Statistics = z
  .object({
    from: Instant.openapi({ description: "First second that counts." }),
    to: Instant.openapi({ description: "First second that no longer counts." }),
    groupBy: z.enum(DIMENSIONS).nullable(),
    groups: z.array(
      z.object({
        key: z.string().nullable().openapi({
          description:
            "Marketplace or token address, or the level that sellers declared; null if unknown or not grouped.",
        }),
        statistics: z.array(Statistic),
      }),
    ),
    omitted: z.array(z.enum(METRIC_NAMES)).openapi({
      description: "Statistics that know nothing of a dimension that was asked for.",
    }),
  })
  .openapi("Statistics");

const Point = z
  .object({
    startsAt: Instant,
    endsAt: Instant.openapi({ description: "First second of the next step." }),
    isPartial: z.boolean().openapi({
      description: "Whether the step reaches beyond the range or the last indexed block.",
    }),
    value: Value,
    amount: Money.nullable().openapi({ description: "For money; null otherwise." }),
  })
  .openapi("StatisticPoint");

export const StatisticSeries = z
  .object({
    ...metricFields,
    interval: z.enum(INTERVALS),
    from: Instant,
    to: Instant,
    series: z.array(
      z.object({
        token: Address.nullable().openapi({ description: "Token of the amounts, for money." }),
        points: z.array(Point),
      }),
    ),
  })
  .openapi("StatisticSeries");

export const Definition = z
  .object({
    ...metricFields,
    kind: z.enum(["flow", "stock"]).openapi({
      description:
        "A flow counts what happened in a period; a stock is what there is at its end (`from` does not matter).",
    }),
    whenEmpty: z.enum(["zero", "null"]).openapi({
      description: "What stands where nothing happened. A stock keeps what it was.",
    }),
    dimensions: z
      .array(z.enum(DIMENSIONS))
      .openapi({ description: "Filters and groups it knows." }),
    meaning: z.string(),
    sql: z.string().openapi({
      description:
        "The same number for analysts; `:from` and `:to` are unix seconds, money has one row for each token.",
    }),
  })
  .openapi("StatisticDefinition");

/** What an answer repeats of a definition. */
export const toMetricFields = ({ name, version, unit }: Metric) => ({
  name,
  definition: version,
  unit,
});

/** Counts, seconds and basis points are far below 2^53. */
export function toValue(value: bigint | null): number | null {
  return value === null ? null : Number(value);
}

/** An amount of a token that may not have been indexed. */
export function toAmount(
  units: bigint,
  token: `0x${string}` | null,
  tokens: ReadonlyMap<`0x${string}`, TokenColumns>,
): z.output<typeof Money> {
  const known = token === null ? undefined : tokens.get(token);
  return toMoney(units, known ?? { token, tokenSymbol: null, tokenDecimals: null });
}
