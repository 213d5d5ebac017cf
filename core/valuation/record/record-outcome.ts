import { formatUnits } from "viem";
import { publicId } from "../../../src/protocol/ids.ts";
import { ADVISORY_LOCKS } from "../../db/advisory-locks.ts";
import type { Statements } from "../../jobs/add-job.ts";
import type { ListingDocument } from "../../listing-metadata/document.ts";
import type { ClosedEscrow } from "../../queries/escrow-closures.ts";
import { type Rates, usdPerUnit } from "../currency.ts";
import type { Deal } from "../deals/deal.ts";
import { evidenceOf, subjectOf, ValuationInput } from "../pipeline/input.ts";
import { type Subject, takeIn } from "../subject.ts";
import { exclusionOf, type KnownDeal, type Outcome } from "./outcome.ts";
import { readEntriesOf, readOutcomes, readRecordHead } from "./read-record.ts";
import { dealsKnownBefore, naivePrices, scoredEntry } from "./score.ts";

/**
 * Writes down how an escrow ended, with the estimate that it scores, in the caller's transaction; once
 * for each escrow, however often it is asked. Only for escrows whose end is final.
 *
 * @param seed the published deals, of which rules of thumb learn
 * @param rates US dollars for other currencies, as far as the estimate has not kept its own
 * @returns whether it was new
 */
export async function recordOutcome(
  transaction: Statements,
  closed: ClosedEscrow,
  seed: readonly Deal[],
  rates: Rates,
): Promise<boolean> {
  // One after the other, so that the numbers of outcomes say which of them was known to which.
  await transaction.query("SELECT pg_advisory_xact_lock($1)", [ADVISORY_LOCKS.outcomes]);
  const { rows } = await transaction.query(
    "SELECT FROM app.estimate_outcome WHERE chain_id = $1 AND contract = $2 AND escrow_id = $3",
    [closed.chainId, closed.contract, closed.escrowId],
  );
  if (rows.length > 0) return false;
  const outcome = await toOutcome(transaction, closed, rates);
  const known = dealsKnownBefore(seed, await readOutcomes(transaction, {}), outcome.agreedBlock);
  await transaction.query(
    `INSERT INTO app.estimate_outcome (chain_id, contract, escrow_id, marketplace, listing_id, state,
       currency, decimals, sold_units, asked_units, agreed_block, agreed_at, settled_block, settled_at,
       excluded_because, record_end, sequence, deal, naive)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
    [
      ...[closed.chainId, closed.contract, closed.escrowId, closed.marketplace, closed.listingId],
      ...[closed.state, closed.currency, closed.decimals, closed.amountUnits, closed.askedUnits],
      ...[closed.agreedBlock, closed.agreedAt, closed.settledBlock, closed.settledAt],
      ...[outcome.excludedBecause, outcome.recordEnd, outcome.sequence],
      ...[
        outcome.deal && JSON.stringify(outcome.deal),
        JSON.stringify(naivePrices(known, outcome)),
      ],
    ],
  );
  return true;
}

async function toOutcome(
  db: Statements,
  closed: ClosedEscrow,
  rates: Rates,
): Promise<Omit<Outcome, "naive">> {
  const { chainId, contract, escrowId, marketplace, listingId, decimals } = closed;
  const { sequence: recordEnd } = await readRecordHead(db);
  const moment = (seconds: bigint) => new Date(Number(seconds) * 1_000).toISOString();
  const settled = {
    escrowId: publicId(chainId, contract, escrowId),
    listingId: publicId(chainId, marketplace, listingId),
    state: closed.state,
    currency: closed.currency,
    soldFor: formatUnits(closed.amountUnits, decimals),
    askedFor: closed.askedUnits === null ? null : formatUnits(closed.askedUnits, decimals),
    agreedBlock: Number(closed.agreedBlock),
    agreedAt: moment(closed.agreedAt),
    settledBlock: Number(closed.settledBlock),
    settledAt: moment(closed.settledAt),
    excludedBecause: exclusionOf(closed),
    recordEnd,
  };
  const scored = scoredEntry(await readEntriesOf(db, closed), settled);
  const deal =
    scored === undefined
      ? await dealFromDocument(db, closed, rates)
      : await dealFromInput(db, scored.estimate.valuationId, rates);
  return { ...settled, sequence: scored?.sequence ?? null, deal: deal ?? null };
}

/** What the scored estimate was made from, in dollars by the rate that it used. */
async function dealFromInput(
  db: Statements,
  valuationId: string,
  rates: Rates,
): Promise<KnownDeal | undefined> {
  const { rows } = await db.query<{ input: unknown }>(
    "SELECT input FROM app.valuation WHERE valuation_id = $1",
    [valuationId],
  );
  const input = ValuationInput.safeParse(rows[0]?.input).data;
  if (input === undefined) return undefined;
  const { currency, usdPerUnit: usd, at } = input;
  return toKnownDeal(
    subjectOf(input),
    usd === undefined ? rates : { [currency.trim().toUpperCase()]: { usd, asOf: at } },
  );
}

/** What the seller had published before the price was known, where nothing was estimated. */
async function dealFromDocument(
  db: Statements,
  { chainId, marketplace, listingId, agreedBlock, agreedAt, currency }: ClosedEscrow,
  rates: Rates,
): Promise<KnownDeal | undefined> {
  const { rows } = await db.query<{ document: ListingDocument }>(
    `SELECT document FROM app.listing_metadata
     WHERE chain_id = $1 AND contract = $2 AND listing_id = $3 AND block_number < $4
     ORDER BY version DESC LIMIT 1`,
    [chainId, marketplace, listingId, agreedBlock],
  );
  const document = rows[0]?.document;
  if (document === undefined) return undefined;
  const at = new Date(Number(agreedAt) * 1_000);
  // Without a rate the figures are still worth keeping: a rate may be told later.
  const money = usdPerUnit(currency, rates) === undefined ? "USD" : currency;
  const { metrics } = evidenceOf(document, { currency: money, rates, at });
  const { category } = document;
  return toKnownDeal({ category, currency: money, at: at.toISOString(), metrics }, rates);
}

/** Figures in US dollars; undefined where nothing is known that a price could rest on. */
function toKnownDeal(subject: Subject, rates: Rates): KnownDeal | undefined {
  const intake = takeIn(subject, rates);
  if (Array.isArray(intake)) return undefined;
  const { category, grade, figures, usdPerUnit: usd } = intake;
  return { category, grade, figures, ...(usd === 1 ? {} : { usdPerUnit: usd }) };
}
