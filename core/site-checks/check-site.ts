import type { OutgoingClient, OutgoingRequest } from "../outgoing/outgoing-client.ts";
import { OutgoingError } from "../outgoing/outgoing-error.ts";
import type { ReadCertificate } from "../outgoing/read-certificate.ts";
import { checkDomain } from "./domain-expiry.ts";
import {
  type Finding,
  judgeEnd,
  judgeFailure,
  judgeStatus,
  type SiteCheckKind,
  unknownBecause,
} from "./rules.ts";

/** Looks at one side of a site; what fails on the way is a finding as well. */
export type CheckSite = (
  kind: SiteCheckKind,
  url: string,
  { at, signal }: { at: Date; signal: AbortSignal },
) => Promise<Finding>;

export type SiteCheckOptions = {
  outgoing: Pick<OutgoingClient, "send">;
  readCertificate: ReadCertificate;
  /** Where domains are asked for, without a slash at the end. */
  rdapUrl: string;
  /** A page that takes longer counts as not answered, milliseconds. */
  pageTimeoutMs?: number | undefined;
};

const PAGE_TIMEOUT_MS = 10_000;

/** A home page beyond this is not read: what it would say is `unknown`. */
const MOST_PAGE_BYTES = 8 * 1_024 ** 2;

const PAGE_HEADERS = { accept: "text/html, */*;q=0.5", "user-agent": "valyra-site-check/1" };

/** Makes what looks at sites, each time by the guarded way out. */
export function createSiteCheck({
  outgoing,
  readCertificate,
  rdapUrl,
  pageTimeoutMs = PAGE_TIMEOUT_MS,
}: SiteCheckOptions): CheckSite {
  return (kind, url, { at, signal }) => {
    if (kind === "uptime") {
      const limits = { totalMs: pageTimeoutMs, maxBytes: MOST_PAGE_BYTES };
      return checkUptime(outgoing, { url, limits, signal });
    }
    if (kind === "tls") return checkCertificate(readCertificate, url, { at, signal });
    return checkDomain(outgoing, { url, rdapUrl, at, signal });
  };
}

async function checkUptime(
  outgoing: Pick<OutgoingClient, "send">,
  page: Pick<OutgoingRequest, "url" | "limits" | "signal">,
): Promise<Finding> {
  try {
    return judgeStatus((await outgoing.send({ ...page, headers: PAGE_HEADERS })).status);
  } catch (error) {
    // That we are busy says nothing of anybody: the job is tried again.
    if (!(error instanceof OutgoingError) || error.failure === "BUSY") throw error;
    return judgeFailure(error.failure);
  }
}

async function checkCertificate(
  readCertificate: ReadCertificate,
  url: string,
  { at, signal }: { at: Date; signal: AbortSignal },
): Promise<Finding> {
  try {
    const { expiresAt, problem } = await readCertificate(url, signal);
    const found = judgeEnd("tls", expiresAt, at);
    if (problem === null || found.verdict === "fail") return found;
    return { ...found, verdict: "fail", reason: "untrusted" };
  } catch (error) {
    // Whether the site can be reached is what the check of uptime says.
    if (error instanceof OutgoingError) return unknownBecause(error.failure.toLowerCase());
    throw error;
  }
}
