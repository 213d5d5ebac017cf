import { readFileSync } from "node:fs";
import { createPool } from "../../core/db/pools.ts";
import { usdPerUnit } from "../../core/valuation/currency.ts";
import type { Deal } from "../../core/valuation/deals/deal.ts";
import { type Outcome, toDeal } from "../../core/valuation/record/outcome.ts";
import { readOutcomes } from "../../core/valuation/record/read-record.ts";
import { PublicRecord } from "../../core/valuation/record/verify-record.ts";
import { fetchRecord } from "./fetch-record.ts";

/**
 * Escrows that settled at arm's length and of which figures were known before, as deals.
 *
 * @param from a database, the address of an API, or a file that `valuation:verify` has saved
 */
export async function readSettledDeals(from: string): Promise<Deal[]> {
  const outcomes = await readFrom(from);
  return outcomes.flatMap((outcome) => toDeal(outcome, usdPerUnit(outcome.currency, {})) ?? []);
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
  const record: unknown = /^https?:\/\//.test(from)
    ? await fetchRecord(from)
    : JSON.parse(readFileSync(from, "utf8"));
  return PublicRecord.parse(record).outcomes;
}
