import { sql } from "kysely";
import type { CallerTransaction } from "../db/as-caller.ts";

/** Whether mails that can wait do so. */
export const DIGESTS = ["none", "daily"] as const;

/** Which mails an account wants. */
export type MailPreferences = {
  /** About what happened on chain. */
  wantsEvents: boolean;
  /** Warnings before a deadline. */
  wantsDeadlines: boolean;
  /** About listings that a saved search has found. */
  wantsSearches: boolean;
  /** `daily`: events and finds of a day in one mail. Deadlines never wait. */
  digest: (typeof DIGESTS)[number];
};

const DEFAULTS: MailPreferences = {
  wantsEvents: true,
  wantsDeadlines: true,
  wantsSearches: true,
  digest: "none",
};

/** Wishes of the caller; one who has never said anything wants all. */
export async function findMailPreferences(
  transaction: CallerTransaction,
): Promise<MailPreferences> {
  const { rows } = await sql<MailPreferences>`
    SELECT wants_events, wants_deadlines, wants_searches, digest FROM app.mail_preference
    WHERE account_id = app.caller_account()`.execute(transaction);
  return rows[0] ?? DEFAULTS;
}

/** Keeps what the caller wants from now on; what is absent stays. */
export async function changeMailPreferences(
  transaction: CallerTransaction,
  accountId: string,
  wanted: { [Name in keyof MailPreferences]?: MailPreferences[Name] | undefined },
): Promise<MailPreferences> {
  const before = await findMailPreferences(transaction);
  const { wantsEvents, wantsDeadlines, wantsSearches, digest } = {
    wantsEvents: wanted.wantsEvents ?? before.wantsEvents,
    wantsDeadlines: wanted.wantsDeadlines ?? before.wantsDeadlines,
    wantsSearches: wanted.wantsSearches ?? before.wantsSearches,
    digest: wanted.digest ?? before.digest,
  };
  await sql`
    INSERT INTO app.mail_preference (account_id, wants_events, wants_deadlines, wants_searches, digest)
    VALUES (${accountId}, ${wantsEvents}, ${wantsDeadlines}, ${wantsSearches}, ${digest})
    ON CONFLICT (account_id) DO UPDATE SET wants_events = excluded.wants_events,
      wants_deadlines = excluded.wants_deadlines, wants_searches = excluded.wants_searches,
      digest = excluded.digest, updated_at = now()`.execute(transaction);
  return { wantsEvents, wantsDeadlines, wantsSearches, digest };
}

/** Ends the mails of whoever got this link; false when nobody did. */
export async function endMails(transaction: CallerTransaction, token: string): Promise<boolean> {
  const { rows } = await sql<{ isEnded: boolean }>`
    SELECT app.end_mails(${token}::uuid) AS is_ended`.execute(transaction);
  return rows[0]?.isEnded === true;
}
