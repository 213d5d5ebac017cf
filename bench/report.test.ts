import { expect, test } from "vitest";
import type { HistoryRun } from "./history.ts";
import { type Figures, ratioOf, reachesTargets, renderReport } from "./report.ts";

const run = (
  contender: HistoryRun["contender"],
  temperature: HistoryRun["temperature"],
  seconds: number,
): HistoryRun => ({
  contender,
  temperature,
  round: 1,
  seconds,
  cpuSeconds: 5,
  peakRssBytes: 500 * 1024 ** 2,
  load: 0.5,
  content: {
    logs: "900/1",
    logCount: 900,
    transfers: "100/2",
    transferCount: 100,
    rows: contender === "ours" ? 3_000 : 1_100,
  },
});

const figures = (oursWarm: number): Figures => ({
  heading: "test",
  machine: "2 cores",
  market: { logs: 900, transfers: 100, blocks: 50, seconds: 1 },
  runs: [
    run("ours", "cold", 10),
    run("bare", "cold", 8),
    run("ours", "warm", oursWarm),
    run("bare", "warm", 2),
  ],
  realtime: [
    { wire: "websocket", latencies: [10, 20, 90] },
    { wire: "polling at 100 ms", latencies: [50, 100, 150] },
  ],
});

test("the ratio is ours against bare at the same temperature", () => {
  expect(ratioOf(figures(4).runs, "cold")).toBeCloseTo(0.8);
  expect(ratioOf(figures(4).runs, "warm")).toBeCloseTo(0.5);
});

test("one target that is missed is a miss, and the report says which", () => {
  expect(reachesTargets(figures(4))).toBe(true);
  expect(reachesTargets(figures(6))).toBe(false);
  expect(renderReport(figures(6))).toMatch(/warm: 33 % \(target at least 40 %: MISSED\)/);
});

test("the report shows rows beside events, so that more rows are not taken for less speed", () => {
  const report = renderReport(figures(4));
  expect(report).toContain("| ours, cold | 10.0 | 100 | 3.00 | 300 | 5.0 | 500 | 0.5 |");
  expect(report).toContain("| bare, warm | 2.0 | 500 | 1.10 | 550 | 5.0 | 500 | 0.5 |");
  expect(report).toMatch(/websocket, 3 blocks of one event: p50 20\.0 ms, p95 90\.0 ms/);
});
