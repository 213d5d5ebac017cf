import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { projectFiles } from "../../../scripts/lib/project-files.ts";

const ROOT = join(import.meta.dirname, "../../..");

/** What others build on: the client, what processes share, and the rules of the contracts. */
const ROOMS = /^(client|core|src\/protocol)\/.*\.ts$/;
const LEFT_OUT = /(\.test\.ts|^client\/schema\.ts)$/;

/** Names of functions and classes that a file exports, and whether each has a comment of its own. */
function exportsOf(path: string, text: string): { name: string; isDocumented: boolean }[] {
  const found: { name: string; isDocumented: boolean }[] = [];
  ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true).forEachChild((node) => {
    if (!ts.isFunctionDeclaration(node) && !ts.isClassDeclaration(node)) return;
    const isExported = node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (isExported !== true) return;
    const isDocumented = ts.getJSDocCommentsAndTags(node).length > 0;
    found.push({ name: `${path}: ${node.name?.text}`, isDocumented });
  });
  return found;
}

test("every function and class that others may call says what it does [2.110]", () => {
  const paths = projectFiles(ROOT).filter((path) => ROOMS.test(path) && !LEFT_OUT.test(path));
  const found = paths.flatMap((path) => exportsOf(path, readFileSync(join(ROOT, path), "utf8")));
  expect(found.length).toBeGreaterThan(150);
  expect(found.filter(({ isDocumented }) => !isDocumented).map(({ name }) => name)).toEqual([]);
});

test("an export without a comment is found", () => {
  const text = "/** Said. */\nexport function said() {}\nexport function unsaid() {}\nclass Own {}";
  expect(exportsOf("a.ts", text)).toEqual([
    { name: "a.ts: said", isDocumented: true },
    { name: "a.ts: unsaid", isDocumented: false },
  ]);
});
