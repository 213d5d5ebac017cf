import { addJob, type Statements } from "../jobs/add-job.ts";
import type { MailFacts, MailTemplate } from "./templates.ts";

type Hex = `0x${string}`;

/** What a mail says, and because of what it is sent. */
type NewMail<Name extends MailTemplate> = {
  template: Name;
  /** Nobody has two mails of the same cause. */
  cause: string;
  facts: MailFacts<Name>;
  announcedSequence?: number;
  /** Deadline that it warns of. */
  dueAt?: Date;
};

/** A mail to write to everybody who has one of some wallets. */
export type MailToWallets<Name extends MailTemplate> = NewMail<Name> & {
  wallets: readonly Hex[];
  /** Listing whose watchers have the mail as well. */
  watched?: string | undefined;
};

const WANTED: Record<MailTemplate, string> = {
  event: "coalesce(preference.wants_events, true)",
  urgent_deposit: "true",
  deadline: "coalesce(preference.wants_deadlines, true)",
  silence: "coalesce(preference.wants_deadlines, true)",
  site: "coalesce(preference.wants_deadlines, true)",
  search_match: "coalesce(preference.wants_searches, true)",
  digest: "true",
  taken_back: "true",
  endpoint_disabled: "true",
};

/** Mails that lose nothing by waiting for the digest of the day. */
const CAN_WAIT: ReadonlySet<MailTemplate> = new Set(["event", "search_match"]);

/** Writes a mail for each account of a query that has a confirmed address and wants such mails. */
async function mailTo<Name extends MailTemplate>(
  db: Statements,
  { template, cause, facts, announcedSequence, dueAt }: NewMail<Name>,
  accounts: { sql: string; values: readonly unknown[] },
): Promise<number> {
  const { rows } = await db.query<NewRow>(
    `INSERT INTO app.mail (account_id, template, cause, facts, announced_sequence, due_at, state)
     SELECT account.account_id, $1, $2, $3::jsonb, $4::bigint, $5::timestamptz,
       CASE WHEN $6::boolean AND preference.digest = 'daily' THEN 'collected' ELSE 'queued' END
     FROM (${accounts.sql}) AS told
     JOIN app.account ON account.account_id = told.account_id
     LEFT JOIN app.mail_preference AS preference ON preference.account_id = account.account_id
     WHERE account.email_verified_at IS NOT NULL AND ${WANTED[template]}
     ON CONFLICT (account_id, cause) DO NOTHING
     RETURNING mail_id AS "mailId", state`,
    [
      ...[template, cause, JSON.stringify(facts), announcedSequence ?? null, dueAt ?? null],
      ...[CAN_WAIT.has(template), ...accounts.values],
    ],
  );
  await sendAll(db, rows);
  return rows.length;
}

/**
 * Writes a mail for each account that has one of the wallets or watches the listing; and the jobs that
 * send them, in the same transaction. Returns how many are new.
 */
export const mailToWallets = <Name extends MailTemplate>(
  db: Statements,
  { wallets, watched, ...mail }: MailToWallets<Name>,
): Promise<number> =>
  mailTo(db, mail, {
    sql: `SELECT account_id FROM app.account_wallet WHERE address = ANY ($7)
      UNION SELECT account_id FROM app.watched_listing WHERE listing_key = $8 AND has_alert`,
    values: [[...new Set(wallets.map((wallet) => wallet.toLowerCase()))], watched ?? null],
  });

/** The same for one account that wants such mails. */
export const mailToSubscriber = <Name extends MailTemplate>(
  db: Statements,
  accountId: string,
  mail: NewMail<Name>,
): Promise<number> =>
  mailTo(db, mail, { sql: "SELECT $7::uuid AS account_id", values: [accountId] });

/** Writes a mail to the owner of an account, whatever mails he wants. */
export async function mailToAccount<Name extends MailTemplate>(
  db: Statements,
  accountId: string,
  { template, cause, facts }: Pick<NewMail<Name>, "template" | "cause" | "facts">,
): Promise<number> {
  const { rows } = await db.query<NewRow>(
    `INSERT INTO app.mail (account_id, template, cause, facts) VALUES ($1, $2, $3, $4)
     ON CONFLICT (account_id, cause) DO NOTHING RETURNING mail_id AS "mailId", state`,
    [accountId, template, cause, JSON.stringify(facts)],
  );
  await sendAll(db, rows);
  return rows.length;
}

/** Entries of one digest; what is more is counted only. */
const MAX_DIGEST = 50;

/** Puts what waits for the digest into one mail for each account; returns how many mails. */
export async function writeDigests(db: Statements, at: Date): Promise<number> {
  const { rows } = await db.query<{ accountId: string; entries: DigestEntry[] }>(
    `WITH taken AS (
       UPDATE app.mail SET state = 'digested' WHERE state = 'collected'
       RETURNING account_id, template, facts, created_at
     )
     SELECT account_id AS "accountId", jsonb_agg(
       jsonb_build_object('template', template, 'facts', facts) ORDER BY created_at) AS entries
     FROM taken GROUP BY account_id`,
  );
  for (const { accountId, entries } of rows) {
    await mailToAccount(db, accountId, {
      template: "digest",
      cause: `digest ${at.toISOString()}`,
      facts: {
        entries: entries.slice(0, MAX_DIGEST),
        more: Math.max(0, entries.length - MAX_DIGEST),
      },
    });
  }
  return rows.length;
}

type DigestEntry = MailFacts<"digest">["entries"][number];

/**
 * Takes back what was told of an event that has vanished: what was not sent is not, and who had a mail
 * gets one that says so.
 */
