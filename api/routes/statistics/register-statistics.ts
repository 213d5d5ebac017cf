import type { StatisticValue } from "../../../core/queries/statistics.ts";
import { FactsMemory } from "../../../core/statistics/facts-memory.ts";
import type { ApiDeps } from "../../deps.ts";
import type { Router } from "../../http/router.ts";
import { registerGetStatisticSeries } from "./get-series.ts";
import { registerGetStatistics } from "./get-statistics.ts";
import { registerListDefinitions } from "./list-definitions.ts";

/** Numbers that are kept until something happens on the chain; each takes some 200 bytes. */
const MAX_NUMBERS = 100_000;

/** Everything under `/v1/stats`; the numbers of both addresses are kept in one place. */
export function registerStatistics(app: Router, deps: ApiDeps): void {
  const memory = new FactsMemory<StatisticValue[]>((values) => values.length + 1, MAX_NUMBERS);
  registerGetStatistics(app, deps, memory);
  registerGetStatisticSeries(app, deps, memory);
  registerListDefinitions(app);
}
