import type { Selectable } from "kysely";
import type { JournalEntryTable, JournalStatus } from "../db/app.tables.ts";
import type { AppDb } from "../db/app.ts";

/** One entry of the journal. */
export type ChangeRow = Selectable<JournalEntryTable>;

/** Which entries a reader wants; keys are public ids, accounts are in lower case. */
export type ChangeFilter = {
  kind?: string | undefined;
  status?: JournalStatus | undefined;
  listing?: string | undefined;
  escrow?: string | undefined;
  /** Actor or counterparty. */
  account?: `0x${string}` | undefined;
};

/** Entries in the order of the journal. */
export type ChangePage = {
  rows: ChangeRow[];
  /** Go on after this sequence: nothing that passes the filter lies between the rows and it. */
  nextAfter: bigint;
  /** Newest sequence of the journal, whatever the filter. */
  newest: bigint;
};

/** Newest sequence of the journal; 0 while it is empty. */
export async function findNewestSequence(db: AppDb): Promise<bigint> {
  const row = await db
    .selectFrom("journalCounter")
    .select("lastSequence")
    .executeTakeFirstOrThrow();
  return row.lastSequence;
}

/**
 * The first entries after a sequence that pass the filter. What is newer than the newest sequence at
 * the start is left to the next page, so that the queries need not see one state of the database.
 */
export async function findChanges(
  db: AppDb,
  filter: ChangeFilter,
  after: bigint,
  limit: number,
): Promise<ChangePage> {
  const newest = await findNewestSequence(db);
  const { account } = filter;
  const range = { after, newest, limit };
  const found =
    account === undefined
      ? await selectChanges(db, filter, range).execute()
      : await findAccountChanges(db, filter, account, range);
  const isFull = found.length > limit;
  const rows = found.slice(0, limit);
  const last = rows.at(-1)?.sequence ?? after;
  return { rows, nextAfter: isFull || newest < after ? last : newest, newest };
}

/** The part of the journal that a page is taken from. */
type Range = { after: bigint; newest: bigint; limit: number };

/** Each column has its index; a condition on either of two would use none. */
async function findAccountChanges(
  db: AppDb,
  filter: ChangeFilter,
  account: `0x${string}`,
  range: Range,
): Promise<ChangeRow[]> {
  const changes = selectChanges(db, filter, range);
  const asActor = await changes.where("actor", "=", account).execute();
  const asCounterparty = await changes.where("counterparty", "=", account).execute();
  const bySequence = new Map([...asActor, ...asCounterparty].map((row) => [row.sequence, row]));
  const rows = [...bySequence.values()].sort((a, b) => (a.sequence < b.sequence ? -1 : 1));
  return rows.slice(0, range.limit + 1);
}

/** One row more than asked says whether there is more. */
function selectChanges(
  db: AppDb,
  { kind, status, listing, escrow }: ChangeFilter,
  { after, newest, limit }: Range,
) {
  let query = db
    .selectFrom("journalEntry")
    .selectAll()
    .where("sequence", ">", after)
    .where("sequence", "<=", newest);
  if (kind !== undefined) query = query.where("kind", "=", kind);
  if (status !== undefined) query = query.where("status", "=", status);
  if (listing !== undefined) query = query.where("listingKey", "=", listing);
  if (escrow !== undefined) query = query.where("escrowKey", "=", escrow);
  return query.orderBy("sequence").limit(limit + 1);
}

/** Whether an entry passes the filter: the same conditions as in the query, for entries at hand. */
export function matchesFilter(row: ChangeRow, filter: ChangeFilter): boolean {
  const { kind, status, listing, escrow, account } = filter;
  return (
    (kind === undefined || row.kind === kind) &&
    (status === undefined || row.status === status) &&
    (listing === undefined || row.listingKey === listing) &&
    (escrow === undefined || row.escrowKey === escrow) &&
    (account === undefined || row.actor === account || row.counterparty === account)
  );
}
