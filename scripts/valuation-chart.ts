import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseDeals } from "../core/valuation/deals/parse-deals.ts";
import { leaveOneOut, trainAndTest } from "../core/valuation/evaluation/backtest.ts";
import { summarise } from "../core/valuation/evaluation/report.ts";
import { simulateMarket } from "../core/valuation/evaluation/simulated-market.ts";
import { ROOT } from "./lib/project-files.ts";
import { coverageLines, renderCoverageChart } from "./lib/render-coverage-chart.ts";
import { writeGenerated } from "./support/generated-files.ts";
import { runCommand } from "./support/run-command.ts";

/** `npm run valuation:chart [-- --check]`: the chart of docs/valuation.md, from a backtest run now. */
await runCommand(async () => {
  const { deals } = parseDeals(readFileSync(join(ROOT, "data", "comparables.csv"), "utf8"));
  const simulated = (attestedShare: number) => {
    const market = simulateMarket({ deals: 2000, seed: 1, attestedShare });
    return summarise(trainAndTest(market.slice(0, 1000), market.slice(1000)));
  };
  const lines = coverageLines({
    leaveOneOut: summarise(leaveOneOut(deals)),
    attested: simulated(1),
    claimed: simulated(0),
  });
  const path = join(ROOT, "docs", "images", "valuation-coverage.svg");
  await writeGenerated([{ path, content: renderCoverageChart(lines) }], {
    check: process.argv.includes("--check"),
    command: "npm run valuation:chart",
  });
});
