import { addJob, type Statements } from "../jobs/add-job.ts";
import type { MailFacts, MailTemplate } from "./templates.ts";

type Hex = `0x${string}`;

/** A mail to write to everybody who has one of some wallets. */
export type MailToWallets<Name extends MailTemplate> = {
  template: Name;
  wallets: readonly Hex[];
  /** What it is sent because of: nobody has two mails of the same cause. */
  cause: string;
  facts: MailFacts<Name>;
  announcedSequence?: number;
  /** Deadline that it warns of. */
  dueAt?: Date;
};

const WANTED: Record<MailTemplate, string> = {
  event: "coalesce(preference.wants_events, true)",
  deadline: "coalesce(preference.wants_deadlines, true)",
  taken_back: "true",
  endpoint_disabled: "true",
};

/**
 * Writes a mail for each account that has one of the wallets, a confirmed address, and wants such
 * mails; and the jobs that send them, in the same transaction. Returns how many are new.
 */
export async function mailToWallets<Name extends MailTemplate>(
  db: Statements,
  { template, wallets, cause, facts, announcedSequence, dueAt }: MailToWallets<Name>,
): Promise<number> {
  const { rows } = await db.query<{ mailId: string }>(
    `INSERT INTO app.mail (account_id, template, cause, facts, announced_sequence, due_at)
     SELECT DISTINCT account.account_id, $1, $2, $3::jsonb, $4::bigint, $5::timestamptz
     FROM app.account_wallet AS wallet
     JOIN app.account ON account.account_id = wallet.account_id
     LEFT JOIN app.mail_preference AS preference ON preference.account_id = account.account_id
     WHERE wallet.address = ANY ($6) AND account.email_verified_at IS NOT NULL AND ${WANTED[template]}
     ON CONFLICT (account_id, cause) DO NOTHING
     RETURNING mail_id AS "mailId"`,
    [
      ...[template, cause, JSON.stringify(facts), announcedSequence ?? null, dueAt ?? null],
      [...new Set(wallets.map((wallet) => wallet.toLowerCase()))],
    ],
  );
  await sendAll(db, rows);
  return rows.length;
}

/** Writes a mail to the owner of an account, whatever mails he wants. */
export async function mailToAccount<Name extends MailTemplate>(
  db: Statements,
  accountId: string,
  { template, cause, facts }: Pick<MailToWallets<Name>, "template" | "cause" | "facts">,
): Promise<number> {
  const { rows } = await db.query<{ mailId: string }>(
    `INSERT INTO app.mail (account_id, template, cause, facts) VALUES ($1, $2, $3, $4)
     ON CONFLICT (account_id, cause) DO NOTHING RETURNING mail_id AS "mailId"`,
    [accountId, template, cause, JSON.stringify(facts)],
  );
  await sendAll(db, rows);
  return rows.length;
}

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
    "UPDATE app.mail SET state = 'cancelled' WHERE announced_sequence = $1 AND state = 'queued'",
    [announcedSequence],
  );
  const { rows } = await db.query<{ mailId: string }>(
    `INSERT INTO app.mail (account_id, template, cause, facts)
     SELECT account_id, 'taken_back', 'taken back ' || $1::bigint, $2::jsonb FROM app.mail
     WHERE announced_sequence = $1 AND state = 'sent' AND template = 'event'
     ON CONFLICT (account_id, cause) DO NOTHING RETURNING mail_id AS "mailId"`,
    [announcedSequence, JSON.stringify(facts)],
  );
  await sendAll(db, rows);
  return rows.length;
}

async function sendAll(db: Statements, mails: readonly { mailId: string }[]): Promise<void> {
  for (const { mailId } of mails) await addJob(db, "mail.send", { mailId }, { cause: mailId });
}

/** A mail that is to be sent, with what its account says now. */
export type MailRow = {
  template: MailTemplate;
  facts: unknown;
  state: "queued" | "sent" | "cancelled" | "skipped";
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
       CASE WHEN account.email_verified_at IS NOT NULL THEN account.email END AS email,
       preference.unsubscribe_token AS "unsubscribeToken",
       CASE mail.template WHEN 'event' THEN coalesce(preference.wants_events, true)
         WHEN 'deadline' THEN coalesce(preference.wants_deadlines, true)
         ELSE true END AS "isWanted"
     FROM app.mail
     LEFT JOIN app.account ON account.account_id = mail.account_id
     LEFT JOIN app.mail_preference AS preference ON preference.account_id = mail.account_id
     WHERE mail.mail_id = $1`,
    [mailId],
  );
  return rows[0];
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

/** Cancels warnings that wait although their deadlines are not among those that still hold. */
export async function cancelWarnings(db: Statements, standing: readonly string[]): Promise<number> {
  const { rowCount } = await db.query(
    `UPDATE app.mail SET state = 'cancelled'
     WHERE state = 'queued' AND due_at IS NOT NULL AND cause <> ALL ($1)`,
    [standing],
  );
  return rowCount ?? 0;
}
