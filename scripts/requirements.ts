/**
 * Which requirements do the tests of the last run prove? Prints the count per part and fails on a
 * title that claims too much. `--sample N` prints random proved rows beside the test that proves
 * each, for a reader to judge whether it asserts what the row's check says; `--open` lists what
 * is left, `--reasons` why rows do not apply; `--reports` names another folder of reports.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { parseCsv } from "./lib/csv.ts";
import { ROOT } from "./lib/project-files.ts";
import { type Requirement, traceRequirements } from "./lib/requirement-trace.ts";
import { REPORTS, type ReportedTest, readReports } from "./lib/test-reports.ts";
import { testSourceAt } from "./lib/test-source.ts";

const { values: flags } = parseArgs({
  options: {
    sample: { type: "string" },
    open: { type: "boolean", default: false },
    reasons: { type: "boolean", default: false },
    reports: { type: "string", default: REPORTS },
  },
});

const rowsOf = (name: string) => parseCsv(readFileSync(join(ROOT, "docs", name), "utf8"));
const requirements = rowsOf("requirements.csv") as Requirement[];
const notApplicable = new Map(
  rowsOf("requirements-not-applicable.csv").map(({ id = "", reason = "" }) => [id, reason]),
);
const trace = traceRequirements(requirements, notApplicable, readReports(flags.reports));

for (const { part, proved, open, notApplicable: left } of trace.parts) {
  console.log(`part ${part}: ${proved} proved, ${open} open, ${left} not applicable`);
}
const sum = (pick: (part: (typeof trace.parts)[number]) => number) =>
  trace.parts.reduce((total, part) => total + pick(part), 0);
console.log(
  `all: ${sum((it) => it.proved)} proved, ${sum((it) => it.open)} open, ` +
    `${sum((it) => it.notApplicable)} not applicable (reasons: --reasons), ${requirements.length} rows`,
);

if (flags.reasons) for (const [id, reason] of notApplicable) console.log(`${id}  ${reason}`);
if (flags.open) {
  for (const { id, item, check } of requirements) {
    if (!trace.proofs.has(id) && !notApplicable.has(id)) console.log(`${id}  ${item}: ${check}`);
  }
}
if (flags.sample !== undefined) printSample(Number.parseInt(flags.sample, 10));

for (const mistake of trace.mistakes) console.error(mistake);
if (trace.mistakes.length > 0) process.exitCode = 1;

function printSample(size: number): void {
  for (const [id, proofs] of shuffled([...trace.proofs]).slice(0, size)) {
    const row = requirements.find((it) => it.id === id);
    console.log(`\n${id}  ${row?.item}\n  check: ${row?.check}`);
    for (const proof of proofs.slice(0, 1)) console.log(sourceOf(proof));
    if (proofs.length > 1) console.log(`  and ${proofs.length - 1} more`);
  }
}

function sourceOf({ file, line, title }: ReportedTest): string {
  if (line === undefined) return `  ${file}: ${title}`;
  const source = testSourceAt(readFileSync(join(ROOT, file), "utf8"), line);
  return `  ${file}:${line}\n${source.replace(/^/gm, "    ")}`;
}

function shuffled<Item>(items: Item[]): Item[] {
  return items
    .map((item) => ({ item, key: Math.random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}
