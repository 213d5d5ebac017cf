import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { runBounded } from "../../../scripts/lib/run-suite.ts";
import { judgeSuite } from "../../../scripts/lib/suite-outcome.ts";
import { SUITES, suitesNamed } from "../../../scripts/lib/suites.ts";
import { failedFiles, mergeReports } from "../../../scripts/lib/test-reports.ts";

const report = (...outcomes: string[]) =>
  JSON.stringify({
    testResults: [
      {
        name: "a.test.ts",
        status: outcomes.includes("failed") ? "failed" : "passed",
        assertionResults: outcomes.map((status, at) => ({
          title: `${at}`,
          fullName: `${at}`,
          status,
        })),
      },
    ],
  });

const judge = (changes: Partial<Parameters<typeof judgeSuite>[0]>) =>
  judgeSuite({
    suite: "unit",
    seconds: 1,
    report: report("passed", "passed"),
    end: { exitCode: 0 },
    limitSeconds: 60,
    isSkippingForbidden: true,
    ...changes,
  });

test("a suite counts its tests", () => {
  expect(judge({})).toMatchObject({ passed: 2, failed: 0, troubles: [] });
  const failing = judge({ report: report("passed", "failed"), end: { exitCode: 1 } });
  expect(failing).toMatchObject({ passed: 1, failed: 1, troubles: [] });
});

test("a file that passed at its second try counts as passed, and is named", () => {
  const first = report("passed", "failed");
  expect(failedFiles("stack", first)).toEqual([expect.stringContaining("a.test.ts")]);
  const merged = mergeReports(first, report("passed", "passed"));
  expect(failedFiles("stack", merged)).toEqual([]);
  const secondTries = ["a.test.ts passed only alone"];
  expect(judge({ report: merged, secondTries })).toMatchObject({
    passed: 2,
    failed: 0,
    secondTries,
  });
  const other = report("passed").replace("a.test.ts", "b.test.ts");
  expect(failedFiles("stack", mergeReports(first, other))).toHaveLength(1);
});

test("a file whose process died is named, and tried again", () => {
  for (const died of [report("passed", "pending"), report()]) {
    expect(failedFiles("stack", died)).toEqual([expect.stringContaining("a.test.ts")]);
    const { failed, troubles } = judge({ report: died, end: { exitCode: 1 } });
    expect(failed).toBeGreaterThan(0);
    expect(troubles[0]).toMatch(/a\.test\.ts did not run to its end: its process died/);
  }
});

test("in CI a skipped test is a failure", () => {
  const skipping = { report: report("passed", "skipped") };
  expect(judge(skipping)).toMatchObject({ passed: 1, failed: 1, skipped: 1 });
  expect(judge({ ...skipping, isSkippingForbidden: false })).toMatchObject({ failed: 0 });
});

test("a suite that was cut off, crashed or wrote nothing never looks like a pass", () => {
  expect(judge({ end: { isTimeUp: true } }).troubles).toEqual(["cut off after 60 s"]);
  expect(judge({ report: undefined, end: { exitCode: 1 } }).failed).toBe(1);
  expect(judge({ end: { exitCode: 1 } }).troubles).toEqual([
    expect.stringContaining("outside every test"),
  ]);
});

test("a program whose time is up ends together with its children", async () => {
  const end = await runBounded("/bin/sh", ["-c", "sleep 60 & wait"], process.env, 50);
  expect(end).toEqual({ isTimeUp: true });
  expect(await runBounded("/bin/sh", ["-c", "exit 3"], process.env, 5_000)).toEqual({
    exitCode: 3,
  });
});

test("suites are named as vitest names its projects", () => {
  const config = readFileSync("vitest.config.ts", "utf8");
  for (const { name } of SUITES) expect(config).toContain(`name: "${name}"`);
  expect(suitesNamed(["stack", "unit"]).map(({ name }) => name)).toEqual(["unit", "stack"]);
  expect(() => suitesNamed(["units"])).toThrow("no suite units");
});
