import { basename, extname } from "node:path";
import ts from "typescript";
import type { Finding } from "./findings.ts";

const MOST_LINES = 400;
const CODE = new Set([".ts", ".mts", ".mjs", ".cjs", ".sol", ".sql"]);

/** Data that contracts or tools wrote or that was recorded on chain, and the one table of tables. */
const MAY_BE_LONG =
  /^(?:abis\/|devnet\/artifacts\/|ponder\.schema\.ts$|ponder-env\.d\.ts$|client\/schema\.ts$)|\/recorded-[a-z-]+\.ts$/;

/** Contract files carry the contract's own name. */
const NAMED_LIKE_A_CONTRACT = /^(?:src\/[A-Z]\w*\.ts|abis\/(?:.*\/)?[A-Z]\w*\.ts|.*\.sol)$/;
const PASCAL_CASE = /^[A-Z][A-Za-z0-9]*(?:\.[a-z0-9-]+)*$/;
const KEBAB_CASE = /^\.?[a-z0-9]+(?:-[a-z0-9]+)*(?:[._][a-z0-9]+(?:-[a-z0-9]+)*)*$/;

/** The rooms that take what they need as settings; `core/config` is where settings are read. */
const TAKES_SETTINGS = /^(?:src|core|api|workers|journal|guard|devnet|console)\//;
/** Starting a child hands the environment on without reading it. */
const MAY_SEE_ENVIRONMENT = /^core\/config\/|^devnet\/processes\//;
const OWN_HOME = /(?:\/home\/|\/Users\/|[A-Z]:\\Users\\)[A-Za-z][\w.-]*[\\/]/;

/** What house rules say of one file, by its path (relative to the root) and text. */
export function fileMistakes(file: string, text: string): Finding[] {
  const findings: Finding[] = [];
  const add = (message: string, line = 1) => findings.push({ file, line, message });
  const isCode = CODE.has(extname(file));

  const lines = text.split("\n").length - 1;
  if (isCode && lines > MOST_LINES && !MAY_BE_LONG.test(file)) {
    add(`${lines} lines; split it, ${MOST_LINES} at most`);
  }
  const rule = NAMED_LIKE_A_CONTRACT.test(file) ? PASCAL_CASE : KEBAB_CASE;
  if (isCode && !rule.test(basename(file))) {
    add(`name it in ${rule === PASCAL_CASE ? "PascalCase, like the contract" : "kebab-case"}`);
  }
  if (/^src\/.*\.(?:test|spec)\./.test(file)) {
    add("src holds no tests: Ponder's build reads every file of it; use tests/unit");
  }
  if (TAKES_SETTINGS.test(file) && !MAY_SEE_ENVIRONMENT.test(file) && /\.m?[tj]s$/.test(file)) {
    const isTest = /\.test(?:-d)?\.ts$/.test(file);
    if (!isTest)
      for (const line of environmentReads(text)) add("read settings in core/config only", line);
  }
  text.split("\n").forEach((content, index) => {
    if (OWN_HOME.test(content)) add("names a directory of one machine", index + 1);
  });
  return findings;
}

/** Lines on which code, not a comment or text, reads the environment of the process. */
function environmentReads(text: string): number[] {
  const tree = ts.createSourceFile("file.ts", text, ts.ScriptTarget.Latest, true);
  const lines: number[] = [];
  function visit(node: ts.Node): void {
    const isRead =
      (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) &&
      /^(?:globalThis\.)?process(?:\.env|\[["']env["']\])$/.test(node.getText(tree));
    const isImport =
      ts.isImportSpecifier(node) &&
      (node.propertyName ?? node.name).text === "env" &&
      /["'](?:node:)?process["']/.test(node.parent.parent.parent.getText(tree));
    if (isRead || isImport) {
      lines.push(tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1);
    } else ts.forEachChild(node, visit);
  }
  visit(tree);
  return lines;
}
