import { createPool } from "../../core/db/pools.ts";
import { usdPerUnit } from "../../core/valuation/currency.ts";
import type { Deal } from "../../core/valuation/deals/deal.ts";
import { latestSales } from "../../core/valuation/deals/latest-sales.ts";
import { type Outcome, toDeal } from "../../core/valuation/record/outcome.ts";
import { readOutcomes } from "../../core/valuation/record/read-record.ts";
import { PublicRecord } from "../../core/valuation/record/verify-record.ts";
import { fetchRecord } from "./fetch-record.ts";
import { readInputFile, withFile } from "./read-input-file.ts";

const AS_SAVED = "give a file that valuation:verify has saved, a database or the address of an API";

/**
 * Escrows that settled at arm's length and of which figures were known before, as deals: each business
 * by its latest sale, for the tests of a backtest count rows that have nothing to do with each other.
 *
 * @param from a database, the address of an API, or a file that `valuation:verify` has saved
 */
export async function readSettledDeals(from: string): Promise<{ deals: Deal[]; sales: number }> {
  const outcomes = await readFrom(from);
  const sales = outcomes.flatMap(
    (outcome) => toDeal(outcome, usdPerUnit(outcome.currency, {})) ?? [],
  );
  return { deals: latestSales(sales), sales: sales.length };
}

async function readFrom(from: string): Promise<readonly Outcome[]> {
  if (/^postgres(?:ql)?:\/\//.test(from)) {
    const pool = createPool(from, "reads", {
      max: 1,
      processName: "valyra_backtest",
      onIdleError: () => undefined,
    });
    return readOutcomes(pool, {}).finally(() => pool.end());
  }
  const record: unknown = /^https?:\/\//.test(from) ? await fetchRecord(from) : readSaved(from);
  const parsed = PublicRecord.safeParse(record);
  if (!parsed.success) throw new Error(`${from}: this is no record; ${AS_SAVED}`);
  return parsed.data.outcomes;
}

function readSaved(path: string): unknown {
  const text = readInputFile(path);
  return withFile(path, AS_SAVED, () => JSON.parse(text));
}
