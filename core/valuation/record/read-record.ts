import type { Kysely } from "kysely";
import { formatUnits } from "viem";
import { publicId } from "../../../src/protocol/ids.ts";
import type { Snapshot } from "../../db/consistent-read.ts";
import { statementsOf } from "../../db/statements-of.ts";
import type { Statements } from "../../jobs/add-job.ts";
import { FrozenEstimate, type RecordEntry } from "./frozen-estimate.ts";
import { KnownDeal, type Outcome } from "./outcome.ts";

/** Where the record ends. */
export type RecordHead = { sequence: number; hash: string };

/** A day that is over, with what became of its root. */
export type SealedDay = {
  day: string;
  root: string;
  entries: number;
  lastSequence: number;
  anchorState: "ready" | "anchored";
  anchorTxHash: string | null;
  anchorBlock: number | null;
};

/** Which part of a list is wanted: what comes after a number, so many at most. */
export type RecordPage = { after?: number | undefined; limit?: number | undefined };

/** No page: everything. */
const ALL = 2_147_483_647;

/** The record as a snapshot sees it, for what is read below. */
export function recordIn({ app }: Pick<Snapshot, "app">): Statements {
  // Its type allows built queries only; those of this file read, and its transaction is read-only.
  return statementsOf(app as unknown as Pick<Kysely<never>, "executeQuery">);
}

/** The newest entry of the record; sequence 0 before the first. */
export async function readRecordHead(db: Statements): Promise<RecordHead> {
  const { rows } = await db.query<{ sequence: bigint; hash: string }>(
    "SELECT last_sequence AS sequence, last_hash AS hash FROM app.estimate_record_head",
  );
  const [head] = rows;
  if (head === undefined) throw new Error("the record of estimates has no head");
  return { sequence: Number(head.sequence), hash: head.hash };
}

type EntryRow = {
  sequence: bigint;
  content: string;
  recordedAt: Date;
  previousHash: string;
  hash: string;
};

const ENTRY_COLUMNS = `sequence, content, recorded_at AS "recordedAt", previous_hash AS "previousHash", hash`;

/** Entries of the record in their order. */
export async function readEntries(
  db: Statements,
  { after = 0, limit = ALL }: RecordPage,
): Promise<RecordEntry[]> {
  const { rows } = await db.query<EntryRow>(
    `SELECT ${ENTRY_COLUMNS} FROM app.estimate_record WHERE sequence > $1 ORDER BY sequence LIMIT $2`,
    [after, limit],
  );
  return rows.map(toEntry);
}

/** Entries about one listing in their order. */
export async function readEntriesOf(
  db: Statements,
  { chainId, marketplace, listingId }: { chainId: number; marketplace: string; listingId: bigint },
): Promise<RecordEntry[]> {
  const { rows } = await db.query<EntryRow>(
    `SELECT ${ENTRY_COLUMNS} FROM app.estimate_record
     WHERE chain_id = $1 AND contract = $2 AND listing_id = $3 ORDER BY sequence`,
    [chainId, marketplace, listingId],
  );
  return rows.map(toEntry);
}

/** The entry of a valuation; undefined where it is not in the record. */
export async function findEntry(
  db: Statements,
  valuationId: string,
): Promise<RecordEntry | undefined> {
  const { rows } = await db.query<EntryRow>(
    `SELECT ${ENTRY_COLUMNS} FROM app.estimate_record WHERE valuation_id = $1`,
    [valuationId],
  );
  return rows[0] && toEntry(rows[0]);
}

/** Hashes of the entries that were added on a day (UTC), in their order. */
export async function readDayHashes(db: Statements, day: string): Promise<string[]> {
  const { rows } = await db.query<{ hash: string }>(
    `SELECT hash FROM app.estimate_record
     WHERE recorded_at >= $1::date::timestamp AT TIME ZONE 'UTC'
       AND recorded_at < ($1::date + 1)::timestamp AT TIME ZONE 'UTC'
     ORDER BY sequence`,
    [day],
  );
  return rows.map(({ hash }) => hash);
}

