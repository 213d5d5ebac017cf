import { z } from "zod";

const words = z.string().max(200);

/** What each mail says; every fact is public or the reader's own. */
export const MAIL_FACTS = {
  event: z.object({
    kind: words,
    sequence: z.int(),
    listing: words.nullable(),
    escrow: words.nullable(),
    offer: words.nullable(),
    /** As text with its symbol, e.g. `1500 USDC`; null for events without an amount. */
    amount: words.nullable(),
    occurredAt: words,
    /** Whether the event may still vanish. */
    isProvisional: z.boolean(),
  }),
  taken_back: z.object({
    kind: words,
    sequence: z.int(),
    escrow: words.nullable(),
    listing: words.nullable(),
  }),
  deadline: z.object({
    kind: words,
    resource: words,
    id: words,
    act: words,
    byDefault: words,
    dueAt: words,
    hours: z.int(),
  }),
  endpoint_disabled: z.object({ endpointId: words, host: words, failingSince: words }),
} as const;

export type MailTemplate = keyof typeof MAIL_FACTS;
export type MailFacts<Name extends MailTemplate> = z.output<(typeof MAIL_FACTS)[Name]>;

/** A mail without its address. */
export type MailText = { subject: string; text: string; html: string };

/** Where the links of mails lead. */
export type MailLinks = { publicUrl: string; unsubscribeUrl: string | undefined };

/**
 * Writes a mail in plain text and HTML.
 *
 * @throws ZodError when the facts are not those of the template
 */
export function renderMail(template: MailTemplate, facts: unknown, links: MailLinks): MailText {
  const { subject, lines, path } = WRITERS[template](facts);
  const link = `${links.publicUrl}${path}`;
  const { unsubscribeUrl } = links;
  const text = [
    ...lines,
    "",
    link,
    ...(unsubscribeUrl === undefined ? [] : ["", `No such mails any more: ${unsubscribeUrl}`]),
    "",
  ].join("\n");
  const html = [
    "<!doctype html><html><body>",
    ...lines.map((line) => `<p>${escapeHtml(line)}</p>`),
    `<p><a href="${escapeHtml(link)}">${escapeHtml(link)}</a></p>`,
    ...(unsubscribeUrl === undefined
      ? []
      : [`<p><a href="${escapeHtml(unsubscribeUrl)}">No such mails any more</a></p>`]),
    "</body></html>",
  ].join("\n");
  return { subject, text, html };
}

type Written = { subject: string; lines: string[]; path: string };

/** Titles by kind of event; any other is told by its own name. */
const TITLES: Record<string, string> = {
  offer_made: "An offer was made",
  offer_accepted: "An offer was accepted",
  offer_rejected: "An offer was rejected",
  escrow_created: "An escrow was opened",
  funds_deposited: "A deposit arrived in escrow",
  credentials_uploaded: "Credentials are ready",
  receipt_confirmed: "Receipt was confirmed",
  transition_issue_reported: "A problem was reported after the handover",
  dispute_raised: "A dispute was raised",
  dispute_responded: "A dispute was answered",
  dispute_resolved: "A dispute was decided",
  funds_released: "The sale is complete: funds were released",
  build_id_verified: "The build id was checked",
  listing_paused: "A listing was paused",
  seller_paused: "A seller was paused",
};

const titleOf = (kind: string) => TITLES[kind] ?? kind.replaceAll("_", " ");

const WRITERS: Record<MailTemplate, (facts: unknown) => Written> = {
  event(given) {
    const facts = MAIL_FACTS.event.parse(given);
    const { kind, amount, occurredAt, isProvisional } = facts;
    return {
      subject: titleOf(kind),
      lines: [
        `${titleOf(kind)}${amount === null ? "" : ` (${amount})`}, ${occurredAt}.`,
        ...(isProvisional
          ? ["The chain may still take this back; should it, another mail says so."]
          : []),
      ],
      path: pathOf(facts),
    };
  },
  taken_back(given) {
    const facts = MAIL_FACTS.taken_back.parse(given);
    const title = titleOf(facts.kind);
    return {
      subject: `Taken back: ${title}`,
      lines: [
        `An earlier mail said: ${title}. The chain was reorganised and this has not happened.`,
        `It was entry ${facts.sequence} of the journal.`,
      ],
      path: pathOf(facts),
    };
  },
  deadline(given) {
    const facts = MAIL_FACTS.deadline.parse(given);
    const { kind, act, byDefault, dueAt, hours, resource, id } = facts;
    return {
      subject: `${hours} ${hours === 1 ? "hour" : "hours"} left: ${kind.replaceAll("_", " ")}`,
      lines: [
        `Until ${dueAt} you can call ${act}.`,
        `When nobody does: ${byDefault}.`,
        "Deadlines are counted in the time of the chain.",
      ],
      path:
        resource === "offer"
          ? `/v1/offers/${id}`
          : `/v1/${resource === "seller" ? "sellers" : "escrows"}/${id}`,
    };
  },
  endpoint_disabled(given) {
    const { endpointId, host, failingSince } = MAIL_FACTS.endpoint_disabled.parse(given);
    return {
      subject: `Webhooks to ${host} were switched off`,
      lines: [
        `Since ${failingSince} no message to ${host} got through, so no more are sent.`,
        "Switch the endpoint on again when it answers; messages go on where they stopped.",
      ],
      path: `/v1/webhooks/${endpointId}`,
    };
  },
};

function pathOf({ escrow, listing }: { escrow: string | null; listing: string | null }): string {
  if (escrow !== null) return `/v1/escrows/${escrow}`;
  return listing === null ? "/v1/changes" : `/v1/listings/${listing}`;
}

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escapeHtml = (text: string) => text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