export async function takeMailsBack(
  db: Statements,
  announcedSequence: number,
  facts: MailFacts<"taken_back">,
): Promise<number> {
  await db.query(
    `UPDATE app.mail SET state = 'cancelled'
     WHERE announced_sequence = $1 AND state IN ('queued', 'collected')`,
    [announcedSequence],
  );
  await db.query("DELETE FROM app.saved_search_match WHERE sequence = $1", [announcedSequence]);
  const { rows } = await db.query<NewRow>(
    `INSERT INTO app.mail (account_id, template, cause, facts)
     SELECT DISTINCT account_id, 'taken_back', 'taken back ' || $1::bigint, $2::jsonb FROM app.mail
     WHERE announced_sequence = $1 AND state IN ('sent', 'digested', 'unconfirmed')
       AND template IN ('event', 'urgent_deposit', 'search_match')
     ON CONFLICT (account_id, cause) DO NOTHING RETURNING mail_id AS "mailId", state`,
    [announcedSequence, JSON.stringify(facts)],
  );
  await sendAll(db, rows);
  return rows.length;
}

type NewRow = { mailId: string; state: MailRow["state"] };

async function sendAll(db: Statements, mails: readonly NewRow[]): Promise<void> {
  for (const { mailId, state } of mails) {
    if (state === "queued") await addJob(db, "mail.send", { mailId }, { cause: mailId });
  }
}

/** A mail that is to be sent, with what its account says now. */
export type MailRow = {
  template: MailTemplate;
  facts: unknown;
  state: "queued" | "sent" | "cancelled" | "skipped" | "collected" | "digested" | "unconfirmed";
  /** Whether it may have been handed to the transport. */
  isBegun: boolean;
  announcedSequence: bigint | null;
  email: string | null;
  unsubscribeToken: string | null;
  isWanted: boolean;
};

/** A mail by its id; undefined when it went with its account. */
export async function findMail(db: Statements, mailId: string): Promise<MailRow | undefined> {
  await db.query(
    `INSERT INTO app.mail_preference (account_id)
     SELECT account_id FROM app.mail WHERE mail_id = $1 ON CONFLICT DO NOTHING`,
    [mailId],
  );
  const { rows } = await db.query<MailRow>(
    `SELECT mail.template, mail.facts, mail.state, mail.announced_sequence AS "announcedSequence",
       mail.begun_at IS NOT NULL AS "isBegun",
       CASE WHEN account.email_verified_at IS NOT NULL THEN account.email END AS email,
       preference.unsubscribe_token AS "unsubscribeToken",
       CASE mail.template WHEN 'event' THEN coalesce(preference.wants_events, true)
         WHEN 'deadline' THEN coalesce(preference.wants_deadlines, true)
         WHEN 'silence' THEN coalesce(preference.wants_deadlines, true)
         WHEN 'site' THEN coalesce(preference.wants_deadlines, true)
         ELSE true END AS "isWanted"
     FROM app.mail
     LEFT JOIN app.account ON account.account_id = mail.account_id
     LEFT JOIN app.mail_preference AS preference ON preference.account_id = mail.account_id
     WHERE mail.mail_id = $1`,
    [mailId],
  );
  return rows[0];
}

/** Notes that a mail is about to be handed to the transport; false when it is no longer to be sent. */
export async function noteBegun(db: Statements, mailId: string): Promise<boolean> {
  const { rowCount } = await db.query(
    "UPDATE app.mail SET begun_at = now() WHERE mail_id = $1 AND state = 'queued'",
    [mailId],
  );
  return rowCount === 1;
}

/** Notes that the transport surely has not taken a mail. */
export async function noteRefused(db: Statements, mailId: string): Promise<void> {
  await db.query("UPDATE app.mail SET begun_at = NULL WHERE mail_id = $1", [mailId]);
}

/** Notes that nobody knows whether a mail, cancelled since, was handed over. */
export async function noteUnconfirmed(db: Statements, mailId: string): Promise<void> {
  await db.query(
    "UPDATE app.mail SET state = 'unconfirmed' WHERE mail_id = $1 AND state = 'cancelled'",
    [mailId],
  );
}

/** Notes that the transport took a mail; true when its event had vanished by then. */
export async function noteSent(db: Statements, mailId: string): Promise<boolean> {
  const { rows } = await db.query<{ wasCancelled: boolean }>(
    `UPDATE app.mail SET state = 'sent', sent_at = now()
     FROM (SELECT mail_id, state FROM app.mail WHERE mail_id = $1 FOR UPDATE) AS before
     WHERE mail.mail_id = before.mail_id RETURNING before.state = 'cancelled' AS "wasCancelled"`,
    [mailId],
  );
  return rows[0]?.wasCancelled === true;
}

/** Notes that a mail is not sent. */
export async function noteSkipped(db: Statements, mailId: string): Promise<void> {
  await db.query("UPDATE app.mail SET state = 'skipped' WHERE mail_id = $1 AND state = 'queued'", [
    mailId,
  ]);
}

/** Cancels warnings of a kind that wait although their causes are not among those that still hold. */
export async function cancelWarnings(
  db: Statements,
  template: "deadline" | "silence",
  standing: readonly string[],
): Promise<number> {
  const { rowCount } = await db.query(
    `UPDATE app.mail SET state = 'cancelled'
     WHERE state = 'queued' AND due_at IS NOT NULL AND template = $1 AND cause <> ALL ($2)`,
    [template, standing],
  );
  return rowCount ?? 0;
}
