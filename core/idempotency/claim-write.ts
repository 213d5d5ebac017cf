import { createHash, randomUUID } from "node:crypto";
import { sql } from "kysely";
import { asCaller, type CallerDb, type CallerTransaction } from "../db/as-caller.ts";
import type { Caller } from "../identity/caller.ts";
import { type KeptAnswer, openAnswer, sealAnswer } from "./sealed-answer.ts";

/** Keys may be used for something else after this long, hours. */
export const KEPT_HOURS = 24;

/** No request is worked on for longer; after it a repeated one takes over, seconds. */
export const LEASE_SECONDS = 60;

/** A write as its client names it. */
export type NamedWrite = {
  method: string;
  path: string;
  /** What else the request says: query, content type and body. */
  content: Uint8Array;
  /** The Idempotency-Key. */
  key: string;
};

/** A write that is ours to carry out. */
export type WriteClaim = {
  /**
   * Keeps the answer, at best in the transaction of the effect: then both are there, or neither
   * (checks AP-5, AP-6).
   *
   * @throws when another request has taken the write over, which takes the effect back
   */
  keep(transaction: CallerTransaction, answer: KeptAnswer): Promise<void>;
  /** The same in a transaction of its own, for an effect without one; does nothing when it is kept. */
  keepAfterwards(answer: KeptAnswer): Promise<void>;
  /** Gives the key back, for a request that had no effect; does nothing once an answer is kept. */
  release(): Promise<void>;
};

/** What has become of a write. */
export type ClaimOutcome =
  | { kind: "ours"; claim: WriteClaim }
  /** It was answered before. */
  | { kind: "answered"; answer: KeptAnswer }
  /** Another request works on it. */
  | { kind: "under_way" }
  /** The key was sent with another request. */
  | { kind: "other_request" };

/** Claims between two purges of what is over. */
const PURGE_EVERY = 200;
let untilPurge = PURGE_EVERY;

/**
 * Claims a write by its key before anything is done: of any number of repeated requests one gets it
 * (check AP-5). One that was never answered is given to the next request when its lease is over.
 */
export async function claimWrite(
  db: CallerDb,
  caller: Caller,
  write: NamedWrite,
): Promise<ClaimOutcome> {
  const accountId = caller.kind === "anonymous" ? null : caller.accountId;
  const { method, path, key, content } = write;
  const keyHash = digest([accountId ?? "", method, path, key].join("\n"));
  const requestHash = digest(content);
  const claim = randomUUID();
  const found = await asCaller(db, caller, async (transaction) => {
    untilPurge -= 1;
    if (untilPurge <= 0) {
      untilPurge = PURGE_EVERY;
      await sql`SELECT app.purge_idempotent_writes()`.execute(transaction);
    }
    const lease = sql<Date>`now() + ${LEASE_SECONDS} * interval '1 second'`;
    const end = sql<Date>`now() + ${KEPT_HOURS} * interval '1 hour'`;
    const claimed = await transaction
      .insertInto("idempotentWrite")
      .values({ keyHash, accountId, requestHash, claim, leasedUntil: lease, expiresAt: end })
      .onConflict((conflict) =>
        conflict
          .column("keyHash")
          .doUpdateSet({ requestHash, claim, leasedUntil: lease, expiresAt: end, answer: null })
          .where(isFree(requestHash)),
      )
      .returning("claim")
      .executeTakeFirst();
    if (claimed !== undefined) return undefined;
    return await transaction
      .selectFrom("idempotentWrite")
      .select(["requestHash", "answer"])
      .where("keyHash", "=", keyHash)
      .executeTakeFirst();
  });
  if (found === undefined)
    return { kind: "ours", claim: claimOf(db, caller, { keyHash, claim, key }) };
  if (!found.requestHash.equals(requestHash)) return { kind: "other_request" };
  if (found.answer === null) return { kind: "under_way" };
  return { kind: "answered", answer: openAnswer(found.answer, key, keyHash) };
}

/** A row whose day is over, or that nobody has worked on for the time of a lease. */
const isFree = (requestHash: Buffer) =>
  sql<boolean>`idempotent_write.expires_at < now() OR (idempotent_write.answer IS NULL
    AND idempotent_write.leased_until < now() AND idempotent_write.request_hash = ${requestHash})`;

function claimOf(
  db: CallerDb,
  caller: Caller,
  { keyHash, claim, key }: { keyHash: Buffer; claim: string; key: string },
): WriteClaim {
  let isKept = false;
  const store = async (transaction: CallerTransaction, answer: KeptAnswer) => {
    const { numUpdatedRows } = await transaction
      .updateTable("idempotentWrite")
      .set({ answer: sealAnswer(answer, key, keyHash) })
      .where("keyHash", "=", keyHash)
      .where("claim", "=", claim)
      .where("answer", "is", null)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw new Error("the write was taken over by another request");
  };
  return {
    async keep(transaction, answer) {
      await store(transaction, answer);
      isKept = true;
    },
    async keepAfterwards(answer) {
      if (isKept) return;
      await asCaller(db, caller, (transaction) => store(transaction, answer));
    },
    async release() {
      await asCaller(db, caller, (transaction) =>
        transaction
          .deleteFrom("idempotentWrite")
          .where("keyHash", "=", keyHash)
          .where("claim", "=", claim)
          .where("answer", "is", null)
          .execute(),
      );
    },
  };
}

const digest = (content: string | Uint8Array) => createHash("sha256").update(content).digest();
