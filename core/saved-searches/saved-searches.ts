import { type Selectable, sql } from "kysely";
import type { CallerTransaction } from "../db/as-caller.ts";
import type { SavedSearchTable } from "../db/delivery.tables.ts";
import { DomainError } from "../errors.ts";

/** Saved searches that one account may have. */
export const MAX_SEARCHES = 50;

/** A saved search as its owner and the matcher see it. */
export type SavedSearch = Selectable<SavedSearchTable>;

/** What its owner decides of it. Addresses are in lower case, words are folded. */
export type SearchWishes = Omit<SavedSearch, "searchId" | "accountId" | "createdAt" | "updatedAt">;

/** Saved searches of the caller, newest first. */
export const findSearches = (transaction: CallerTransaction) =>
  transaction
    .selectFrom("savedSearch")
    .selectAll()
    .orderBy("createdAt", "desc")
    .orderBy("searchId")
    .limit(MAX_SEARCHES)
    .execute();

/** @throws DomainError SAVED_SEARCH_NOT_FOUND, for searches of others as well */
export async function getSearch(transaction: CallerTransaction, searchId: string) {
  const row = await transaction
    .selectFrom("savedSearch")
    .selectAll()
    .where("searchId", "=", searchId)
    .executeTakeFirst();
  if (row === undefined) throw notFound(searchId);
  return row;
}

/** @throws DomainError TOO_MANY_SAVED_SEARCHES */
export async function addSearch(
  transaction: CallerTransaction,
  accountId: string,
  wishes: SearchWishes,
): Promise<SavedSearch> {
  // Two requests at a time would both count before either adds.
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`searches ${accountId}`}, 0))`.execute(
    transaction,
  );
  const { count } = await transaction
    .selectFrom("savedSearch")
    .select(sql<bigint>`count(*)`.as("count"))
    .executeTakeFirstOrThrow();
  if (count >= BigInt(MAX_SEARCHES)) {
    throw new DomainError("TOO_MANY_SAVED_SEARCHES", `There are ${MAX_SEARCHES} already.`);
  }
  return transaction
    .insertInto("savedSearch")
    .values({ ...wishes, accountId })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Replaces what a search asks for. @throws DomainError SAVED_SEARCH_NOT_FOUND */
export async function replaceSearch(
  transaction: CallerTransaction,
  searchId: string,
  wishes: SearchWishes,
): Promise<SavedSearch> {
  const row = await transaction
    .updateTable("savedSearch")
    .set(wishes)
    .where("searchId", "=", searchId)
    .returningAll()
    .executeTakeFirst();
  if (row === undefined) throw notFound(searchId);
  return row;
}

/** @throws DomainError SAVED_SEARCH_NOT_FOUND, or SAVED_SEARCH_IN_USE while a webhook goes by it */
export async function removeSearch(
  transaction: CallerTransaction,
  searchId: string,
): Promise<void> {
  // Locked, so that no webhook can begin to use it meanwhile.
  await sql`SELECT FROM app.saved_search WHERE search_id = ${searchId} FOR UPDATE`.execute(
    transaction,
  );
  const user = await transaction
    .selectFrom("webhookEndpoint")
    .select("endpointId")
    .where("savedSearchId", "=", searchId)
    .executeTakeFirst();
  if (user !== undefined) {
    throw new DomainError("SAVED_SEARCH_IN_USE", `The webhook ${user.endpointId} goes by it.`);
  }
  const { numDeletedRows } = await transaction
    .deleteFrom("savedSearch")
    .where("searchId", "=", searchId)
    .executeTakeFirst();
  if (numDeletedRows === 0n) throw notFound(searchId);
}

/** Listings that a search has found, newest first; those before one when it is named. */
export async function findMatches(
  transaction: CallerTransaction,
  searchId: string,
  { before, limit }: { before?: string | undefined; limit: number },
) {
  await getSearch(transaction, searchId);
  let query = transaction
    .selectFrom("savedSearchMatch")
    .select(["listingKey", "sequence", "why", "matchedAt"])
    .where("searchId", "=", searchId)
    .orderBy("matchedAt", "desc")
    .orderBy("listingKey", "desc");
  if (before !== undefined) {
    query = query.where(
      sql<boolean>`(matched_at, listing_key) < (SELECT matched_at, listing_key
        FROM app.saved_search_match WHERE search_id = ${searchId} AND listing_key = ${before})`,
    );
  }
  const rows = await query.limit(limit + 1).execute();
  return { rows: rows.slice(0, limit), hasMore: rows.length > limit };
}

const notFound = (searchId: string) =>
  new DomainError("SAVED_SEARCH_NOT_FOUND", `You have no saved search ${searchId}.`);
