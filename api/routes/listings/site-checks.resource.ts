import { z } from "@hono/zod-openapi";
import type { LookRow, SiteStateRow } from "../../../core/queries/site-checks.ts";
import { daysUntil, SITE_CHECKS, VERDICTS } from "../../../core/site-checks/rules.ts";

const Status = z.enum(VERDICTS).openapi("SiteCheckStatus", {
  description: "unknown: the look could not say, which is nothing against the site.",
});

const found = {
  kind: z.enum(SITE_CHECKS).openapi({
    description:
      "uptime: whether the address answers with 200; tls: the end of its certificate; domain: the end of its registration, by RDAP.",
  }),
  status: Status,
  httpCode: z.int().nullable().openapi({
    description: "Status of the answer; null for none, and for other kinds.",
    example: 200,
  }),
  expiresAt: z.iso.datetime().nullable().openapi({
    description: "End of the certificate or registration; null where it was not learnt.",
  }),
  reason: z.string().nullable().openapi({
    description:
      "One word for why it is not pass, such as timeout, status, expires_soon or registry_failed.",
    example: "expires_soon",
  }),
  checkedAt: z.iso.datetime().openapi({ description: "When it was looked." }),
};

const SiteCheck = z
  .object({
    ...found,
    expiresInDays: z.int().nullable().openapi({
      description: "Whole days left when it was last looked, below 0 when it was over by then.",
      example: 21,
    }),
    failingSince: z.iso.datetime().nullable().openapi({
      description:
        "First of the failed looks in a row; null while there is none. While a failure of uptime is not confirmed, its status is warn.",
    }),
  })
  .openapi("SiteCheck");

const SiteLook = z.object(found).openapi("SiteLook");

const ACTIONS = ["none", "warning_added", "listing_paused"] as const;

/** How the site of a listing stands. */
export const SiteChecks = z
  .object({
    listing: z.string().openapi({ description: "Public id of the listing." }),
    actionTaken: z.enum(ACTIONS).openapi({
      description:
        "warning_added: a check warns or fails; listing_paused: the agent has paused the listing because its site was down for 72 hours.",
    }),
    checks: z.array(SiteCheck).openapi({
      description: "Each kind once that was looked at; empty before the first look.",
    }),
    history: z.array(SiteLook).openapi({ description: "Looks of the last 90 days, newest first." }),
  })
  .openapi("SiteChecks");

const textOf = (moment: Date | null) => moment?.toISOString() ?? null;

function toLook({ kind, verdict, httpCode, expiresAt, reason, checkedAt }: LookRow) {
  const moments = { expiresAt: textOf(expiresAt), checkedAt: checkedAt.toISOString() };
  return { kind, status: verdict, httpCode, reason, ...moments };
}

/** A first failure is a warning: what it may become is not yet known. */
const statusOf = ({ verdict, isFailing }: SiteStateRow): SiteStateRow["verdict"] =>
  isFailing ? "fail" : verdict === "fail" ? "warn" : verdict;

/** @param isPaused whether the listing is paused now */
export function toSiteChecks(
  listing: string,
  { states, looks, isPaused }: { states: SiteStateRow[]; looks: LookRow[]; isPaused: boolean },
): z.output<typeof SiteChecks> {
  const checks = states.map((state) => ({
    ...toLook(state),
    status: statusOf(state),
    expiresInDays: state.expiresAt === null ? null : daysUntil(state.expiresAt, state.checkedAt),
    failingSince: textOf(state.failingSince),
  }));
  const wasPaused = isPaused && states.some(({ pauseCause }) => pauseCause !== null);
  const isWarned = checks.some(({ status }) => status === "warn" || status === "fail");
  const actionTaken = wasPaused ? "listing_paused" : isWarned ? "warning_added" : "none";
  return { listing, actionTaken, checks, history: looks.map(toLook) };
}
