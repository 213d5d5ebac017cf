import type { BoundedEnd } from "./run-suite.ts";
import { parseSuiteReport } from "./test-reports.ts";

export type SuiteOutcome = {
  suite: string;
  passed: number;
  failed: number;
  skipped: number;
  seconds: number;
  /** What went wrong besides failed tests, one line each; each counts as one failure. */
  troubles: string[];
  /** Files that failed and were tried again alone, each with its first failure: to be mended. */
  secondTries: string[];
};

export type SuiteEvidence = {
  suite: string;
  seconds: number;
  /** vitest's JSON report; undefined when it wrote none. */
  report: string | undefined;
  end: BoundedEnd;
  limitSeconds: number;
  isSkippingForbidden: boolean;
  secondTries?: string[];
};

/**
 * Counts a suite. A suite that was cut off, a file that did not load, an error outside every test
 * and (in CI) a skipped test are failures too: nothing that did not run may look like a pass.
 */
export function judgeSuite(evidence: SuiteEvidence): SuiteOutcome {
  const { suite, seconds, report, end, limitSeconds, isSkippingForbidden } = evidence;
  const { tests, brokenFiles } =
    report === undefined ? { tests: [], brokenFiles: [] } : parseSuiteReport(suite, report);
  const count = (outcome: string) => tests.filter((it) => it.outcome === outcome).length;

  const troubles = brokenFiles.map(
    ({ file, message }) => `${file} did not run to its end: ${firstLine(message)}`,
  );
  if ("isTimeUp" in end) troubles.push(`cut off after ${limitSeconds} s`);
  else if (report === undefined) troubles.push(`wrote no report (exit code ${end.exitCode})`);
  else if (end.exitCode !== 0 && count("failed") === 0 && troubles.length === 0) {
    troubles.push(`an error outside every test (exit code ${end.exitCode})`);
  }
  if (isSkippingForbidden) {
    for (const { file, fullName, outcome } of tests) {
      if (outcome === "skipped") troubles.push(`${file}: "${fullName}" was skipped`);
    }
  }
  const passed = count("passed");
  const failed = count("failed") + troubles.length;
  const { secondTries = [] } = evidence;
  return { suite, passed, failed, skipped: count("skipped"), seconds, troubles, secondTries };
}

const firstLine = (text: string) => text.trim().split("\n", 1).join();
