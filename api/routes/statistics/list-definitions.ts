import { dimensionsOf, metricSql } from "../../../core/statistics/metric.ts";
import { METRICS } from "../../../core/statistics/metrics.ts";
import type { Router } from "../../http/router.ts";
import { listDefinitions } from "./statistics.contract.ts";
import { toMetricFields } from "./statistics.resource.ts";

/** The same for as long as the process runs. */
const DEFINITIONS = METRICS.map((metric) => ({
  ...toMetricFields(metric),
  kind: metric.kind,
  whenEmpty: metric.whenEmpty,
  dimensions: [...dimensionsOf(metric)],
  meaning: metric.meaning,
  sql: metricSql(metric, "analytics"),
}));

export const registerListDefinitions = (app: Router) =>
  app.openapi(listDefinitions, (c) => c.json({ data: DEFINITIONS }, 200));
