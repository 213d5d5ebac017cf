import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { z } from "zod";
import { ROOT } from "./project-files.ts";

/** Where `scripts/test.ts` has vitest write one JSON report per suite, emptied at its start. */
export const REPORTS = join(ROOT, "reports");

const Report = z.looseObject({
  testResults: z.array(
    z.looseObject({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(
        z.object({
          title: z.string(),
          fullName: z.string(),
          status: z.enum(["passed", "failed", "skipped", "pending", "todo", "disabled"]),
          location: z.object({ line: z.number(), column: z.number() }).nullish(),
        }),
      ),
    }),
  ),
});

/** A test as the report of its suite tells it. */
export type ReportedTest = {
  suite: string;
  /** Relative to the root. */
  file: string;
  title: string;
  fullName: string;
  outcome: "passed" | "failed" | "skipped";
  /** Where the test stands, counted from 1. */
  line: number | undefined;
};

/** A test file that never got to its tests or to their end: a syntax error, or its process died. */
export type BrokenFile = { suite: string; file: string; message: string };

export type SuiteReport = { tests: ReportedTest[]; brokenFiles: BrokenFile[] };

/** Reads the report that vitest wrote for a suite. */
export function parseSuiteReport(suite: string, json: string): SuiteReport {
  const tests: ReportedTest[] = [];
  const brokenFiles: BrokenFile[] = [];
  for (const { name, status, message, assertionResults } of Report.parse(JSON.parse(json))
    .testResults) {
    const file = relative(ROOT, name);
    const hasFailedTest = assertionResults.some((it) => it.status === "failed");
    if (status === "failed" && !hasFailedTest) {
      brokenFiles.push({ suite, file, message: message ?? "" });
    } else if (assertionResults.length === 0 || assertionResults.some(isUnrun)) {
      brokenFiles.push({ suite, file, message: "its process died" });
    }
    for (const { title, fullName, status: outcome, location } of assertionResults) {
      tests.push({
        suite,
        file,
        title,
        fullName,
        outcome: outcome === "passed" || outcome === "failed" ? outcome : "skipped",
        line: location?.line,
      });
    }
  }
  return { tests, brokenFiles };
}

/** A test that was collected and has no result; one that is left out on purpose is `skipped`. */
const isUnrun = ({ status }: { status: string }) => status === "pending";

/** Files of a report with a failed test, or that never got to their end; relative to the root. */
export function failedFiles(suite: string, json: string): string[] {
  const { tests, brokenFiles } = parseSuiteReport(suite, json);
  const failed = tests.filter(({ outcome }) => outcome === "failed");
  return [...new Set([...failed, ...brokenFiles].map(({ file }) => file))];
}

/** The first report with what the second says of the files that it covers. */
export function mergeReports(first: string, second: string): string {
  const report = Report.parse(JSON.parse(first));
  const again = Report.parse(JSON.parse(second)).testResults;
  const names = new Set(again.map(({ name }) => name));
  const others = report.testResults.filter(({ name }) => !names.has(name));
  return JSON.stringify({ ...report, testResults: [...others, ...again] });
}

/** Every test of the last run, of all suites that ran in it. */
export function readReports(directory = REPORTS): ReportedTest[] {
  const names = existsSync(directory) ? readdirSync(directory) : [];
  const reports = names.filter((name) => /^[a-z]+\.json$/.test(name)).sort();
  if (reports.length === 0) throw new Error("no test reports: run `npm test` first");
  return reports.flatMap(
    (name) =>
      parseSuiteReport(name.replace(/\.json$/, ""), readFileSync(join(directory, name), "utf8"))
        .tests,
  );
}
