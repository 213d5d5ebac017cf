import type { Finding } from "./findings.ts";

const ALLOWANCE = /(?:\/\/|--|\*)\s*money: allow\b(.*)$/;
const SHORTEST_REASON = 10;

/**
 * Takes out the findings that a comment `money: allow, <reason>` on their line or on the line
 * above excuses. A comment without a reason, or that excuses nothing, is itself a finding.
 */
export function applyAllowances(file: string, source: string, findings: Finding[]): Finding[] {
  const left = [...findings];
  source.split("\n").forEach((text, index) => {
    const allowance = ALLOWANCE.exec(text);
    if (allowance === null) return;
    const line = index + 1;
    const reason = (allowance[1] ?? "").replace(/^[\s,:(-]+|[\s)*/]+$/g, "");
    const excused = left.filter((it) => it.line === line || it.line === line + 1);
    if (reason.length < SHORTEST_REASON) {
      left.push({
        file,
        line,
        message: "an allowance needs its reason: // money: allow, <reason>",
      });
    } else if (excused.length === 0) {
      left.push({ file, line, message: "this allowance excuses nothing; remove it" });
    }
    for (const it of excused) left.splice(left.indexOf(it), 1);
  });
  return left.sort((a, b) => a.line - b.line);
}
