import { sql } from "kysely";
import type { CallerTransaction } from "../db/as-caller.ts";
import type { WebhookEndpointTable } from "../db/delivery.tables.ts";
import { DomainError } from "../errors.ts";

/** Endpoints that one account may have. */
export const MAX_ENDPOINTS = 20;

/** Secrets of an endpoint that sign at a time: the newest, and the one that it replaces. */
const LIVE_SECRETS = 2;

const COLUMNS = [
  "endpointId",
  "url",
  "description",
  "kinds",
  "listingKey",
  "wallet",
  "savedSearchId",
  "tier",
  "hasPublicSignature",
  "state",
  "stateReason",
  "cursorSequence",
  "failures",
  "failingSince",
  "nextAttemptAt",
  "createdAt",
  "updatedAt",
] as const satisfies (keyof WebhookEndpointTable)[];

/** What an owner decides of an endpoint. */
export type EndpointWishes = {
  url: string;
  description: string;
  kinds: readonly string[];
  listingKey: string | null;
  wallet: string | null;
  savedSearchId: string | null;
  tier: "included" | "safe" | "final";
  hasPublicSignature: boolean;
};

/** Endpoints of the caller, newest first. */
export const findEndpoints = (transaction: CallerTransaction) =>
  transaction
    .selectFrom("webhookEndpoint")
    .select(COLUMNS)
    .orderBy("createdAt", "desc")
    .orderBy("endpointId")
    .limit(MAX_ENDPOINTS)
    .execute();

/** @throws DomainError WEBHOOK_NOT_FOUND, for endpoints of others as well */
export async function getEndpoint(transaction: CallerTransaction, endpointId: string) {
  const row = await transaction
    .selectFrom("webhookEndpoint")
    .select(COLUMNS)
    .where("endpointId", "=", endpointId)
    .executeTakeFirst();
  if (row === undefined) {
    throw new DomainError("WEBHOOK_NOT_FOUND", `You have no webhook ${endpointId}.`);
  }
  return row;
}

/**
 * Adds an endpoint that hears of what comes after `from`, or from now on, with its first secret.
 *
 * @throws DomainError TOO_MANY_WEBHOOKS, UNKNOWN_SEQUENCE, SAVED_SEARCH_NOT_FOUND
 */
