import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { z } from "zod";
import { ROOT } from "./project-files.ts";

/** Where `scripts/test.ts` has vitest write one JSON report per suite, emptied at its start. */
export const REPORTS = join(ROOT, "reports");

const Report = z.object({
  testResults: z.array(
    z.object({
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

/** A test file that never got to its tests, such as one with a syntax error. */
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

/** Every test of the last run, of all suites that ran in it. */
export function readReports(directory = REPORTS): ReportedTest[] {
  const names = existsSync(directory) ? readdirSync(directory) : [];
  const reports = names.filter((name) => name.endsWith(".json")).sort();
  if (reports.length === 0) throw new Error("no test reports: run `npm test` first");
  return reports.flatMap(
    (name) =>
      parseSuiteReport(name.replace(/\.json$/, ""), readFileSync(join(directory, name), "utf8"))
        .tests,
  );
}
