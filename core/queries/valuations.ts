import { sql } from "kysely";
import type { ChainKey } from "../../src/protocol/ids.ts";
import type { AppDb } from "../db/app.ts";
import type { CallerTransaction } from "../db/as-caller.ts";
import { type Key, keyText, rowsOf } from "../db/keys.ts";
import type { KeyColumn } from "../db/keyset.ts";
import type { ReviewDecision, ValuationState, ValuationTable } from "../db/valuation.tables.ts";
import { DomainError } from "../errors.ts";
import type { Memo } from "../valuation/pipeline/memo.ts";
import type { Explanation, ValuationReason } from "../valuation/pipeline/stages.ts";

/** A valuation as it is answered with. */
export type ValuationRow = Omit<
  Pick<
    ValuationTable,
    Exclude<(typeof COLUMNS)[number], "createdAt" | "jobIds" | "state" | "valuationId">
  >,
  "estimate" | "memo" | "reasons"
> & {
  valuationId: string;
  state: ValuationState;
  jobIds: string[];
  createdAt: Date;
  estimate: Explanation | null;
  /** Complete only once the valuation has ended. */
  memo: Memo | null;
  reasons: ValuationReason[];
};

const COLUMNS = [
  "valuationId",
  "chainId",
  "contract",
  "listingId",
  "cause",
  "state",
  "inputHash",
  "dealsHash",
  "category",
  "grade",
  "method",
  "currency",
  "decimals",
  "lowUnits",
  "midUnits",
  "highUnits",
  "confidence",
  "estimate",
  "memo",
  "engineVersion",
  "model",
  "promptVersion",
  "readingFailure",
  "blockNumber",
  "blockHash",
  "reasons",
  "jobIds",
  "madeAt",
  "publishedAt",
  "finishedAt",
  "createdAt",
] as const satisfies (keyof ValuationTable)[];

type Reader = Pick<AppDb | CallerTransaction, "selectFrom">;

/** What the columns of JSON hold is written by `core/valuation/pipeline/stages.ts` alone. */
const toRows = (rows: unknown) => rows as ValuationRow[];

const select = (db: Reader) => (db as AppDb).selectFrom("valuation").select(COLUMNS);

/** A valuation; undefined for one that is not there or that the caller may not see. */
export async function findValuation(
  db: Reader,
  valuationId: string,
): Promise<ValuationRow | undefined> {
  const row = await select(db).where("valuationId", "=", valuationId).executeTakeFirst();
  return row as unknown as ValuationRow | undefined;
}

/** @throws DomainError VALUATION_NOT_FOUND for one that is not there or that the caller may not see */
export async function getValuation(db: Reader, valuationId: string): Promise<ValuationRow> {
  const row = await findValuation(db, valuationId);
  if (row === undefined) {
    throw new DomainError("VALUATION_NOT_FOUND", `No valuation ${valuationId}.`);
  }
  return row;
}

/** Estimates of a listing that were published, newest first, those before one when it is named. */
export async function findListingValuations(
  db: Reader,
  { chainId, contract, number }: ChainKey,
  { before, limit }: { before?: string | undefined; limit: number },
): Promise<{ rows: ValuationRow[]; hasMore: boolean }> {
  let query = select(db)
    .where("chainId", "=", chainId)
    .where("contract", "=", contract)
    .where("listingId", "=", number)
    .where("publishedAt", "is not", null)
    .orderBy("publishedAt", "desc")
    .orderBy("valuationId", "desc");
  if (before !== undefined) {
    query = query.where(
      sql<boolean>`(published_at, valuation_id) < (SELECT published_at, valuation_id FROM app.valuation WHERE valuation_id = ${before})`,
    );
  }
  const rows = toRows(await query.limit(limit + 1).execute());
  return { rows: rows.slice(0, limit), hasMore: rows.length > limit };
}

const OF_LISTING = [
  { name: "chainId", type: "int4" },
  { name: "contract", type: "address" },
  { name: "listingId", type: "uint256" },
] as const satisfies KeyColumn[];

/** The newest published estimate of each listing, by the text of its key. */
export async function findNewestValuations(
  app: AppDb,
  listings: readonly Key[],
): Promise<Map<string, ValuationRow>> {
  if (listings.length === 0) return new Map();
  const newest = sql<boolean>`valuation_id IN (SELECT (
      SELECT made.valuation_id FROM app.valuation AS made
      WHERE made.chain_id = wanted.chain_id AND made.contract = wanted.contract
        AND made.listing_id = wanted.listing_id AND made.published_at IS NOT NULL
      ORDER BY made.published_at DESC, made.valuation_id DESC LIMIT 1
    ) FROM ${rowsOf(OF_LISTING, listings)} AS wanted (chain_id, contract, listing_id))`;
  const rows = toRows(await select(app).where(newest).execute());
  return new Map(
    rows.map((row) => [
      keyText([row.chainId ?? 0, row.contract ?? "0x", row.listingId ?? 0n]),
      row,
    ]),
  );
}

