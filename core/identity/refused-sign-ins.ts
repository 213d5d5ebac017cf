import { createHash } from "node:crypto";
import { type Origin, recordChange } from "../audit-log/record-change.ts";
import type { IdentityDb } from "../db/app-writes.ts";
import { DomainError, type ErrorCode } from "../errors.ts";
import { ANONYMOUS } from "./caller.ts";

/** How somebody tried to sign in. */
export type SignInWay = "wallet" | "password" | "mail_link" | "provider" | "refresh";

/** One try, and what names the account that it was for; undefined where the proof alone does. */
export type SignInAttempt = { way: SignInWay; subject?: string | undefined; origin: Origin };

/** Refusals of a proof; what was malformed or limited has tried nothing. */
const OF_PROOFS: ReadonlySet<ErrorCode> = new Set([
  "INVALID_CREDENTIALS",
  "INVALID_SIGNATURE",
  "EXPIRED_SIGNATURE",
  "REPLAYED_SIGNATURE",
  "FORBIDDEN",
]);

/** Enough of a hash to find tries at one account, and too little to find the account by. */
const SUBJECT_DIGITS = 16;

/** Tries that wait to be written down; whoever sends more at once is not worth more memory. */
const MOST_WAITING = 1_000;

/**
 * Writes refused sign-ins into the audit log: the way and when, from where, and by a digest at which
 * account, never which part of the proof was wrong. One after the other and behind the answer, so that
 * guessing takes one connection at most and shows nothing by its time; a process that dies loses the
 * last of them.
 *
 * @param onError told of an entry that could not be written, and of those beyond what can wait
 */
export function createRefusalLog(db: IdentityDb, onError: (error: unknown) => void) {
  let waiting = 0;
  let last = Promise.resolve();

  function note({ way, subject, origin }: SignInAttempt): void {
    if (waiting >= MOST_WAITING) {
      onError(new Error("too many refused sign-ins wait for the audit log"));
      return;
    }
    waiting += 1;
    const digest =
      subject === undefined
        ? null
        : createHash("sha256").update(subject).digest("hex").slice(0, SUBJECT_DIGITS);
    last = last
      .then(() =>
        db.transaction().execute((trx) =>
          recordChange(trx, ANONYMOUS, origin, {
            action: "sign_in.refuse",
            entity: "sign_in",
            entityId: way,
            after: { subject: digest },
          }),
        ),
      )
      .catch(onError)
      .finally(() => {
        waiting -= 1;
      });
  }

  return {
    /** Does `work` and notes its refusal. @throws whatever `work` throws */
    async noting<Answer>(attempt: SignInAttempt, work: () => Promise<Answer>): Promise<Answer> {
      try {
        return await work();
      } catch (error) {
        if (error instanceof DomainError && OF_PROOFS.has(error.code)) note(attempt);
        throw error;
      }
    },
    /** Waits until all that was noted is written. */
    flush: () => last,
  };
}
