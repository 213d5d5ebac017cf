import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, test } from "vitest";
import { type ChildScript, executedLines } from "../../../scripts/lib/executed-lines.ts";
import { LineCoverage } from "../../../scripts/lib/line-coverage.ts";
import { ROOT } from "../../../scripts/lib/project-files.ts";

const directory = mkdtempSync(join(tmpdir(), "valyra-coverage-"));
afterAll(() => rmSync(directory, { recursive: true }));

const GREETING = `type Name = string;

export function greet(name: Name): string {
  if (name === "nobody") {
    return "silence";
  }
  return \`hello \${name}\`;
}

console.log(greet("you"));
`;

/** Runs a program in a child that measures itself, and returns what the child wrote. */
function measuredChild(args: string[]): ChildScript[] {
  const out = join(directory, `out-${args.length}`);
  mkdirSync(out, { recursive: true });
  const hook = pathToFileURL(join(ROOT, "scripts/lib/child-coverage.mjs"));
  hook.search = new URLSearchParams({ root: directory, out }).toString();
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: ROOT,
    encoding: "utf8",
    env: { ...process.env, NODE_OPTIONS: `--import=${hook.href}` },
  });
  expect(stdout, stderr).toBe("hello you\n");
  return readdirSync(out).flatMap((name) => JSON.parse(readFileSync(join(out, name), "utf8")));
}

test("a child reports the lines that it ran", () => {
  const file = join(directory, "greet.ts");
  writeFileSync(file, GREETING);
  const [script] = measuredChild([file]);
  const lines = executedLines(script as ChildScript);
  expect([...lines]).toEqual(expect.arrayContaining([4, 7, 10]));
  expect(lines.has(5)).toBe(false);
});

test("the wrapper of Ponder's module runner does not shift the first line", () => {
  const wrapper = "'use strict';async (a,b)=>{{";
  const code = "if (a) b(); else c();";
  // Maps column 0 to line 1, column 7 to line 2 and column 17 to line 3 of the original.
  const map = Buffer.from(JSON.stringify({ mappings: "AAAA,OACA,UACA" })).toString("base64");
  const source = `${wrapper}${code}\n//# sourceMappingURL=data:application/json;base64,${map}\n\n}}`;
  const at = (text: string) => source.indexOf(text);
  const functions = [
    {
      ranges: [
        { startOffset: 0, endOffset: source.length, count: 1 },
        { startOffset: at("c()"), endOffset: at("c()") + 4, count: 0 },
      ],
    },
  ];
  expect([...executedLines({ url: "file:///a.ts", source, functions })]).toEqual([1, 2]);
});

test("suites and children add up by line; lines without statements do not count", () => {
  const coverage = new LineCoverage();
  const statementMap = {
    0: { start: { line: 1 } },
    1: { start: { line: 2 } },
    2: { start: { line: 3 } },
  };
  coverage.addFile({ path: "a.ts", statementMap, s: { 0: 1, 1: 0, 2: 0 } });
  coverage.addFile({ path: "a.ts", statementMap, s: { 0: 0, 1: 0, 2: 0 } });
  coverage.addExecutedLines("a.ts", new Set([2, 7]));
  coverage.addExecutedLines("unknown.ts", new Set([1]));
  expect(coverage.summary()).toMatchObject({ covered: 2, lines: 3 });
  expect(coverage.toLcov()).toBe("SF:a.ts\nDA:1,1\nDA:2,1\nDA:3,0\nLF:3\nLH:2\nend_of_record\n");
});

/** Runs the gate on a report of one file of a hundred lines, so many of them hit. */
function coverageGate(hitLines: number) {
  const coverage = join(directory, `gate-${hitLines}`);
  mkdirSync(join(coverage, "unit"), { recursive: true });
  const lines = Array.from({ length: 100 }, (_, at) => at);
  const file = {
    path: join(ROOT, "core", "a.ts"),
    statementMap: Object.fromEntries(lines.map((at) => [at, { start: { line: at + 1 } }])),
    s: Object.fromEntries(lines.map((at) => [at, at < hitLines ? 1 : 0])),
  };
  const report = { [file.path]: file };
  writeFileSync(join(coverage, "unit", "coverage-final.json"), JSON.stringify(report));
  const args = ["scripts/coverage.ts", "--directory", coverage];
  const { status, stdout } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: "utf8" });
  return { status, stdout, lcov: readFileSync(join(coverage, "lcov.info"), "utf8") };
}

test("CI measures line coverage and fails under 85 % [2.86, 2.104, 3.72]", () => {
  const below = coverageGate(84);
  expect(below.status).toBe(1);
  expect(below.stdout).toContain("line coverage 84.0 %");
  expect(coverageGate(85)).toMatchObject({ status: 0, lcov: expect.stringContaining("LH:85") });
  expect(readFileSync(join(ROOT, ".ci/run"), "utf8")).toMatch(/npm test .*--gates/);
});
