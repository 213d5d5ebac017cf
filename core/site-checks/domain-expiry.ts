import { isIP } from "node:net";
import { z } from "zod";
import type { OutgoingClient } from "../outgoing/outgoing-client.ts";
import { OutgoingError } from "../outgoing/outgoing-error.ts";
import { type Finding, judgeEnd, unknownBecause } from "./rules.ts";

/** What is read of an answer about a domain (RFC 9083, section 5.3). */
const RdapDomain = z.object({
  objectClassName: z.literal("domain"),
  ldhName: z.string().optional(),
  events: z
    .array(z.object({ eventAction: z.string(), eventDate: z.string().optional() }))
    .default([]),
});

/** Names that are asked for one host; with their time each, they fit into the time of a job. */
const MOST_NAMES = 3;
const LIMITS = { totalMs: 8_000, maxBytes: 256 * 1_024 };

/**
 * Names under which the domain of a host can be registered, longest first: which part of a host that is
 * cannot be told by its text, but registries only know what they have registered.
 */
export function registrableNames(host: string): string[] {
  if (isIP(host.replace(/^\[(.*)\]$/, "$1")) !== 0) return [];
  const labels = host.toLowerCase().replace(/\.$/, "").split(".");
  const own = labels[0] === "www" && labels.length > 2 ? labels.slice(1) : labels;
  return own
    .slice(0, -1)
    .map((_, at) => own.slice(at).join("."))
    .slice(-MOST_NAMES);
}

/** The expiry of a domain in an answer; the word for what is wrong with it where there is none. */
export function readExpiry(body: string, name: string): Date | string {
  const parsed = RdapDomain.safeParse(parseJson(body));
  if (!parsed.success) return "registry_unreadable";
  const { ldhName, events } = parsed.data;
  const told = ldhName?.toLowerCase().replace(/\.$/, "");
  if (told !== undefined && told !== name) return "registry_unreadable";
  const date = events.find(({ eventAction }) => eventAction === "expiration")?.eventDate;
  const isMoment = z.iso.datetime({ offset: true }).safeParse(date).success;
  return isMoment && date !== undefined ? new Date(date) : "no_expiry";
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Asks the registry by RDAP (RFC 9082) when the domain of a site expires. Many registries do not say,
 * and others are slow: that is `unknown`, for it says nothing of the site.
 *
 * @param rdapUrl service that knows or forwards to every registry, without a slash at the end
 */
export async function checkDomain(
  client: Pick<OutgoingClient, "send">,
  { url, rdapUrl, at, signal }: { url: string; rdapUrl: string; at: Date; signal: AbortSignal },
): Promise<Finding> {
  for (const name of registrableNames(new URL(url).hostname)) {
    try {
      const { status, body } = await client.send({
        url: `${rdapUrl}/domain/${name}`,
        headers: { accept: "application/rdap+json" },
        limits: LIMITS,
        signal,
      });
      if (status === 404) continue;
      if (status !== 200) return unknownBecause("registry_failed");
      const expiry = readExpiry(body.toString("utf8"), name);
      return typeof expiry === "string" ? unknownBecause(expiry) : judgeEnd("domain", expiry, at);
    } catch (error) {
      if (error instanceof OutgoingError) return unknownBecause("registry_failed");
      throw error;
    }
  }
  return unknownBecause("no_registry");
}
