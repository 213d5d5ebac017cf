import { createRoute, z } from "@hono/zod-openapi";
import { INTERVALS, MAX_BUCKETS } from "../../../core/statistics/buckets.ts";
import { METRIC_NAMES } from "../../../core/statistics/metrics.ts";
import { DIMENSIONS } from "../../../core/statistics/sources.ts";
import { json, singleOf } from "../../http/page.ts";
import {
  addressParam,
  freshnessParams,
  slugParam,
  timeParam,
  wordParam,
} from "../../http/params.ts";
import { problems } from "../../http/problem.ts";
import { OF_READS } from "../../http/read-contract.ts";
import { Definition, StatisticSeries, Statistics } from "./statistics.resource.ts";

const filters = {
  marketplace: addressParam("marketplace", "Marketplace of the listings concerned."),
  token: addressParam("token", "Payment token."),
  category: slugParam("category", "Category of the listings concerned, as it is now.", "saas"),
};

const END = "First moment that no longer counts; the last indexed block ends it in any case.";

export const getStatistics = createRoute({
  method: "get",
  path: "/v1/stats",
  operationId: "getStatistics",
  tags: ["Statistics"],
  summary: "Every statistic of a period, for the whole market or by group",
  request: {
    query: z.strictObject({
      ...filters,
      from: timeParam("from", "First moment that counts; the beginning unless given."),
      to: timeParam("to", END),
      groupBy: wordParam(
        "groupBy",
        "Dimension to group by. `verification` is the level that sellers declared, `category` that of the listing as it is now; null stands for listings without one.",
        DIMENSIONS,
      ),
      ...freshnessParams,
    }),
  },
  responses: {
    200: json(singleOf(Statistics, "StatisticsAnswer"), "The statistics, from one snapshot"),
    ...problems(...OF_READS),
  },
});

export const getStatisticSeries = createRoute({
  method: "get",
  path: "/v1/stats/series",
  operationId: "getStatisticSeries",
  tags: ["Statistics"],
  summary: "One statistic over time, in steps of UTC",
  request: {
    query: z.strictObject({
      metric: z
        .enum(METRIC_NAMES, { error: "must be a name that /v1/stats/definitions lists" })
        .openapi({ param: { name: "metric", in: "query" }, example: "sale_volume" }),
      interval: wordParam(
        "interval",
        `Length of a step; a day unless given. Weeks begin on Monday. At most ${MAX_BUCKETS} steps.`,
        INTERVALS,
      ),
      ...filters,
      from: timeParam("from", "First moment that counts; 30 steps before the end unless given."),
      to: timeParam("to", END),
      ...freshnessParams,
    }),
  },
  responses: {
    200: json(
      singleOf(StatisticSeries, "StatisticSeriesAnswer"),
      "One series, or for money one for each token",
    ),
    ...problems(...OF_READS),
  },
});

export const listDefinitions = createRoute({
  method: "get",
  path: "/v1/stats/definitions",
  operationId: "listStatisticDefinitions",
  tags: ["Statistics"],
  summary: "What every statistic means, and how it is worked out",
  request: { query: z.strictObject({}) },
  responses: {
    200: json(
      z.object({ data: z.array(Definition) }).openapi("StatisticDefinitionsAnswer"),
      "All definitions",
    ),
    ...problems("INVALID_REQUEST"),
  },
});
