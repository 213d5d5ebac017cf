/**
 * Line coverage of the last measured run (`npm test -- --gates`): the test processes of every
 * suite and the child processes that they started, Ponder's included, in one report
 * (`coverage/lcov.info`). Fails under the threshold. `--files` lists the files, worst first;
 * `--directory` reads and writes elsewhere than `coverage`.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type ChildScript, executedLines } from "./lib/executed-lines.ts";
import { type FileCoverage, LineCoverage } from "./lib/line-coverage.ts";
import { ROOT } from "./lib/project-files.ts";

const LEAST_PERCENT = 85;

const { values: flags } = parseArgs({
  options: {
    files: { type: "boolean", default: false },
    directory: { type: "string", default: join(ROOT, "coverage") },
  },
});
const COVERAGE = flags.directory;
const CHILDREN = join(COVERAGE, "children");

const coverage = new LineCoverage();
const readJson = (path: string) => JSON.parse(readFileSync(path, "utf8"));

const suites = existsSync(COVERAGE) ? readdirSync(COVERAGE) : [];
for (const suite of suites) {
  const report = join(COVERAGE, suite, "coverage-final.json");
  if (!existsSync(report)) continue;
  for (const file of Object.values<FileCoverage>(readJson(report))) {
    coverage.addFile({ ...file, path: relative(ROOT, file.path) });
  }
}
if (coverage.files.size === 0) throw new Error("no coverage: run `npm test -- --gates` first");

const children = existsSync(CHILDREN) ? readdirSync(CHILDREN) : [];
for (const child of children) {
  for (const script of readJson(join(CHILDREN, child)) as ChildScript[]) {
    const path = script.url.startsWith("file:") ? fileURLToPath(script.url) : script.url;
    coverage.addExecutedLines(relative(ROOT, path), executedLines(script));
  }
}

writeFileSync(join(COVERAGE, "lcov.info"), coverage.toLcov());
const percent = (value: number) => `${value.toFixed(1)} %`;
if (flags.files) {
  const byFile = [...coverage.files.keys()].map((path) => ({
    path,
    ...coverage.summary((it) => it === path),
  }));
  for (const { path, covered, lines, percent: share } of byFile.sort(
    (a, b) => a.percent - b.percent,
  )) {
    console.log(`${percent(share).padStart(8)}  ${covered}/${lines}  ${path}`);
  }
}
const rooms = [
  ...new Set([...coverage.files.keys()].map((path) => path.split("/", 1).join())),
].sort();
for (const room of rooms.filter((it) => !it.includes("."))) {
  const {
    covered,
    lines,
    percent: share,
  } = coverage.summary((path) => path.startsWith(`${room}/`));
  console.log(`  ${room.padEnd(10)} ${percent(share).padStart(8)}  ${covered}/${lines}`);
}
const total = coverage.summary();
console.log(
  `line coverage ${percent(total.percent)} (${total.covered} of ${total.lines} lines, ` +
    `${children.length} child processes), at least ${LEAST_PERCENT} % wanted`,
);
if (total.percent < LEAST_PERCENT) process.exitCode = 1;