export async function addEndpoint(
  transaction: CallerTransaction,
  accountId: string,
  { kinds, ...wishes }: EndpointWishes,
  from: bigint | undefined,
) {
  // Two requests at a time would both count before either adds.
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`webhooks ${accountId}`}, 0))`.execute(
    transaction,
  );
  const { count } = await transaction
    .selectFrom("webhookEndpoint")
    .select(sql<bigint>`count(*)`.as("count"))
    .executeTakeFirstOrThrow();
  if (count >= BigInt(MAX_ENDPOINTS)) {
    throw new DomainError("TOO_MANY_WEBHOOKS", `The account has ${MAX_ENDPOINTS} webhooks.`);
  }
  await requireSearch(transaction, wishes.savedSearchId);
  const cursorSequence = await placeBefore(transaction, from);
  const endpoint = await transaction
    .insertInto("webhookEndpoint")
    .values({ ...wishes, kinds: [...kinds], accountId, cursorSequence })
    .returning(COLUMNS)
    .executeTakeFirstOrThrow();
  return { endpoint, secretId: await addSecret(transaction, endpoint.endpointId) };
}

/** What an owner changes of an endpoint; what is absent stays. */
export type EndpointChanges = {
  [Name in keyof EndpointWishes]?: EndpointWishes[Name] | undefined;
} & { state?: "active" | "paused" | undefined };

/**
 * Changes an endpoint. To switch it on again forgives its failures; it goes on where it stopped.
 *
 * @throws DomainError WEBHOOK_NOT_FOUND, SAVED_SEARCH_NOT_FOUND
 */
export async function changeEndpoint(
  transaction: CallerTransaction,
  endpointId: string,
  { kinds, state, ...changes }: EndpointChanges,
) {
  const before = await getEndpoint(transaction, endpointId);
  await requireSearch(transaction, changes.savedSearchId ?? null);
  const after = await transaction
    .updateTable("webhookEndpoint")
    .set({
      ...changes,
      ...(kinds === undefined ? {} : { kinds: [...kinds] }),
      ...(state === undefined ? {} : { state, stateReason: null }),
      ...(state === "active" || changes.url !== undefined
        ? { failures: 0, failingSince: null, nextAttemptAt: sql<Date>`now()` }
        : {}),
      updatedAt: sql<Date>`now()`,
    })
    .where("endpointId", "=", endpointId)
    .returning(COLUMNS)
    .executeTakeFirstOrThrow();
  return { before, after };
}

/** @throws DomainError WEBHOOK_NOT_FOUND */
export async function removeEndpoint(transaction: CallerTransaction, endpointId: string) {
  const before = await getEndpoint(transaction, endpointId);
  await transaction.deleteFrom("webhookEndpoint").where("endpointId", "=", endpointId).execute();
  return before;
}

/**
 * Sends everything from a sequence on again, under the same message ids.
 *
 * @throws DomainError WEBHOOK_NOT_FOUND, UNKNOWN_SEQUENCE
 */
export async function replayEndpoint(
  transaction: CallerTransaction,
  endpointId: string,
  from: bigint,
) {
  const before = await getEndpoint(transaction, endpointId);
  const after = await transaction
    .updateTable("webhookEndpoint")
    .set({
      cursorSequence: await placeBefore(transaction, from),
      nextAttemptAt: sql<Date>`now()`,
      updatedAt: sql<Date>`now()`,
    })
    .where("endpointId", "=", endpointId)
    .returning(COLUMNS)
    .executeTakeFirstOrThrow();
  return { before, after };
}

/**
 * Gives an endpoint another secret. The one before goes on to sign for a while; older ones end.
 *
 * @throws DomainError WEBHOOK_NOT_FOUND
 */
export async function rotateSecret(
  transaction: CallerTransaction,
  endpointId: string,
  overlapSeconds: number,
) {
  await sql`SELECT FROM app.webhook_endpoint WHERE endpoint_id = ${endpointId} FOR UPDATE`.execute(
    transaction,
  );
  await getEndpoint(transaction, endpointId);
  const live = await transaction
    .selectFrom("webhookSecret")
    .select("secretId")
    .where("endpointId", "=", endpointId)
    .where(sql<boolean>`(expires_at IS NULL OR expires_at > now())`)
    .orderBy("createdAt", "desc")
    .execute();
  const endsAt = (seconds: number) => sql<Date>`now() + ${seconds} * interval '1 second'`;
  for (const [place, { secretId }] of live.entries()) {
    const seconds = place < LIVE_SECRETS - 1 ? overlapSeconds : 0;
    await transaction
      .updateTable("webhookSecret")
      .set({ expiresAt: sql<Date>`least(expires_at, ${endsAt(seconds)})` })
      .where("secretId", "=", secretId)
      .execute();
  }
  return addSecret(transaction, endpointId);
}

/** Attempts to reach an endpoint, newest first; those before one when it is named. */
export async function findAttempts(
  transaction: CallerTransaction,
  endpointId: string,
  { before, limit }: { before?: bigint | undefined; limit: number },
) {
  await getEndpoint(transaction, endpointId);
  let query = transaction
    .selectFrom("webhookAttempt")
    .select(["attemptId", "sequence", "at", "outcome", "status", "milliseconds"])
    .where("endpointId", "=", endpointId)
    .orderBy("attemptId", "desc");
  if (before !== undefined) query = query.where("attemptId", "<", before);
  const rows = await query.limit(limit + 1).execute();
  return { rows: rows.slice(0, limit), hasMore: rows.length > limit };
}

async function addSecret(transaction: CallerTransaction, endpointId: string): Promise<string> {
  const { secretId } = await transaction
    .insertInto("webhookSecret")
    // Secrets of one transaction are told apart by their age.
    .values({ endpointId, createdAt: sql<Date>`clock_timestamp()` })
    .returning("secretId")
    .executeTakeFirstOrThrow();
  return secretId;
}

/** The last entry that is not to be sent. */
async function placeBefore(
  transaction: CallerTransaction,
  from: bigint | undefined,
): Promise<bigint> {
  const { lastSequence } = await transaction
    .selectFrom("journalCounter")
    .select("lastSequence")
    .executeTakeFirstOrThrow();
  if (from === undefined) return lastSequence;
  if (from > lastSequence + 1n) {
    throw new DomainError(
      "UNKNOWN_SEQUENCE",
      `The newest sequence is ${lastSequence}; ${from} has not been reached.`,
    );
  }
  return from - 1n;
}

async function requireSearch(
  transaction: CallerTransaction,
  searchId: string | null,
): Promise<void> {
  if (searchId === null) return;
  const found = await transaction
    .selectFrom("savedSearch")
    .select("searchId")
    .where("searchId", "=", searchId)
    .executeTakeFirst();
  if (found === undefined) {
    throw new DomainError("SAVED_SEARCH_NOT_FOUND", `You have no saved search ${searchId}.`);
  }
}
