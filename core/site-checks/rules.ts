import type { OutgoingFailure } from "../outgoing/outgoing-error.ts";

/** What is looked at of the site of a business that is for sale (domain B.10). */
export const SITE_CHECKS = ["uptime", "tls", "domain"] as const;
export type SiteCheckKind = (typeof SITE_CHECKS)[number];

/** `unknown`: the check could not say; it says nothing against the site. */
export const VERDICTS = ["pass", "warn", "fail", "unknown"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What one look at a site has found. */
export type Finding = {
  verdict: Verdict;
  /** Status of HTTP; null where none was given, and of the other checks. */
  httpCode: number | null;
  /** End of the certificate, or of the registration of the domain. */
  expiresAt: Date | null;
  /** One word for why it is not `pass`, such as `timeout`. */
  reason: string | null;
};

/** How a site stands by all looks so far. */
export type Standing = {
  /** The failure counts; until then it may be a passing one. */
  isFailing: boolean;
  /** First look of the failures in a row that were watched without a gap. */
  failingSince: Date | null;
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A second look at a site that did not answer; and how far apart both must be to count, milliseconds. */
const CONFIRM_AFTER = 5 * MINUTE;
const CONFIRMED_AFTER = 4 * MINUTE;

/** Looks further apart say nothing of the time between: a downtime then begins anew, milliseconds. */
const LONGEST_GAP = 6 * HOUR;

/** Downtime after which the listing may be paused (domain B.10), milliseconds. */
const PAUSE_AFTER = 72 * HOUR;

/** Days before its end from which on it warns: certificates are prolonged late, domains are not. */
const WARNING_DAYS = { tls: 14, domain: 30 } as const;

/** More sites than this, and more than half of all, are not down by themselves. */
const DOWN_BY_CHANCE = 3;

const finding = (verdict: Verdict, reason: string | null = null): Finding => ({
  verdict,
  reason,
  httpCode: null,
  expiresAt: null,
});

/** A check that could not say anything. */
export const unknownBecause = (reason: string): Finding => finding("unknown", reason);

/** What a status says: 200 passes; who turns robots away is there, and so is not down. */
export function judgeStatus(httpCode: number): Finding {
  if (httpCode === 200) return { ...finding("pass"), httpCode };
  const isShy = httpCode === 403 || httpCode === 429;
  return { ...finding(isShy ? "warn" : "fail", isShy ? "robots_refused" : "status"), httpCode };
}

/** Failures that are ours or of the form of the answer, and say nothing of whether the site is up. */
const SAYS_NOTHING: ReadonlySet<OutgoingFailure> = new Set([
  "URL_REFUSED",
  "TOO_LARGE",
  "ENCODING_REFUSED",
]);

/** What it says of a site that the outgoing client gave no answer. */
export const judgeFailure = (failure: OutgoingFailure): Finding =>
  finding(SAYS_NOTHING.has(failure) ? "unknown" : "fail", failure.toLowerCase());

/** Whole days from a moment to an end; below 0 when it is over. */
export const daysUntil = (end: Date, at: Date): number =>
  Math.floor((end.getTime() - at.getTime()) / DAY);

/** What the end of a certificate or a registration says. */
export function judgeEnd(kind: keyof typeof WARNING_DAYS, expiresAt: Date, at: Date): Finding {
  if (expiresAt <= at) return { ...finding("fail", "expired"), expiresAt };
  const isNear = daysUntil(expiresAt, at) <= WARNING_DAYS[kind];
  return { ...(isNear ? finding("warn", "expires_soon") : finding("pass")), expiresAt };
}

/**
 * How a site stands after a look. One look that fails is no downtime: a restart, a lost packet or our
 * own network does that, and a badge that comes and goes is believed by nobody. So a failed look at the
 * site is repeated minutes later, and only both together count. Ends of certificates and domains are
 * dates, which do not flap, and count at once. An unknown look changes nothing.
 *
 * @param before of the look before this one; undefined for the first
 */
export function standingAfter(
  before: (Standing & { checkedAt: Date }) | undefined,
  kind: SiteCheckKind,
  verdict: Verdict,
  at: Date,
): Standing {
  if (verdict === "pass" || verdict === "warn") return { isFailing: false, failingSince: null };
  const { isFailing = false, failingSince = null, checkedAt = at } = before ?? {};
  if (verdict === "unknown") return { isFailing, failingSince };
  const wasWatched = kind !== "uptime" || at.getTime() - checkedAt.getTime() <= LONGEST_GAP;
  const since = wasWatched && failingSince !== null ? failingSince : at;
  const isConfirmed = kind !== "uptime" || at.getTime() - since.getTime() >= CONFIRMED_AFTER;
  return { isFailing: isFailing || isConfirmed, failingSince: since };
}

/** When to look again: each day or week, soon after a first failure, each hour while a site is down. */
export function nextLookAt(
  kind: SiteCheckKind,
  verdict: Verdict,
  { isFailing, failingSince }: Standing,
  at: Date,
): Date {
  const after = (delay: number) => new Date(at.getTime() + delay);
  if (kind !== "uptime") return after(verdict === "pass" ? 7 * DAY : DAY);
  if (failingSince === null) return after(DAY);
  return after(isFailing ? HOUR : CONFIRM_AFTER);
}

/** From when on the listing of a site that is down may be paused; undefined while it is not down. */
export const pausableFrom = ({ isFailing, failingSince }: Standing): Date | undefined =>
  isFailing && failingSince !== null ? new Date(failingSince.getTime() + PAUSE_AFTER) : undefined;

/**
 * Whether so many sites are down at once that it is more likely our own network: then nobody is told
 * that his site is down, and nothing is paused.
 *
 * @param watched sites that are looked at, those that are down included
 */
export const isOwnOutage = ({ down, watched }: { down: number; watched: number }): boolean =>
  down > DOWN_BY_CHANCE && 2 * down > watched;
