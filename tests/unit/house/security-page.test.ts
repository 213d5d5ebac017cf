import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT } from "../../../scripts/lib/project-files.ts";

const PAGE = readFileSync(join(ROOT, "docs/security.md"), "utf8");

/** Where the page means a test file that it names without its folder. */
const FOLDERS = ["tests/integration", "tests/unit/uploads", "core/identity", ""];

/** `file.test.ts` with what it is said to prove: checks in brackets behind it. */
function claimsOf(text: string): { file: string; checks: string[] }[] {
  const found = text.matchAll(/`([\w./-]+\.test\.ts)`(?:\s*\(([^)]*)\))?/g);
  return [...found].map(([, file = "", proof = ""]) => ({ file, checks: checksOf(proof) }));
}

/** Checks by name, of which `SS-1 to SS-3` are three. */
function checksOf(text: string): string[] {
  const ranges = text.matchAll(/([A-Z]{2})-(\d+)(?: to [A-Z]{2}-(\d+))?/g);
  return [...ranges].flatMap(([, kind, first, last = first]) =>
    Array.from(
      { length: Number(last) - Number(first) + 1 },
      (_, index) => `${kind}-${Number(first) + index}`,
    ),
  );
}

const pathOf = (file: string) =>
  FOLDERS.map((folder) => join(folder, file)).find((path) => existsSync(join(ROOT, path)));

/** Titles of the tests of a file, and of the groups around them. */
const titlesOf = (path: string) =>
  [
    ...readFileSync(join(ROOT, path), "utf8").matchAll(
      /\b(?:test|describe)(?:\.\w+)*\b[^"`]*?["`]([^"`]+)["`]/g,
    ),
  ]
    .map(([, title]) => title)
    .join("\n");

/** What is claimed and nothing shows. */
function unfounded(text: string): string[] {
  const claims = claimsOf(text);
  return claims.flatMap(({ file, checks }) => {
    const path = pathOf(file);
    if (path === undefined) return [`${file} does not exist`];
    const titles = titlesOf(path);
    return checks
      .filter((check) => !new RegExp(`\\b${check}\\b`).test(titles))
      .map((check) => `no test of ${file} names ${check}`);
  });
}

describe("docs/security.md", () => {
  test("names tests that exist and say themselves what the page says of them", () => {
    expect(claimsOf(PAGE).length).toBeGreaterThan(30);
    const ranges = PAGE.replaceAll(/\n\s*/g, " ");
    expect(unfounded(ranges)).toEqual([]);
  });

  test("goes through the ten risks of OWASP in order, each with a test of its own", () => {
    const rows = [...PAGE.matchAll(/^\| API(\d+) [^|]+\|([^|]+)\|([^|]+)\|$/gm)];
    expect(rows.map(([, number]) => Number(number))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    for (const [, number, defence = "", proof = ""] of rows) {
      expect(defence.trim().length, `API${number}`).toBeGreaterThan(10);
      expect(claimsOf(proof).length, `API${number}`).toBeGreaterThan(0);
    }
  });

  test("would be found out if it named what is not there", () => {
    expect(unfounded("`gone.test.ts`")).toEqual(["gone.test.ts does not exist"]);
    expect(unfounded("`api-keys.test.ts` (AU-8, IX-3)")).toEqual([
      "no test of api-keys.test.ts names IX-3",
    ]);
  });
});
