import { type Kysely, sql } from "kysely";
import type { IdentityTables } from "../db/identity.tables.ts";
import { DomainError } from "../errors.ts";
import { hashSecret } from "./secret-text.ts";

/** Failures that cost nothing: people mistype. */
const FREE_FAILURES = 4;
const LONGEST_SECONDS = 15 * 60;
const FORGET_SECONDS = 86_400;

/** Seconds that the next try has to wait after so many failures in a row. */
export function lockSeconds(failures: number): number {
  const beyond = failures - FREE_FAILURES;
  return beyond <= 0 ? 0 : Math.min(LONGEST_SECONDS, 2 ** Math.min(beyond, 16));
}

/**
 * Refuses to look at a password while its address is locked. Addresses without an account lock as
 * well: a lock says nothing about them.
 *
 * @throws DomainError RATE_LIMITED
 */
export async function refuseLocked(
  db: Kysely<IdentityTables>,
  email: string,
  now: Date,
): Promise<void> {
  const row = await db
    .selectFrom("loginGuard")
    .select("lockedUntil")
    .where("subjectHash", "=", hashSecret(email))
    .executeTakeFirst();
  const seconds = Math.ceil(((row?.lockedUntil.getTime() ?? 0) - now.getTime()) / 1_000);
  if (seconds > 0) {
    throw new DomainError("RATE_LIMITED", "Too many failed logins for this address.", {
      retryAfterSeconds: seconds,
    });
  }
}

/** Counts a failure, in one statement so that none is lost among many at once. */
export async function noteFailure(
  db: Kysely<IdentityTables>,
  email: string,
  now: Date,
): Promise<void> {
  const after = (seconds: number) => new Date(now.getTime() + seconds * 1_000);
  const { failures } = await db
    .insertInto("loginGuard")
    .values({
      subjectHash: hashSecret(email),
      failures: 1,
      lockedUntil: now,
      forgetAt: after(FORGET_SECONDS),
    })
    .onConflict((conflict) =>
      conflict.column("subjectHash").doUpdateSet({
        failures: sql`CASE WHEN login_guard.forget_at < ${now} THEN 1 ELSE login_guard.failures + 1 END`,
        forgetAt: after(FORGET_SECONDS),
      }),
    )
    .returning("failures")
    .executeTakeFirstOrThrow();
  await db
    .updateTable("loginGuard")
    .set({ lockedUntil: after(lockSeconds(failures)) })
    .where("subjectHash", "=", hashSecret(email))
    .execute();
  await db.deleteFrom("loginGuard").where("forgetAt", "<", now).execute();
}

/** Forgets the failures of somebody who knew the password in the end. */
export async function forgetFailures(db: Kysely<IdentityTables>, email: string): Promise<void> {
  await db.deleteFrom("loginGuard").where("subjectHash", "=", hashSecret(email)).execute();
}
