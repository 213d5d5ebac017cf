import { addJob, type Statements } from "../../core/jobs/add-job.ts";
import { JobError } from "../../core/jobs/job-error.ts";
import { judge } from "../../core/jobs/retry.ts";
import {
  findMail,
  type MailRow,
  noteBegun,
  noteRefused,
  noteSent,
  noteSkipped,
  noteUnconfirmed,
} from "../../core/mail/mails.ts";
import { MAIL_FACTS, type MailTemplate, renderMail } from "../../core/mail/templates.ts";
import { signOfLifeLink } from "../../core/sellers/sign-of-life.ts";
import type { Processor } from "../processor.ts";

/** Mails that an account may end by a link; the others tell what it must know. */
const CAN_BE_ENDED: ReadonlySet<string> = new Set([
  ...["event", "deadline", "silence", "search_match", "digest"],
]);

/** Hands a mail to the transport, unless it is no longer true or nobody wants it. */
export const sendMail: Processor<"mail.send"> = async ({ mailId }, { deps, finish }) => {
  const { pool, mail: transport, settings } = deps;
  const mail = await findMail(pool, mailId);
  if (mail?.state === "cancelled" && mail.isBegun) {
    // Whoever had begun has ended without a word: the mail may be with its reader.
    return finish(async (client) => {
      await noteUnconfirmed(client, mailId);
      await takeBack(client, mailId, mail);
    });
  }
  if (mail?.state !== "queued") return;
  const { email, template, facts, unsubscribeToken } = mail;
  if (transport === undefined || email === null || !mail.isWanted) {
    return finish((client) => noteSkipped(client, mailId));
  }
  const unsubscribeUrl =
    unsubscribeToken === null || !CAN_BE_ENDED.has(template)
      ? undefined
      : `${settings.publicUrl}/v1/unsubscribe/${unsubscribeToken}`;
  const { publicUrl } = settings;
  const link = answerLink(deps.webhookKey, template, facts);
  const signOfLifeUrl = link && `${publicUrl}/v1/signs-of-life/${link}`;
  const text = renderMail(template, facts, { publicUrl, unsubscribeUrl, signOfLifeUrl });
  if (!(await noteBegun(pool, mailId))) return;
  try {
    await deps.mailPolicy.execute(() =>
      transport.send({ mailId, to: email, unsubscribeUrl, ...text }),
    );
  } catch (error) {
    if (isSurelyRefused(error)) await noteRefused(pool, mailId);
    throw explain(error);
  }
  return finish(async (client) => {
    const wasCancelled = await noteSent(client, mailId);
    if (wasCancelled) await takeBack(client, mailId, mail);
  });
};

/** Its event vanished while a mail was under way, when nobody could know that it would be sent. */
async function takeBack(
  db: Statements,
  mailId: string,
  { announcedSequence }: MailRow,
): Promise<void> {
  if (announcedSequence === null) return;
  const sequence = Number(announcedSequence);
  await addJob(db, "notification.take_back", { sequence }, { cause: `mail ${mailId}` });
}

/**
 * What ends the silence that a mail is about; undefined for other mails. It is made when the mail is
 * sent, so that no row holds it.
 */
function answerLink(
  key: Buffer | undefined,
  template: MailTemplate,
  facts: unknown,
): string | undefined {
  if (key === undefined || template !== "silence") return undefined;
  const { step, id, since } = MAIL_FACTS.silence.parse(facts);
  if (step === "ignored_offers") return undefined;
  return signOfLifeLink(key, id, BigInt(Date.parse(since)) / 1_000n);
}

/** Whether the server said no, or was not asked at all; a connection that broke tells nothing. */
const isSurelyRefused = (error: unknown): boolean =>
  (error instanceof Error && "responseCode" in error) ||
  judge(error).failure === "provider_resting";

/** SMTP says with its first digit whether a mail is refused for good (RFC 5321, section 4.2.1). */
function explain(error: unknown): unknown {
  if (!(error instanceof Error) || !("responseCode" in error)) return error;
  const isForGood = Number(error.responseCode) >= 500;
  return isForGood
    ? new JobError("rejected", "The mail server refused this mail.", { cause: error })
    : new JobError("provider", "The mail server did not take this mail for now.", { cause: error });
}