/** A valuation at the desk of the reviewers. */
export type ReviewRow = {
  valuation: ValuationRow;
  claimedBy: string | null;
  claimedUntil: Date | null;
  decidedBy: string | null;
  decision: ReviewDecision | null;
  decisionReason: string | null;
  decidedAt: Date | null;
  createdAt: Date;
};

const REVIEW_COLUMNS = [
  "valuationId",
  "claimedBy",
  "claimedUntil",
  "decidedBy",
  "decision",
  "decisionReason",
  "decidedAt",
  "createdAt",
] as const;

/** Valuations that wait for a reviewer, oldest first; or those that were decided, newest first. */
export async function findReviewPage(
  db: CallerTransaction,
  { isDecided, before, limit }: { isDecided: boolean; before?: string | undefined; limit: number },
): Promise<{ rows: ReviewRow[]; hasMore: boolean }> {
  const order = isDecided ? "desc" : "asc";
  let query = db
    .selectFrom("valuationReview")
    .select(REVIEW_COLUMNS)
    .where("decidedAt", isDecided ? "is not" : "is", null)
    .orderBy("createdAt", order)
    .orderBy("valuationId", order);
  if (before !== undefined) {
    const after = sql`(SELECT created_at, valuation_id FROM app.valuation_review WHERE valuation_id = ${before})`;
    query = query.where(
      isDecided
        ? sql<boolean>`(created_at, valuation_id) < ${after}`
        : sql<boolean>`(created_at, valuation_id) > ${after}`,
    );
  }
  const found = await query.limit(limit + 1).execute();
  const rows: ReviewRow[] = [];
  for (const { valuationId, ...review } of found.slice(0, limit)) {
    rows.push({ ...review, valuation: await getValuation(db, valuationId) });
  }
  return { rows, hasMore: found.length > limit };
}

/** @throws DomainError VALUATION_NOT_FOUND for one that was never escalated */
export async function getReview(db: CallerTransaction, valuationId: string): Promise<ReviewRow> {
  const row = await db
    .selectFrom("valuationReview")
    .select(REVIEW_COLUMNS)
    .where("valuationId", "=", valuationId)
    .executeTakeFirst();
  if (row === undefined) {
    throw new DomainError("VALUATION_NOT_FOUND", `No valuation ${valuationId} was escalated.`);
  }
  const { valuationId: id, ...review } = row;
  return { ...review, valuation: await getValuation(db, id) };
}

const CLAIM = sql<Date>`now() + interval '30 minutes'`;

/**
 * Takes a valuation for half an hour, or for another one.
 *
 * @throws DomainError VALUATION_NOT_FOUND, REVIEW_DECIDED, REVIEW_CLAIMED by somebody else
 */
export async function claimReview(
  db: CallerTransaction,
  valuationId: string,
  accountId: string,
): Promise<ReviewRow> {
  const before = await getReview(db, valuationId);
  const { numUpdatedRows } = await db
    .updateTable("valuationReview")
    .set({ claimedBy: accountId, claimedUntil: CLAIM })
    .where("valuationId", "=", valuationId)
    .where("decidedAt", "is", null)
    .where((where) =>
      where.or([
        where("claimedBy", "is", null),
        where("claimedBy", "=", accountId),
        where("claimedUntil", "<", sql<Date>`now()`),
      ]),
    )
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw refusal(before);
  return getReview(db, valuationId);
}

/**
 * Writes down what the reviewer has decided who holds the valuation.
 *
 * @throws DomainError VALUATION_NOT_FOUND, REVIEW_DECIDED, REVIEW_CLAIMED by nobody or somebody else
 */
export async function decideReview(
  db: CallerTransaction,
  valuationId: string,
  { accountId, decision, reason }: { accountId: string; decision: ReviewDecision; reason: string },
): Promise<void> {
  const before = await getReview(db, valuationId);
  const { numUpdatedRows } = await db
    .updateTable("valuationReview")
    .set({
      decidedBy: accountId,
      decision,
      decisionReason: reason,
      decidedAt: sql<Date>`now()`,
      claimedUntil: null,
    })
    .where("valuationId", "=", valuationId)
    .where("decidedAt", "is", null)
    .where("claimedBy", "=", accountId)
    .where("claimedUntil", ">", sql<Date>`now()`)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw refusal(before);
}

/** Takes an escalated valuation out of the pipeline: it is shown to nobody. */
export async function withholdValuation(db: CallerTransaction, valuationId: string) {
  await db
    .updateTable("valuation")
    .set({ state: "withheld", finishedAt: sql<Date>`now()` })
    .where("valuationId", "=", valuationId)
    .where("state", "=", "escalated")
    .executeTakeFirst();
}

function refusal({ decision, valuation: { valuationId } }: ReviewRow): DomainError {
  if (decision !== null) {
    return new DomainError("REVIEW_DECIDED", `${valuationId} was decided: ${decision}.`);
  }
  return new DomainError("REVIEW_CLAIMED", `You do not hold ${valuationId} now.`);
}
