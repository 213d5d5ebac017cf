import { sql } from "kysely";
import { z } from "zod";
import type { CallerTransaction } from "../db/as-caller.ts";
import { addJob, type Statements } from "../jobs/add-job.ts";
import { openLink, signLink } from "../signed-links/signed-link.ts";

/** What the message of each kind of notice says. */
export const NOTICE_FACTS = {
  review_waits: z.object({
    valuationId: z.uuid(),
    /** Public id of the listing. */
    listing: z.string().nullable(),
    /** Codes of why it was escalated. */
    reasons: z.array(z.string()),
  }),
  jobs_dead: z.object({ name: z.string(), count: z.int(), errorCode: z.string().nullable() }),
} as const;

export type NoticeKind = keyof typeof NOTICE_FACTS;

/** A notice as its message needs it. */
export type Notice = { noticeId: string; kind: NoticeKind; facts: unknown; timesTold: number };

/** Notices that are told in one look, so that a flood of them does not fill the chat. */
const MOST_AT_ONCE = 20;

/** Hours until a notice is told again that nobody has taken on. */
const REMIND_HOURS = 24;

/** Days for which the link of a message is good. */
const LINK_DAYS = 7;

/**
 * Notes what waits for operators: valuations for their reviewers, and jobs that were given up, of each
 * name once a day. What has been dealt with meanwhile is not told any more.
 */
export async function noteWhatWaits(db: Statements): Promise<void> {
  await db.query(
    `INSERT INTO app.operator_notice (kind, cause, facts)
     SELECT 'review_waits', 'review ' || review.valuation_id, jsonb_build_object(
       'valuationId', review.valuation_id,
       'listing', valuation.chain_id || '-' || valuation.contract || '-' || valuation.listing_id,
       'reasons', coalesce(jsonb_path_query_array(valuation.reasons, '$[*].code'), '[]'))
     FROM app.valuation_review AS review JOIN app.valuation USING (valuation_id)
     WHERE review.decided_at IS NULL
     ON CONFLICT (cause) DO NOTHING`,
  );
  await db.query(
    `INSERT INTO app.operator_notice (kind, cause, facts)
     SELECT 'jobs_dead', 'dead ' || name || ' ' || finished_at::date, jsonb_build_object(
       'name', name, 'count', count(*), 'errorCode', max(error_code))
     FROM app.job WHERE state = 'dead' AND finished_at > now() - interval '1 day'
     GROUP BY name, finished_at::date
     ON CONFLICT (cause) DO NOTHING`,
  );
  await db.query(
    `UPDATE app.operator_notice AS notice SET ended_at = now()
     WHERE ended_at IS NULL AND (
       (kind = 'review_waits' AND NOT EXISTS (SELECT FROM app.valuation_review AS review
         WHERE review.valuation_id::text = notice.facts->>'valuationId' AND review.decided_at IS NULL))
       OR (kind = 'jobs_dead' AND NOT EXISTS (SELECT FROM app.job
         WHERE job.name = notice.facts->>'name' AND job.state = 'dead')))`,
  );
}

/** Adds a job for each notice whose time has come; one message for each, however often it is looked. */
export async function tellDueNotices(db: Statements): Promise<number> {
  const { rows } = await db.query<{ noticeId: string; timesTold: number }>(
    `SELECT notice_id AS "noticeId", times_told AS "timesTold" FROM app.operator_notice
     WHERE ended_at IS NULL AND next_at <= now() ORDER BY next_at LIMIT $1`,
    [MOST_AT_ONCE],
  );
  for (const { noticeId, timesTold } of rows) {
    await addJob(db, "operator.tell", { noticeId }, { cause: `${noticeId} ${timesTold}` });
  }
  return rows.length;
}

/** A notice that is still open; undefined when there is nothing to tell any more. */
export async function findNotice(db: Statements, noticeId: string): Promise<Notice | undefined> {
  const { rows } = await db.query<Notice>(
    `SELECT notice_id AS "noticeId", kind, facts, times_told AS "timesTold"
     FROM app.operator_notice WHERE notice_id = $1 AND ended_at IS NULL`,
    [noticeId],
  );
  return rows[0];
}

/** Notes that a notice was told; it is told again after a day. */
export async function noteTold(db: Statements, noticeId: string): Promise<void> {
  await db.query(
    `UPDATE app.operator_notice SET times_told = times_told + 1,
       next_at = now() + make_interval(hours => $2) WHERE notice_id = $1`,
    [noticeId, REMIND_HOURS],
  );
}

/** The last part of the link by which somebody says that he looks after a notice. */
export const noticeLink = (key: Buffer, noticeId: string, now: Date): string =>
  signLink(
    key,
    "operator notice",
    `${noticeId} ${Math.floor(now.getTime() / 1_000) + LINK_DAYS * 86_400}`,
  );

/** The notice of a link; undefined when the link is not ours, or over. */
export function openNoticeLink(key: Buffer, link: string, now: Date): string | undefined {
  const text = openLink(key, "operator notice", link);
  const [, noticeId, until = ""] = /^([0-9a-f-]{36}) (\d{10})$/.exec(text ?? "") ?? [];
  return noticeId !== undefined && BigInt(until) * 1_000n > BigInt(now.getTime())
    ? noticeId
    : undefined;
}

/** Ends the messages about a notice; false when it is gone. */
export async function takeNoticeOn(
  transaction: CallerTransaction,
  noticeId: string,
): Promise<boolean> {
  const { rows } = await sql<{ isTaken: boolean | null }>`
    SELECT app.take_notice_on(${noticeId}::uuid) AS is_taken`.execute(transaction);
  return rows[0]?.isTaken === true;
}

/** Words for people, without any that a chat would read as its own commands. */
export function noticeText({ kind, facts, timesTold }: Notice, links: NoticeLinks): string {
  const lines = LINES[kind](facts, links.publicUrl);
  const again = timesTold === 0 ? "" : " (again: nobody has taken it on)";
  return [
    `${lines[0]}${again}`,
    ...lines.slice(1),
    ...(links.takeOnUrl === undefined ? [] : [`I look after it: ${links.takeOnUrl}`]),
  ].join("\n");
}

/** Where the links of a message lead. */
export type NoticeLinks = { publicUrl: string; takeOnUrl: string | undefined };

const LINES: Record<NoticeKind, (facts: unknown, publicUrl: string) => string[]> = {
  review_waits(given, publicUrl) {
    const { valuationId, listing, reasons } = NOTICE_FACTS.review_waits.parse(given);
    return [
      `A valuation waits for a reviewer: ${reasons.join(", ") || "no reason was given"}.`,
      `Valuation ${valuationId}${listing === null ? "" : ` of ${publicUrl}/v1/listings/${listing}`}`,
    ];
  },
  jobs_dead(given) {
    const { name, count, errorCode } = NOTICE_FACTS.jobs_dead.parse(given);
    return [
      `${count} ${count === 1 ? "job" : "jobs"} ${name} were given up: ${errorCode ?? "no reason"}.`,
      "Look, cure, and replay them with POST /v1/admin/jobs/replay.",
    ];
  },
};
