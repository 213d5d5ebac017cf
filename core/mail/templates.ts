import { z } from "zod";

const words = z.string().max(200);

const event = z.object({
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
});

/** What each mail says; every fact is public or the reader's own. */
export const MAIL_FACTS = {
  event,
  /** A deposit for a listing whose seller is not heard of; `answerBy` is a day after it (domain B.9). */
  urgent_deposit: event.extend({ silentSince: words, answerBy: words }),
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
  /** A seller of whom nothing was heard for so long, or who has left offers unanswered. */
  silence: z.object({
    step: z.enum(["reminded", "unresponsive", "pausable", "ignored_offers"]),
    /** Public id of the seller, or of the listing. */
    id: words,
    since: words,
    pausedFrom: words,
    ignored: z.int().nullable(),
  }),
  /** The site of a listing that is for sale has gone down, or is back (domain B.10). */
  site: z.object({
    step: z.enum(["down", "back"]),
    id: words,
    since: words,
    checkedAt: words,
    reason: words.nullable(),
    pausedFrom: words.nullable(),
  }),
  endpoint_disabled: z.object({ endpointId: words, host: words, failingSince: words }),
  /** Title and search are text of others and of the reader. */
  search_match: z.object({
    search: words,
    listing: words,
    title: z.string().max(300),
    why: z.array(z.string().max(500)).max(12),
  }),
  digest: z.object({
    entries: z.array(
      z.object({
        template: z.enum(["event", "search_match"]),
        facts: z.record(z.string(), z.json()),
      }),
    ),
    /** How many more there are than entries. */
    more: z.int(),
  }),
} as const;

export type MailTemplate = keyof typeof MAIL_FACTS;
export type MailFacts<Name extends MailTemplate> = z.output<(typeof MAIL_FACTS)[Name]>;

/** A mail without its address. */
export type MailText = { subject: string; text: string; html: string };

/** Where the links of mails lead. */
export type MailLinks = {
  publicUrl: string;
  unsubscribeUrl: string | undefined;
  /** By which the reader of a reminder says that he is still there; undefined for other mails. */
  signOfLifeUrl?: string | undefined;
};

/**
 * Writes a mail in plain text and HTML.
 *
 * @throws ZodError when the facts are not those of the template
 */
export function renderMail(template: MailTemplate, facts: unknown, links: MailLinks): MailText {
  const { subject, lines, path } = WRITERS[template](facts);
  const link = `${links.publicUrl}${path}`;
  const { unsubscribeUrl, signOfLifeUrl } = links;
  const text = [
    ...lines,
    ...(signOfLifeUrl === undefined ? [] : ["", `I am still there: ${signOfLifeUrl}`]),
    "",
    link,
    ...(unsubscribeUrl === undefined ? [] : ["", `No such mails any more: ${unsubscribeUrl}`]),
    "",
  ].join("\n");
  const html = [
    "<!doctype html><html><body>",
    ...lines.map((line) => `<p>${escapeHtml(line)}</p>`),
    ...(signOfLifeUrl === undefined
      ? []
      : [`<p><a href="${escapeHtml(signOfLifeUrl)}">I am still there</a></p>`]),
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

const SILENCE_SUBJECTS = {
  reminded: "Are you still there? A heartbeat is due",
  unresponsive: "You are shown as unresponsive",
  pausable: "You are to be paused as a seller",
} as const;

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
  urgent_deposit(given) {
    const facts = MAIL_FACTS.urgent_deposit.parse(given);
    const { amount, occurredAt, silentSince, answerBy, isProvisional } = facts;
    return {
      subject: `Urgent: a deposit waits for you until ${answerBy}`,
      lines: [
        `Somebody has paid${amount === null ? "" : ` ${amount}`} into escrow for your listing, ${occurredAt}.`,
        `Nothing was heard of you since ${silentSince}, so the buyer sees you as unresponsive.`,
        `Please answer until ${answerBy}: hand over, or call recordHeartbeat and tell the buyer when you will.`,
        ...(isProvisional
          ? ["The chain may still take the deposit back; should it, another mail says so."]
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
  silence(given) {
    const { step, id, since, pausedFrom, ignored } = MAIL_FACTS.silence.parse(given);
    if (step === "ignored_offers") {
      return {
        subject: `${ignored} offers went unanswered: your listing is to be paused`,
        lines: [
          `${ignored} offers for your listing have expired without an answer, the last one that counts on ${since}.`,
          "The agent pauses it. You can resume it at any time.",
        ],
        path: `/v1/listings/${id}`,
      };
    }
    return {
      subject: SILENCE_SUBJECTS[step],
      lines: [
        `The last sign of life of your account was on ${since}.`,
        `From ${pausedFrom} on the agent may pause you as a seller. Call recordHeartbeat, or use the link of this mail where it has one.`,
      ],
      path: `/v1/sellers/${id}`,
    };
  },
  site(given) {
    const { step, id, since, checkedAt, reason, pausedFrom } = MAIL_FACTS.site.parse(given);
    const path = `/v1/listings/${id}/site-checks`;
    if (step === "back") {
      return {
        subject: "Your site is back",
        lines: [
          `The site of your listing answers again, ${checkedAt}. It was down since ${since}.`,
        ],
        path,
      };
    }
    return {
      subject: "Your site cannot be reached",
      lines: [
        `The site of your listing does not answer as it should since ${since}: ${reason ?? "unknown"}.`,
        "Buyers see this at your listing. It is looked at each hour, and the warning ends by itself.",
        `If it is still down on ${pausedFrom}, the agent may pause the listing.`,
      ],
      path,
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
  search_match(given) {
    const { search, listing, title, why } = MAIL_FACTS.search_match.parse(given);
    return {
      subject: `${search}: ${title}`,
      lines: [`Your saved search "${search}" has found "${title}".`, ...why],
      path: `/v1/listings/${listing}`,
    };
  },
  digest(given) {
    const { entries, more } = MAIL_FACTS.digest.parse(given);
    const count = entries.length + more;
    return {
      subject: `${count} ${count === 1 ? "thing" : "things"} happened`,
      lines: [
        ...entries.map(digestLine),
        ...(more > 0 ? [`And ${more} more, in the feed of changes.`] : []),
      ],
      path: "/v1/changes",
    };
  },
};

/** One line of a digest, with where it leads. */
function digestLine({ template, facts }: MailFacts<"digest">["entries"][number]): string {
  const { subject, lines, path } = WRITERS[template](facts);
  const [first = subject] = lines;
  return `${template === "event" ? first : `${subject}.`} ${path}`;
}

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
