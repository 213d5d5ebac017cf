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
  gateway: contender.endsWith("gateway")
    ? { cpuSeconds: 7, peakRssBytes: 300 * 1024 ** 2, requests: 15, calls: 100 }
    : undefined,
  load: 0.5,
  content: {
    logs: "900/1",
    logCount: 900,
    transfers: "100/2",
    transferCount: 100,
    rows: contender.startsWith("ours") ? 3_000 : 1_100,
  },
});

const figures = (oursWarm: number, ...more: HistoryRun[]): Figures => ({
  heading: "test",
  machine: "2 cores",
  market: { logs: 900, transfers: 100, blocks: 50, seconds: 1 },
  runs: [
    run("ours", "cold", 10),
    run("bare", "cold", 8),
    run("ours", "warm", oursWarm),
    run("bare", "warm", 2),
    ...more,
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

test("the gateway is measured against bare Ponder and stock Ponder, and a miss is a miss", () => {
  const through = (seconds: number) => [
    run("ours through the gateway", "cold", 12),
    run("bare through the gateway", "cold", seconds),
    run("stock", "cold", 50),
  ];
  const good = renderReport(figures(4, ...through(10)));
  expect(good).toMatch(/through the gateway, bare against bare Ponder: 80 % \(.*: reached\)/);
  expect(good).toMatch(/against stock Ponder: 5\.0 times \(.*: reached\)/);
  expect(good).toMatch(/0\.0150 HTTP requests and 0\.100 calls an event \(.*: reached\)/);
  expect(good).toMatch(/7\.0 CPU s of the gateway and 5\.0 of Ponder/);
  expect(good).toMatch(/unsigned/);
  expect(reachesTargets(figures(4, ...through(10)))).toBe(true);
  expect(reachesTargets(figures(4, ...through(10.1)))).toBe(false);
});

test("too many requests upstream are a miss", () => {
  const wasteful = run("bare through the gateway", "cold", 8);
  wasteful.gateway = { cpuSeconds: 7, peakRssBytes: 1, requests: 21, calls: 100 };
  const all = figures(4, run("ours through the gateway", "cold", 8), wasteful);
  expect(reachesTargets(all)).toBe(false);
});
