import type { Finding } from "./findings.ts";

const FLOAT_TYPE = /\b(?:real|double\s+precision|float(?:4|8)?|money)\b/gi;
const DECIMAL_TYPE = /\b(?:numeric|decimal)\b(?:\s*\(\s*\d+\s*(?:,\s*(\d+)\s*)?\))?/gi;

/** Blanks out comments and quoted text and names, keeping every offset. */
function codeOnly(sql: string): string {
  const blank = (text: string) => text.replace(/[^\n]/g, " ");
  return sql.replace(/--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"(?:[^"]|"")*"/g, blank);
}

/**
 * Column types that cannot hold money exactly: floats, `money`, and `numeric` that is not
 * declared with scale 0 (base units are integers).
 * @param firstLine line of the file on which the text starts, counted from 1
 */
export function moneyMistakesInSql(file: string, sql: string, firstLine = 1): Finding[] {
  const code = codeOnly(sql);
  const lineAt = (offset: number) => firstLine + code.slice(0, offset).split("\n").length - 1;
  const findings: Finding[] = [];
  for (const match of code.matchAll(FLOAT_TYPE)) {
    findings.push({
      file,
      line: lineAt(match.index),
      message: `${match[0].toLowerCase()} rounds; use numeric(78,0) for money, bigint for counts`,
    });
  }
  for (const match of code.matchAll(DECIMAL_TYPE)) {
    const isInteger = match[0].includes("(") && (match[1] ?? "0") === "0";
    if (isInteger) continue;
    findings.push({
      file,
      line: lineAt(match.index),
      message: `${match[0].toLowerCase()} may hold fractions; base units are numeric(78,0)`,
    });
  }
  return findings.sort((a, b) => a.line - b.line);
}
