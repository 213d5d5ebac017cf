import { parse } from "csv-parse/sync";
import { normaliseCategory } from "../category.ts";
import type { Rates } from "../currency.ts";
import { toUsd } from "../currency.ts";
import {
  EVIDENCE_GRADES,
  type EvidenceGrade,
  type Figures,
  isPlausible,
  METRICS,
  type MetricName,
  MONEY_METRICS,
} from "../metric.ts";
import type { Deal, RejectedRow } from "./deal.ts";

/** Deals above this are another market (data note of docs/valuation.md); below 1 dollar, a mistake. */
const LARGEST_DEAL_USD = 1e9;
const SMALLEST_DEAL_USD = 1;

/** Metrics by the column that carries them; two columns can carry yearly recurring revenue. */
const COLUMN_OF: Record<MetricName, string> = {
  recurringRevenue: "arr_usd",
  revenue: "ttm_revenue_usd",
  profit: "ttm_profit_usd",
  ageYears: "age_years",
  monthlyVisitors: "monthly_visitors",
  customers: "users_or_customers",
  growthPercent: "growth_pct_yoy",
  churnPercent: "churn_monthly_pct",
  teamSize: "team_size",
};
const MONTHLY_RECURRING = "mrr_usd";

type Cell = Record<string, string | undefined>;

/** What a file of deals holds: the deals, and each row that was left out with its reason. */
export type ParsedDeals = { deals: Deal[]; rejected: RejectedRow[] };

/**
 * Reads deals from CSV with the header of `data/comparables.csv`. Columns may be missing, in any
 * order, or more than known; a cell that is no plausible figure counts as empty. A row without a
 * usable price is left out with its reason, never guessed.
 *
 * @param rates US dollars for one unit, for a `currency` column or amounts with a currency in them
 * @throws when the text is no CSV or lacks the column of the price
 */
export function parseDeals(text: string, rates: Rates = {}): ParsedDeals {
  const rows: Cell[] = parse(text, {
    columns: (header: string[]) => header.map((name) => name.trim().toLowerCase()),
    bom: true,
    skip_empty_lines: true,
    relax_column_count: true,
    relax_quotes: true,
    trim: true,
  });
  const [first] = rows;
  if (first !== undefined && !("sold_price_usd" in first)) {
    throw new Error("the file of deals needs a header with the column sold_price_usd");
  }
  const deals: Deal[] = [];
  const rejected: RejectedRow[] = [];
  const seen = new Set<string>();
  rows.forEach((row, index) => {
    const line = index + 2;
    const id = row.id || `line-${line}`;
    const deal = toDeal(id, row, rates);
    if (typeof deal === "string") rejected.push({ line, id, reason: deal });
    else if (seen.has(id)) rejected.push({ line, id, reason: "the id occurs twice" });
    else {
      seen.add(id);
      deals.push(deal);
    }
  });
  return { deals, rejected };
}

function toDeal(id: string, row: Cell, rates: Rates): Deal | string {
  const kind = (row.price_kind ?? "sold").toLowerCase();
  if (kind !== "sold" && kind !== "asking") return "price_kind is neither sold nor asking";
  const currency = row.currency || "USD";
  const usd = readMoney(row.sold_price_usd, currency, rates);
  if (usd === undefined) return "no price that can be read in US dollars";
  if (usd < SMALLEST_DEAL_USD || usd > LARGEST_DEAL_USD) return "the price is out of all bounds";
  const year = readNumber(row.sale_year);
  const month = readNumber(row.sale_month);
  return {
    id,
    kind,
    category: normaliseCategory(row.category ?? ""),
    usd,
    year: year === undefined || year < 1995 || year > 2100 ? undefined : year + monthShare(month),
    figures: readFigures(row, currency, rates),
    grade: readGrade(row.evidence_grade),
    venue: normaliseCategory(row.venue ?? ""),
    source: row.source_url ?? "",
    askedUsd: readMoney(row.asked_price_usd, currency, rates),
  };
}

/** The middle of the month as a part of the year; the middle of the year when it is not known. */
function monthShare(month: number | undefined): number {
  return month === undefined || month < 1 || month > 12 ? 0.5 : (month - 0.5) / 12;
}

function readFigures(row: Cell, currency: string, rates: Rates): Figures {
  const derived = new Set((row.derived_columns ?? "").split(/[\s;]+/));
  const figures: Figures = {};
  const take = (metric: MetricName, value: number | undefined) => {
    if (value !== undefined && isPlausible(metric, value)) figures[metric] = value;
  };
  for (const metric of METRICS) {
    const column = COLUMN_OF[metric];
    if (derived.has(column)) continue;
    const read = MONEY_METRICS.has(metric)
      ? readMoney(row[column], currency, rates)
      : readNumber(row[column]);
    take(metric, read);
  }
  if (figures.recurringRevenue === undefined && !derived.has(MONTHLY_RECURRING)) {
    const monthly = readMoney(row[MONTHLY_RECURRING], currency, rates);
    take("recurringRevenue", monthly === undefined ? undefined : monthly * 12);
  }
  return figures;
}

function readGrade(text: string | undefined): EvidenceGrade {
  return EVIDENCE_GRADES.find((grade) => grade === text?.toLowerCase()) ?? "claimed";
}

/** A plain number, with thousands separators allowed; undefined for everything else. */
function readNumber(text: string | undefined): number | undefined {
  const plain = text?.replaceAll(/[,\s_]/g, "");
  if (plain === undefined || !/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,2})?$/i.test(plain)) {
    return undefined;
  }
  const value = Number(plain);
  return Number.isFinite(value) ? value : undefined;
}

const SYMBOLS: Record<string, string> = { $: "USD", "€": "EUR", "£": "GBP" };

/** Money in a cell, in US dollars: `1200`, `$1,200`, `EUR 900`, `900 €`. */
function readMoney(text: string | undefined, currency: string, rates: Rates): number | undefined {
  if (text === undefined || text === "") return undefined;
  const [symbol] = text.match(/[$€£]|[A-Z]{3,5}/i) ?? [];
  const code = symbol === undefined ? currency : (SYMBOLS[symbol] ?? symbol);
  const value = readNumber(symbol === undefined ? text : text.replace(symbol, ""));
  return value === undefined ? undefined : toUsd(value, code, rates);
}
