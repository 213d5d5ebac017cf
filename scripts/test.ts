/**
 * Runs every test suite, fastest first, and ends with one line: `N passed, N failed`.
 *
 *   npm test                    all suites
 *   npm test -- unit types      some of them
 *   npm test -- --gates         with line coverage and the requirement trace, as CI does
 *
 * With CI set, a skipped test is a failure. `--before install=95` adds a line to the table of times.
 */
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ROOT } from "./lib/project-files.ts";
import { runBounded, runSuite } from "./lib/run-suite.ts";
import type { SuiteOutcome } from "./lib/suite-outcome.ts";
import { suitesNamed } from "./lib/suites.ts";
import { REPORTS } from "./lib/test-reports.ts";

const GATE_LIMIT_MS = 120_000;

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    gates: { type: "boolean", default: false },
    before: { type: "string", multiple: true, default: [] },
  },
});
const suites = suitesNamed(positionals);
const isWhole = positionals.length === 0;
if (isWhole) rmSync(REPORTS, { recursive: true, force: true });
if (isWhole && flags.gates) rmSync(join(ROOT, "coverage"), { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

const outcomes: SuiteOutcome[] = [];
for (const suite of suites) {
  if (process.exitCode === 130) break;
  console.log(`\n== ${suite.name}`);
  outcomes.push(
    await runSuite(suite, {
      isMeasured: flags.gates,
      isSkippingForbidden: process.env.CI !== undefined,
    }),
  );
}
if (flags.gates)
  for (const gate of ["coverage", "requirements"]) outcomes.push(await runGate(gate));

console.log("\n== times");
for (const [name, seconds] of flags.before.map((it) => it.split("="))) {
  console.log(`${name?.padEnd(14)} ${seconds?.padStart(6)} s`);
}
for (const { suite, passed, failed, skipped, seconds, troubles, secondTries } of outcomes) {
  const time = `${suite.padEnd(14)} ${seconds.toFixed(1).padStart(6)} s`;
  console.log(`${time}   ${passed} passed, ${failed} failed, ${skipped} skipped`);
  for (const line of [...troubles, ...secondTries]) console.log(`  ${line}`);
}
const total = (pick: (outcome: SuiteOutcome) => number) =>
  outcomes.reduce((sum, outcome) => sum + pick(outcome), 0);
const failed = total((it) => it.failed);
if (failed > 0) process.exitCode ||= 1;
console.log(`\n${total((it) => it.passed)} passed, ${failed} failed`);

/** A gate passes or fails as one. */
async function runGate(name: string): Promise<SuiteOutcome> {
  console.log(`\n== ${name}`);
  const startedAt = performance.now();
  const script = join(ROOT, "scripts", `${name}.ts`);
  const end = await runBounded(process.execPath, [script], process.env, GATE_LIMIT_MS);
  const hasPassed = "exitCode" in end && end.exitCode === 0;
  const seconds = (performance.now() - startedAt) / 1000;
  const counts = hasPassed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  return { suite: name, ...counts, skipped: 0, seconds, troubles: [], secondTries: [] };
}
