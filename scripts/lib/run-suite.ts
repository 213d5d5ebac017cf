import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT } from "./project-files.ts";
import { judgeSuite, type SuiteOutcome } from "./suite-outcome.ts";
import type { Suite } from "./suites.ts";
import { REPORTS } from "./test-reports.ts";

/** Code of ours that counts for coverage; `bench` and the long trials run by hand. */
const MEASURED = [
  "{api,core,devnet,guard,journal,scripts,src,workers}/**/*.ts",
  "ponder.{config,schema}.ts",
];
const COVERAGE = join(ROOT, "coverage");
/** Long enough for children to stop in order once their suite was told to end. */
const GRACE_MS = 10_000;

export type SuiteOptions = { isMeasured: boolean; isSkippingForbidden: boolean };

/** Runs one suite in a process group of its own, ended with all its children when time is up. */
export async function runSuite(suite: Suite, options: SuiteOptions): Promise<SuiteOutcome> {
  const report = join(REPORTS, `${suite.name}.json`);
  rmSync(report, { force: true });
  forgetCoverage(suite);
  const startedAt = performance.now();
  const end = await runBounded(
    process.execPath,
    vitestArguments(suite, report, options.isMeasured),
    { ...process.env, ...(options.isMeasured ? childCoverage() : {}) },
    suite.limitSeconds * 1000,
  );
  return judgeSuite({
    suite: suite.name,
    seconds: (performance.now() - startedAt) / 1000,
    report: existsSync(report) ? readFileSync(report, "utf8") : undefined,
    end,
    limitSeconds: suite.limitSeconds,
    isSkippingForbidden: options.isSkippingForbidden,
  });
}

function vitestArguments({ name }: Suite, report: string, isMeasured: boolean): string[] {
  const vitest = join(ROOT, "node_modules", "vitest", "vitest.mjs");
  const base = ["run", "--project", name, "--passWithNoTests"];
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  if (!isMeasured || name === "types") return [vitest, ...base, ...reporters];
  // A directory for each run: a vitest that was killed leaves a lock on the name that it used.
  const directory = join(COVERAGE, `${name}-${process.pid}`);
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
