import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseCsv } from "../../../scripts/lib/csv.ts";
import {
  claimedIds,
  type Requirement,
  traceRequirements,
} from "../../../scripts/lib/requirement-trace.ts";
import { parseSuiteReport, type ReportedTest } from "../../../scripts/lib/test-reports.ts";
import { testSourceAt } from "../../../scripts/lib/test-source.ts";

const row = (id: string): Requirement => ({ id, item: "item", where: "API", check: "check" });
const reported = (title: string, outcome: ReportedTest["outcome"] = "passed"): ReportedTest => ({
  suite: "unit",
  file: "a.test.ts",
  title,
  fullName: title,
  outcome,
  line: 1,
});
const rows = [row("1.1"), row("1.2"), row("2.1")];
const none = new Map<string, string>();

describe("requirement trace", () => {
  test("ids stand in brackets at the end of the title", () => {
    expect(claimedIds("listing 0 is kept [1.27]")).toEqual(["1.27"]);
    expect(claimedIds("both [1.27, 3.4]")).toEqual(["1.27", "3.4"]);
    expect(claimedIds("[1.27] in front proves nothing")).toEqual([]);
    expect(claimedIds("an array [1, 2]")).toEqual([]);
  });

  test("a passing test proves its rows; failed and skipped tests prove nothing", () => {
    const tests = [
      reported("a [1.1]"),
      reported("b [1.2]", "failed"),
      reported("c [2.1]", "skipped"),
    ];
    const trace = traceRequirements(rows, none, tests);
    expect(trace.mistakes).toEqual([]);
    expect(trace.parts).toEqual([
      { part: "1", proved: 1, open: 1, notApplicable: 0 },
      { part: "2", proved: 0, open: 1, notApplicable: 0 },
    ]);
  });

  test("an unknown id, too many ids and a row that does not apply are mistakes", () => {
    const tests = [reported("a [9.9]"), reported("b [1.1, 1.2, 2.1, 1.1]"), reported("c [2.1]")];
    const { mistakes } = traceRequirements(rows, new Map([["2.1", "reason"]]), tests);
    expect(mistakes).toEqual([
      expect.stringContaining("9.9, which is no requirement"),
      expect.stringContaining("4 ids"),
      expect.stringContaining("said not to apply"),
      expect.stringContaining("said not to apply"),
    ]);
  });

  test("ids that do not count are a mistake, wherever they stand", () => {
    const titles = ["a [1.1] (AU-2)", "b [1.1][1.2]", "[1.1] c"];
    const { mistakes } = traceRequirements(
      rows,
      none,
      titles.map((title) => reported(title)),
    );
    expect(mistakes).toEqual(titles.map(() => expect.stringContaining("count for nothing")));
  });

  test("the committed list has every row once, and a reason for each that does not apply", () => {
    const read = (name: string) => parseCsv(readFileSync(`docs/${name}`, "utf8"));
    const ids = read("requirements.csv").map(({ id }) => id);
    const counts = ["1", "2", "3", "4", "5"].map(
      (part) => ids.filter((id) => id?.startsWith(`${part}.`)).length,
    );
    expect(counts).toEqual([71, 126, 97, 59, 164]);
    expect(new Set(ids).size).toBe(517);
    const left = read("requirements-not-applicable.csv");
    expect(left).toHaveLength(23);
    expect(left.every(({ id, reason }) => ids.includes(id) && (reason?.length ?? 0) > 10)).toBe(
      true,
    );
  });
});

test("CSV keeps commas, quotes and line breaks inside quoted fields", () => {
  expect(parseCsv('a,b\n"x, ""y""","1\n2"\n,3\n')).toEqual([
    { a: 'x, "y"', b: "1\n2" },
    { a: "", b: "3" },
  ]);
  expect(() => parseCsv("a,b\n1\n")).toThrow("row 2 has 1 fields");
});

test("a report tells a test file that never ran from one whose tests failed", () => {
  const report = parseSuiteReport(
    "unit",
    JSON.stringify({
      testResults: [
        { name: "a.test.ts", status: "failed", message: "syntax", assertionResults: [] },
        {
          name: "b.test.ts",
          status: "failed",
          message: "",
          assertionResults: [
            { title: "x", fullName: "x", status: "failed", location: { line: 4, column: 1 } },
            { title: "y", fullName: "y", status: "todo" },
          ],
        },
      ],
    }),
  );
  expect(report.brokenFiles).toMatchObject([{ message: "syntax" }]);
  expect(report.tests.map(({ outcome, line }) => [outcome, line])).toEqual([
    ["failed", 4],
    ["skipped", undefined],
  ]);
});

test("the source of a test is the call that holds its line", () => {
  const source = `describe("d", () => {\n  test("x", () => {\n    expect(1).toBe(1);\n  });\n});`;
  expect(testSourceAt(source, 2)).toMatch(/^test\("x"[\s\S]*\}\);$/);
});
