/**
 * Money never passes through floating point: no parseFloat, no Number() or unary plus on amounts,
 * no float columns, no numeric with a scale. `npm run verify` runs it (req 5.119).
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { reportFindings } from "./lib/findings.ts";
import { isMoneyLinted, moneyMistakesIn } from "./lib/money-in-files.ts";
import { projectFiles, ROOT } from "./lib/project-files.ts";

const linted = projectFiles().filter(isMoneyLinted);
const findings = linted.flatMap((file) =>
  moneyMistakesIn(file, readFileSync(join(ROOT, file), "utf8")),
);
reportFindings(findings, `money: ${linted.length} files, no float touches an amount`);
