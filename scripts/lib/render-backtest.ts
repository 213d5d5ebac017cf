import type { SplitReport } from "../../core/valuation/evaluation/random-splits.ts";
import type { Accuracy, Calibration, Report } from "../../core/valuation/evaluation/report.ts";
import type { Bootstrapped } from "../../core/valuation/evaluation/statistics.ts";

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
const ranged = ({ value, low, high }: Bootstrapped) =>
  `${percent(value)} (${percent(low)} to ${percent(high)})`;

/** A backtest as a table in text; intervals in brackets are 95 %. */
export function renderBacktest(title: string, report: Report): string {
  const lines = [
    `\n== ${title} ==`,
    `${report.answered} of ${report.rows} rows answered${refusals(report.refusals)}`,
    row("", "n", "median error", "within 20 %", "10 % / 30 % / 50 %", "bias", "log error"),
    accuracyRow("engine", report.engine),
  ];
  for (const [name, both] of Object.entries(report.baselines)) {
    if (both === undefined) {
      lines.push(`${name}: no row has what it needs`);
      continue;
    }
    lines.push(accuracyRow(name, both.rule), accuracyRow("  engine on these rows", both.engine));
    lines.push(`  ${besideRule(both)}`);
  }
  lines.push(calibrationLine("80 % ranges", report.calibration));
  if (report.categoryRatio !== undefined) {
    lines.push(
      `plain 10 to 90 % range of the category: median high over low ${report.categoryRatio.toFixed(1)}`,
    );
  }
  for (const [category, { accuracy, calibration }] of Object.entries(report.byCategory)) {
    lines.push(accuracyRow(category, accuracy), calibrationLine("  ranges", calibration));
  }
  return lines.join("\n");
}

/** What came of splits at random, in a line. */
export const renderSplits = (report: SplitReport): string =>
  `learned from ${Math.round(100 * report.share)} %, ${report.splits} times: ${percent(report.inside)} of prices in the range; ` +
  `of ${report.groups} categories of 15 rows and more ${report.tooFew} hold too few and ${report.tooMany} too many (exact test, p < 0.01)`;

/** Ratios are told only where the rule misses at all, and is ever near. */
function besideRule({
  rule,
  engine,
  errorRatio,
}: NonNullable<Report["baselines"][string]>): string {
  const share = engine.within20.value / rule.within20.value;
  const error = Number.isFinite(errorRatio.high)
    ? `engine's median error is ${ranged(errorRatio)} of the rule's`
    : "no ratio of errors: the rule's median is 0, or as good as 0";
  const near = Number.isFinite(share)
    ? `within 20 % ${share.toFixed(2)} times as often`
    : "the rule is never within 20 %";
  return `${error}; ${near}`;
}

function accuracyRow(name: string, accuracy: Accuracy): string {
  const { within10, within30, within50 } = accuracy;
  return row(
    name,
    String(accuracy.rows),
    ranged(accuracy.medianError),
    ranged(accuracy.within20),
    [within10, within30, within50].map(percent).join(" / "),
    percent(accuracy.bias),
    accuracy.logError.toFixed(2),
  );
}

function calibrationLine(name: string, calibration: Calibration): string {
  const { inside, rows, share, exact, pValue, medianRatio } = calibration;
  return `${name}: ${inside} of ${rows} inside, ${percent(share)} (exact ${percent(exact.low)} to ${percent(exact.high)}), p = ${pValue.toFixed(3)} against 80 %, median high over low ${medianRatio.toFixed(1)}`;
}

function refusals(counts: Record<string, number>): string {
  const parts = Object.entries(counts).map(([code, count]) => `${count} ${code}`);
  return parts.length === 0 ? "" : `, refused: ${parts.join(", ")}`;
}

function row(...cells: string[]): string {
  const widths = [27, 5, 26, 26, 26, 9, 9];
  return cells
    .map((cell, index) => cell.padEnd(widths[index] ?? 0))
    .join(" ")
    .trimEnd();
}
