import { sql } from "kysely";
import type { CallerTransaction } from "../db/as-caller.ts";

/** Which mails an account wants. */
export type MailPreferences = {
  /** About what happened on chain. */
  wantsEvents: boolean;
  /** Warnings before a deadline. */
  wantsDeadlines: boolean;
};

/** Wishes of the caller; one who has never said anything wants all. */
export async function findMailPreferences(
  transaction: CallerTransaction,
): Promise<MailPreferences> {
  const { rows } = await sql<MailPreferences>`
    SELECT wants_events, wants_deadlines FROM app.mail_preference
    WHERE account_id = app.caller_account()`.execute(transaction);
  return rows[0] ?? { wantsEvents: true, wantsDeadlines: true };
}

/** Keeps what the caller wants from now on; what is absent stays. */
export async function changeMailPreferences(
  transaction: CallerTransaction,
  accountId: string,
  { wantsEvents, wantsDeadlines }: { [Name in keyof MailPreferences]?: boolean | undefined },
): Promise<MailPreferences> {
  const before = await findMailPreferences(transaction);
  const after = {
    wantsEvents: wantsEvents ?? before.wantsEvents,
    wantsDeadlines: wantsDeadlines ?? before.wantsDeadlines,
  };
  await sql`
    INSERT INTO app.mail_preference (account_id, wants_events, wants_deadlines)
    VALUES (${accountId}, ${after.wantsEvents}, ${after.wantsDeadlines})
    ON CONFLICT (account_id) DO UPDATE SET wants_events = excluded.wants_events,
      wants_deadlines = excluded.wants_deadlines, updated_at = now()`.execute(transaction);
  return after;
}

/** Ends the mails of whoever got this link; false when nobody did. */
export async function endMails(transaction: CallerTransaction, token: string): Promise<boolean> {
  const { rows } = await sql<{ isEnded: boolean }>`
    SELECT app.end_mails(${token}::uuid) AS is_ended`.execute(transaction);
  return rows[0]?.isEnded === true;
}
