import type { Finding } from "./findings.ts";
import { applyAllowances } from "./money-allowances.ts";
import { moneyMistakesInSql } from "./money-in-sql.ts";
import { moneyMistakesInTypeScript } from "./money-in-typescript.ts";

/** What contracts declare is not ours to lint; the lint and its tests name its own comments. */
const NOT_LINTED =
  /^(?:abis|devnet\/artifacts|tests\/unit\/house)\/|^scripts\/lib\/money-|\.d\.ts$/;

/** Whether the lint looks at the file. */
export const isMoneyLinted = (file: string) =>
  /\.(?:m?ts|sql)$/.test(file) && !NOT_LINTED.test(file);

/** Every place of a file where money may lose its exactness and no comment allows it. */
export function moneyMistakesIn(file: string, source: string): Finding[] {
  const mistakes = file.endsWith(".sql")
    ? moneyMistakesInSql(file, source)
    : moneyMistakesInTypeScript(file, source);
  return applyAllowances(file, source, mistakes);
}