const DAY_COLUMNS = `day::text AS day, root, entries, last_sequence::integer AS "lastSequence",
  anchor_state AS "anchorState", anchor_tx_hash AS "anchorTxHash", anchor_block::integer AS "anchorBlock"`;

/**
 * Days that are over, oldest first.
 *
 * @param after only days after this one, `YYYY-MM-DD`
 */
export async function readDays(
  db: Statements,
  { after, limit = ALL }: { after?: string | undefined; limit?: number | undefined },
): Promise<SealedDay[]> {
  const { rows } = await db.query<SealedDay>(
    `SELECT ${DAY_COLUMNS} FROM app.estimate_day
     WHERE day > coalesce($1::date, '-infinity') ORDER BY day LIMIT $2`,
    [after ?? null, limit],
  );
  return rows;
}

/** A day that is over; undefined while it is not. */
export async function findDay(db: Statements, day: string): Promise<SealedDay | undefined> {
  const { rows } = await db.query<SealedDay>(
    `SELECT ${DAY_COLUMNS} FROM app.estimate_day WHERE day = $1::date`,
    [day],
  );
  return rows[0];
}

type OutcomeRow = {
  outcomeId: bigint;
  chainId: number;
  contract: string;
  escrowId: bigint;
  marketplace: string;
  listingId: bigint;
  state: Outcome["state"];
  currency: string;
  decimals: number;
  soldUnits: bigint;
  askedUnits: bigint | null;
  agreedBlock: bigint;
  agreedAt: bigint;
  settledBlock: bigint;
  settledAt: bigint;
  excludedBecause: Outcome["excludedBecause"];
  recordEnd: bigint;
  sequence: bigint | null;
  deal: unknown;
  naive: Record<string, string>;
};

/** An outcome with the number by which the next page goes on. */
export type NumberedOutcome = Outcome & { outcomeId: number };

/** Closed escrows in the order in which they were written down. */
export async function readOutcomes(
  db: Statements,
  { after = 0, limit = ALL }: RecordPage,
): Promise<NumberedOutcome[]> {
  const { rows } = await db.query<OutcomeRow>(
    `SELECT outcome_id AS "outcomeId", chain_id AS "chainId", contract, escrow_id AS "escrowId",
       marketplace, listing_id AS "listingId", state, currency, decimals, sold_units AS "soldUnits",
       asked_units AS "askedUnits", agreed_block AS "agreedBlock", agreed_at AS "agreedAt",
       settled_block AS "settledBlock", settled_at AS "settledAt",
       excluded_because AS "excludedBecause", record_end AS "recordEnd", sequence, deal, naive
     FROM app.estimate_outcome WHERE outcome_id > $1 ORDER BY outcome_id LIMIT $2`,
    [after, limit],
  );
  return rows.map(toOutcome);
}

function toEntry({ sequence, content, recordedAt, previousHash, hash }: EntryRow): RecordEntry {
  return {
    sequence: Number(sequence),
    previousHash,
    recordedAt: recordedAt.toISOString(),
    estimate: FrozenEstimate.parse(JSON.parse(content)),
    hash,
  };
}

function toOutcome(row: OutcomeRow): NumberedOutcome {
  const amount = (units: bigint) => formatUnits(units, row.decimals);
  const moment = (seconds: bigint) => new Date(Number(seconds) * 1_000).toISOString();
  return {
    outcomeId: Number(row.outcomeId),
    escrowId: publicId(row.chainId, row.contract, row.escrowId),
    listingId: publicId(row.chainId, row.marketplace, row.listingId),
    state: row.state,
    currency: row.currency,
    soldFor: amount(row.soldUnits),
    askedFor: row.askedUnits === null ? null : amount(row.askedUnits),
    agreedBlock: Number(row.agreedBlock),
    agreedAt: moment(row.agreedAt),
    settledBlock: Number(row.settledBlock),
    settledAt: moment(row.settledAt),
    excludedBecause: row.excludedBecause,
    recordEnd: Number(row.recordEnd),
    sequence: row.sequence === null ? null : Number(row.sequence),
    deal: row.deal === null ? null : KnownDeal.parse(row.deal),
    naive: row.naive,
  };
}
