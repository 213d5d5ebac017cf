import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT } from "./project-files.ts";
import { judgeSuite, type SuiteOutcome } from "./suite-outcome.ts";
import type { Suite } from "./suites.ts";
import { failedFiles, mergeReports, parseSuiteReport, REPORTS } from "./test-reports.ts";

/** Code of ours that counts for coverage; `bench` and the long trials run by hand. */
const MEASURED = [
  "{api,core,devnet,guard,journal,scripts,src,workers}/**/*.ts",
  "ponder.{config,schema}.ts",
];
const COVERAGE = join(ROOT, "coverage");
/** Long enough for children to stop in order once their suite was told to end. */
const GRACE_MS = 10_000;

export type SuiteOptions = { isMeasured: boolean; isSkippingForbidden: boolean };

/** More failed files than this are no accident of the machine. */
const MOST_SECOND_TRIES = 4;

/**
 * Runs one suite in a process group of its own, ended with all its children when time is up. Up to
 * four files of a suite with services that failed run once more, one by one; the outcome names them.
 */
export async function runSuite(suite: Suite, options: SuiteOptions): Promise<SuiteOutcome> {
  const report = join(REPORTS, `${suite.name}.json`);
  rmSync(report, { force: true });
  forgetCoverage(suite);
  const startedAt = performance.now();
  let end = await runFiles(suite, [], report, options);
  const failed = suite.hasServices && !("isTimeUp" in end) ? failuresOf(suite, report) : [];
  let secondTries: string[] = [];
  if (failed.length > 0 && failed.length <= MOST_SECOND_TRIES) {
    console.log(`\n== ${suite.name}: a second try of ${failed.map(({ file }) => file).join(", ")}`);
    const again = join(REPORTS, `${suite.name}-again.json`);
    rmSync(again, { force: true });
    const files = failed.map(({ file }) => file);
    const endOfSecond = await runFiles(suite, files, again, options);
    if ("exitCode" in endOfSecond && endOfSecond.exitCode === 0 && existsSync(again)) {
      end = endOfSecond;
      secondTries = failed.map(
        ({ file, failure }) => `${file} was tried again alone, after: ${failure}`,
      );
      const merged = mergeReports(readFileSync(report, "utf8"), readFileSync(again, "utf8"));
      writeFileSync(report, merged);
    }
  }
  return judgeSuite({
    suite: suite.name,
    seconds: (performance.now() - startedAt) / 1000,
    report: existsSync(report) ? readFileSync(report, "utf8") : undefined,
    end,
    limitSeconds: suite.limitSeconds,
    isSkippingForbidden: options.isSkippingForbidden,
    secondTries,
  });
}

/** Runs these test files of a suite, all of them when none is named. */
function runFiles(
  suite: Suite,
  files: readonly string[],
  report: string,
  { isMeasured }: SuiteOptions,
): Promise<BoundedEnd> {
  return runBounded(
    process.execPath,
    [...vitestArguments(suite, report, isMeasured), ...oneByOne(files)],
    { ...process.env, ...(isMeasured ? childCoverage() : {}) },
    suite.limitSeconds * 1000,
  );
}

/** A second try has the machine to itself. */
function oneByOne(files: readonly string[]): string[] {
  return files.length === 0 ? [] : ["--no-file-parallelism", ...files];
}

/** Each failed file with its first failure. */
function failuresOf({ name }: Suite, report: string): { file: string; failure: string }[] {
  if (!existsSync(report)) return [];
  const json = readFileSync(report, "utf8");
  const { tests } = parseSuiteReport(name, json);
  return failedFiles(name, json).map((file) => {
    const test = tests.find((it) => it.file === file && it.outcome === "failed");
    return {
      file,
      failure: test === undefined ? "it did not run to its end" : `"${test.fullName}"`,
    };
  });
}

function vitestArguments({ name }: Suite, report: string, isMeasured: boolean): string[] {
  const vitest = join(ROOT, "node_modules", "vitest", "vitest.mjs");
  const base = ["run", "--project", name, "--passWithNoTests"];
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  if (!isMeasured || name === "types") return [vitest, ...base, ...reporters];
  // A directory for each run: a vitest that was killed leaves a lock on the name that it used.
  const directory = join(COVERAGE, `${name}-${process.pid}-${Date.now()}`);
  const coverage = [
    "--coverage.enabled",
    "--coverage.reportOnFailure",
    `--coverage.reportsDirectory=${directory}`,
  ];
  // Files that no test loads are counted once, by the first suite.
  const everyFile = name === "unit" ? MEASURED.map((glob) => `--coverage.include=${glob}`) : [];
  return [vitest, ...base, ...reporters, ...coverage, ...everyFile];
}

function forgetCoverage({ name }: Suite): void {
  const runs = existsSync(COVERAGE) ? readdirSync(COVERAGE) : [];
  for (const run of runs.filter((it) => it.startsWith(`${name}-`))) {
    rmSync(join(COVERAGE, run), { recursive: true });
  }
}

function childCoverage(): NodeJS.ProcessEnv {
  const hook = pathToFileURL(join(ROOT, "scripts", "lib", "child-coverage.mjs")).href;
  return {
    NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ""} --import=${hook}`.trim(),
  };
}

/** How a bounded program ended: with an exit code, or because its time was up. */
export type BoundedEnd = { exitCode: number } | { isTimeUp: true };

/** Runs a program; when it ends, is interrupted or its time is up, its whole group goes with it. */
export async function runBounded(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  limitMs: number,
): Promise<BoundedEnd> {
  const child = spawn(command, args, { cwd: ROOT, env, stdio: "inherit", detached: true });
  const signalGroup = (signal: NodeJS.Signals) => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
    }
  };
  let isTimeUp = false;
  let force: NodeJS.Timeout | undefined;
  const stop = () => {
    signalGroup("SIGTERM");
    force ??= setTimeout(() => signalGroup("SIGKILL"), GRACE_MS);
  };
  const limit = setTimeout(() => {
    isTimeUp = true;
    stop();
  }, limitMs);
  const onInterrupt = () => {
    stop();
    process.exitCode = 130;
  };
  process.once("SIGINT", onInterrupt).once("SIGTERM", onInterrupt);
  try {
    const exitCode = await new Promise<number>((resolve, reject) => {
      child.once("error", reject);
      child.once("exit", (code) => resolve(code ?? 1));
    });
    return isTimeUp ? { isTimeUp: true } : { exitCode };
  } finally {
    clearTimeout(limit);
    clearTimeout(force);
    process.off("SIGINT", onInterrupt).off("SIGTERM", onInterrupt);
    signalGroup("SIGKILL");
  }
}
