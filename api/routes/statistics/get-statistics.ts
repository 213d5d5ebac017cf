import type { z } from "@hono/zod-openapi";
import {
  findTokens,
  readStatistics,
  type StatisticValue,
} from "../../../core/queries/statistics.ts";
import type { FactsMemory } from "../../../core/statistics/facts-memory.ts";
import { dimensionsOf, type Metric } from "../../../core/statistics/metric.ts";
import { METRICS } from "../../../core/statistics/metrics.ts";
import type { Dimension } from "../../../core/statistics/sources.ts";
import type { ApiDeps } from "../../deps.ts";
import { sendAnswer } from "../../http/answer.ts";
import type { Router } from "../../http/router.ts";
import { type TokenColumns, toAddress, toInstant } from "../../http/values.ts";
import { resolvePeriod } from "./period.ts";
import { getStatistics } from "./statistics.contract.ts";
import { type Statistic, toAmount, toMetricFields, toValue } from "./statistics.resource.ts";

export const registerGetStatistics = (
  app: Router,
  deps: ApiDeps,
  memory: FactsMemory<StatisticValue[]>,
) =>
  app.openapi(getStatistics, async (c) => {
    const { marketplace, token, category, from, to, groupBy, ...freshness } = c.req.valid("query");
    const wanted: Dimension[] = [
      ...(marketplace ? (["marketplace"] as const) : []),
      ...(token ? (["token"] as const) : []),
      ...(category ? (["category"] as const) : []),
      ...(groupBy ? [groupBy] : []),
    ];
    const knowsAll = (metric: Metric) =>
      wanted.every((dimension) => dimensionsOf(metric).includes(dimension));
    const metrics = METRICS.filter(knowsAll);
    return sendAnswer(c, deps, freshness, async (snapshot) => {
      const { indexed, position } = snapshot;
      const period = resolvePeriod({ from, to }, position.indexed.timestamp, () => 0n);
      const filter = { ...period, marketplace, token, category };
      const values = await readStatistics(
        indexed,
        { metrics, filter, groupBy },
        await memory.open(snapshot),
      );
      const tokens = await findTokens(indexed, position.chainId);
      const byGroup = Map.groupBy(values, ({ group }) => group);
      const keys = groupBy ? [...byGroup.keys()].sort(nullLast) : [null];
      return {
        data: {
          from: toInstant(period.from),
          to: toInstant(period.to),
          groupBy: groupBy ?? null,
          groups: keys.map((key) => {
            const only = groupBy === "token" ? (key as `0x${string}` | null) : token;
            const found = Map.groupBy(byGroup.get(key) ?? [], ({ metric }) => metric);
            return {
              key: groupBy !== "category" && isAddress(key) ? toAddress(key) : key,
              statistics: metrics.map((metric) =>
                toStatistic(metric, found.get(metric.name) ?? [], only, tokens),
              ),
            };
          }),
          omitted: METRICS.filter((metric) => !knowsAll(metric)).map(({ name }) => name),
        },
      };
    });
  });

/** @param only the one token that is asked about; its sums are shown even when they are zero */
function toStatistic(
  metric: Metric,
  values: readonly StatisticValue[],
  only: `0x${string}` | null | undefined,
  tokens: ReadonlyMap<`0x${string}`, TokenColumns>,
): z.output<typeof Statistic> {
  const empty = metric.whenEmpty === "zero" ? 0n : null;
  if (metric.unit !== "base_units") {
    const value = values[0]?.value ?? empty;
    return { ...toMetricFields(metric), value: toValue(value), amounts: null };
  }
  const isMissing = only !== undefined && values.length === 0 && empty !== null;
  const amounts = isMissing ? [{ token: only, value: empty }] : values;
  return {
    ...toMetricFields(metric),
    value: null,
    amounts: amounts
      .toSorted((one, other) => nullLast(one.token, other.token))
      .flatMap(({ token, value }) => (value === null ? [] : [toAmount(value, token, tokens)])),
  };
}

function nullLast(one: string | null, other: string | null): number {
  if (one === other) return 0;
  if (one === null) return 1;
  if (other === null) return -1;
  return one < other ? -1 : 1;
}

function isAddress(key: string | null): key is `0x${string}` {
  return key?.startsWith("0x") === true;
}
