import { sql } from "kysely";
import type { CallerTransaction } from "../db/as-caller.ts";
import { DomainError } from "../errors.ts";

/** Listings that one account may watch. */
export const MAX_WATCHED = 500;

const COLUMNS = ["listingKey", "note", "hasAlert", "createdAt"] as const;

/** Listings that the caller watches, newest first; those before one when it is named. */
export async function findWatched(
  transaction: CallerTransaction,
  { before, limit }: { before?: string | undefined; limit: number },
) {
  let query = transaction
    .selectFrom("watchedListing")
    .select(COLUMNS)
    .orderBy("createdAt", "desc")
    .orderBy("listingKey", "desc");
  if (before !== undefined) {
    query = query.where(
      sql<boolean>`(created_at, listing_key) < (SELECT created_at, listing_key
        FROM app.watched_listing WHERE listing_key = ${before})`,
    );
  }
  const rows = await query.limit(limit + 1).execute();
  return { rows: rows.slice(0, limit), hasMore: rows.length > limit };
}

/** What somebody says of a listing that he watches. */
export type WatchWishes = { note: string; hasAlert: boolean };

/** Watches a listing, or changes what is said of one. @throws DomainError TOO_MANY_WATCHED */
export async function watchListing(
  transaction: CallerTransaction,
  accountId: string,
  listingKey: string,
  wishes: WatchWishes,
) {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`watched ${accountId}`}, 0))`.execute(
    transaction,
  );
  const { count } = await transaction
    .selectFrom("watchedListing")
    .select(sql<bigint>`count(*)`.as("count"))
    .where("listingKey", "!=", listingKey)
    .executeTakeFirstOrThrow();
  if (count >= BigInt(MAX_WATCHED)) {
    throw new DomainError("TOO_MANY_WATCHED", `There are ${MAX_WATCHED} already.`);
  }
  return transaction
    .insertInto("watchedListing")
    .values({ ...wishes, accountId, listingKey })
    .onConflict((conflict) => conflict.columns(["accountId", "listingKey"]).doUpdateSet(wishes))
    .returning(COLUMNS)
    .executeTakeFirstOrThrow();
}

/** @throws DomainError NOT_WATCHED */
export async function forgetListing(
  transaction: CallerTransaction,
  listingKey: string,
): Promise<void> {
  const { numDeletedRows } = await transaction
    .deleteFrom("watchedListing")
    .where("listingKey", "=", listingKey)
    .executeTakeFirst();
  if (numDeletedRows === 0n)
    throw new DomainError("NOT_WATCHED", `You do not watch ${listingKey}.`);
}
