import type { Calibration, Report } from "../../core/valuation/evaluation/report.ts";
import { COVERAGE } from "../../core/valuation/model/price-model.ts";

/** One line of the chart: what was tested, and how often prices lay in their ranges. */
type Line = { label: string; calibration: Calibration };

const WIDTH = 760;
const LEFT = 250;
const RIGHT = 130;
const STEP = 34;
const TOP = 44;

/** The lines of the chart, from the reports of a backtest. */
export function coverageLines(reports: {
  leaveOneOut: Report;
  attested: Report;
  claimed: Report;
}): Line[] {
  const { leaveOneOut, attested, claimed } = reports;
  return [
    { label: "public deals, left out one by one", calibration: leaveOneOut.calibration },
    ...Object.entries(leaveOneOut.byCategory).map(([category, { calibration }]) => ({
      label: `of these, ${category}`,
      calibration,
    })),
    { label: "simulated market, attested figures", calibration: attested.calibration },
    { label: "simulated market, claimed figures", calibration: claimed.calibration },
  ];
}

/** Share of prices inside their range with its exact 95 % interval, beside the promise, as SVG. */
export function renderCoverageChart(lines: readonly Line[]): string {
  const x = (share: number) => (LEFT + share * (WIDTH - LEFT - RIGHT)).toFixed(1);
  const height = TOP + STEP * lines.length + 36;
  const bottom = TOP + STEP * lines.length;
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="13" role="img" aria-label="Share of prices inside their range">`,
    `<rect width="${WIDTH}" height="${height}" fill="#fff"/>`,
    `<text x="12" y="22" font-weight="bold">Share of prices inside their 80 % range, with exact 95 % intervals</text>`,
    `<rect x="${x(0.74)}" y="${TOP - 8}" width="${(Number(x(0.86)) - Number(x(0.74))).toFixed(1)}" height="${bottom - TOP + 4}" fill="#e8f1fb"/>`,
    `<line x1="${x(COVERAGE)}" x2="${x(COVERAGE)}" y1="${TOP - 8}" y2="${bottom - 4}" stroke="#2563eb" stroke-dasharray="4 3"/>`,
  ];
  for (const share of [0, 0.2, 0.4, 0.6, 0.8, 1]) {
    parts.push(
      `<text x="${x(share)}" y="${bottom + 16}" text-anchor="middle" fill="#555">${100 * share} %</text>`,
    );
  }
  lines.forEach(({ label, calibration }, index) => {
    const y = TOP + STEP * index + 8;
    const { share, exact, inside, rows } = calibration;
    parts.push(
      `<text x="12" y="${y + 4}">${label}</text>`,
      `<line x1="${x(exact.low)}" x2="${x(exact.high)}" y1="${y}" y2="${y}" stroke="#334155" stroke-width="2"/>`,
      `<circle cx="${x(share)}" cy="${y}" r="5" fill="#0f172a"/>`,
      `<text x="${WIDTH - RIGHT + 14}" y="${y + 4}">${inside} of ${rows}</text>`,
    );
  });
  return `${parts.join("\n")}\n</svg>\n`;
}
