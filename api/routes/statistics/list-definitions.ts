import { dimensionsOf, metricSql } from "../../../core/statistics/metric.ts";
import { METRICS } from "../../../core/statistics/metrics.ts";
import type { Router } from "../../http/router.ts";
import { listDefinitions } from "./statistics.contract.ts";
import { toMetricFields } from "./statistics.resource.ts";

export const registerListDefinitions = (app: Router) =>
  app.openapi(listDefinitions, (c) =>
    c.json(
      {
        data: METRICS.map((metric) => ({
          ...toMetricFields(metric),
          kind: metric.kind,
          whenEmpty: metric.whenEmpty,
          dimensions: [...dimensionsOf(metric)],
          meaning: metric.meaning,
          sql: metricSql(metric, "analytics"),
        })),
      },
      200,
    ),
  );
