import { readFileSync } from "node:fs";
import type { Snapshot } from "../../db/consistent-read.ts";
import { type Rates, usdPerUnit } from "../currency.ts";
import { toDeal } from "../record/outcome.ts";
import { readOutcomes, recordIn } from "../record/read-record.ts";
import type { Deal } from "./deal.ts";
import { latestSales } from "./latest-sales.ts";
import { parseDeals } from "./parse-deals.ts";

/** The published deals that every installation begins with. */
const SEED_FILE = new URL("../../../data/comparables.csv", import.meta.url);

/**
 * The published deals, sold ones only. Reads a file of the project: once in a process, never for each
 * estimate.
 *
 * @param rates US dollars for other currencies that prices may be in
 */
export function readSeedDeals(rates: Rates = {}): Deal[] {
  const { deals } = parseDeals(readFileSync(SEED_FILE, "utf8"), rates);
  return deals.filter(({ kind }) => kind === "sold");
}

/**
 * Escrows of this marketplace that settled at arm's length and of which figures were known before, as
 * deals, each business by its latest sale; same-party, refunded and disputed ones are none
 * (`exclusionOf`).
 *
 * @param rates US dollars for tokens that are not worth one dollar; deals without a rate are left out
 */
export async function findSettledDeals(
  snapshot: Pick<Snapshot, "app">,
  rates: Rates,
): Promise<Deal[]> {
  const outcomes = await readOutcomes(recordIn(snapshot), {});
  return latestSales(
    outcomes.flatMap((outcome) => toDeal(outcome, usdPerUnit(outcome.currency, rates)) ?? []),
  );
}

/** How many escrows `findSettledDeals` would have to look at: settled at arm's length, figures known. */
export async function countSettledSales(snapshot: Pick<Snapshot, "app">): Promise<number> {
  const { rows } = await recordIn(snapshot).query<{ count: number }>(
    `SELECT count(*)::integer AS count FROM app.estimate_outcome
     WHERE excluded_because IS NULL AND deal IS NOT NULL`,
  );
  return rows[0]?.count ?? 0;
}
