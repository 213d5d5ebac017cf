import { randomUUID } from "node:crypto";
import type { OutgoingClient } from "../outgoing/outgoing-client.ts";
import { scrub } from "./scrub.ts";

/** Where reports go: `https://<key>@<host>/<project>`, as Sentry writes it. */
export type Dsn = { endpoint: string; publicKey: string };

/** Reads the address of a project; undefined for what is none. */
export function parseDsn(text: string): Dsn | undefined {
  const url = URL.parse(text);
  const [, prefix = "", project] = /^(.*)\/(\d+)$/.exec(url?.pathname ?? "") ?? [];
  if (url === null || project === undefined || url.username === "" || url.password !== "") {
    return undefined;
  }
  if (url.protocol !== "https:" && url.protocol !== "http:") return undefined;
  const endpoint = `${url.protocol}//${url.host}${prefix}/api/${project}/envelope/`;
  return { endpoint, publicKey: url.username };
}

export type ErrorReportOptions = {
  dsn: Dsn;
  /** Process that fails: `api`, `workers`. */
  component: string;
  client: Pick<OutgoingClient, "send">;
  /** Milliseconds, of any clock that goes forward. */
  clock?: () => number;
};

/** What is known of a failure beside the error: the members of its log line. */
export type FailureContext = Readonly<Record<string, unknown>>;

/** Tells somebody's service of errors that nobody expected. */
export type ErrorReports = {
  /** Sends it in the background; a service that is away costs nobody anything. */
  report(failure: Error, message: string, context: FailureContext): void;
  /** Waits for reports under way. */
  close(): Promise<void>;
};

/** The same error again within this time is not told again. */
const SAME_MS = 60_000;
const MAX_KINDS = 200;
const MAX_UNDER_WAY = 10;
const TIMEOUT_MS = 5_000;
const MAX_CAUSES = 5;
const MAX_TEXT = 2_000;

/** Members of a log line that may leave: names of ours, never what a caller has sent. */
const TAGS = ["requestId", "traceId", "method", "route", "status", "code", "job", "queue", "jobId"];

/**
 * Reports errors by the protocol of Sentry (an envelope for each), through the guarded client: its own
 * library would bring another way out and hooks into everything (ADR 37). Secrets are taken out before
 * anything leaves (req 1.47).
 */
export function openErrorReports({
  dsn,
  component,
  client,
  clock = () => performance.now(),
}: ErrorReportOptions): ErrorReports {
  const told = new Map<string, number>();
  const underWay = new Set<Promise<unknown>>();

  const isNews = (failure: Error): boolean => {
    const kind = `${failure.name}: ${failure.message}`.slice(0, 200);
    const before = told.get(kind);
    if (before !== undefined && clock() - before < SAME_MS) return false;
    if (told.size >= MAX_KINDS) told.clear();
    told.set(kind, clock());
    return true;
  };

  return {
    report(failure, message, context) {
      if (underWay.size >= MAX_UNDER_WAY || !isNews(failure)) return;
      const sent = client
        .send({
          url: dsn.endpoint,
          method: "POST",
          headers: {
            "content-type": "application/x-sentry-envelope",
            "x-sentry-auth": `Sentry sentry_version=7, sentry_client=valyra/1, sentry_key=${dsn.publicKey}`,
          },
          body: envelopeOf(component, failure, message, context),
          limits: { totalMs: TIMEOUT_MS, maxBytes: 65_536, maxRedirects: 0 },
        })
        // It is in the log already; to log this failure as well could report for ever.
        .catch(() => undefined)
        .finally(() => underWay.delete(sent));
      underWay.add(sent);
    },
    close: async () => void (await Promise.all(underWay)),
  };
}

function envelopeOf(
  component: string,
  failure: Error,
  message: string,
  context: FailureContext,
): string {
  const eventId = randomUUID().replaceAll("-", "");
  const sentAt = new Date().toISOString();
  const named = TAGS.flatMap((name) =>
    ["string", "number"].includes(typeof context[name])
      ? [[name, scrub(String(context[name])).slice(0, 200)]]
      : [],
  );
  const event = {
    event_id: eventId,
    timestamp: sentAt,
    platform: "node",
    level: "error",
    logger: component,
    message: { formatted: scrub(message).slice(0, MAX_TEXT) },
    tags: Object.fromEntries([["component", component], ...named]),
    // The cause first, as the protocol has it.
    exception: { values: causesOf(failure).reverse().map(describe) },
  };
  return [{ event_id: eventId, sent_at: sentAt }, { type: "event" }, event]
    .map((part) => JSON.stringify(part))
    .join("\n");
}

function causesOf(failure: Error): Error[] {
  const chain = [failure];
  for (let { cause } = failure; cause instanceof Error && chain.length < MAX_CAUSES; ) {
    chain.push(cause);
    cause = cause.cause;
  }
  return chain;
}

function describe({ name, message, stack = "" }: Error) {
  const lines = [...stack.matchAll(/^\s+at (?:(.+?) \()?(.+?):(\d+):(\d+)\)?$/gm)];
  const frames = lines.map(([, called, file = "", line, column]) => ({
    function: called ?? "?",
    // From the root of the project on: where it is installed is nobody's business.
    filename: file.replace(/^.*?(?=(?:node_modules|api|core|workers|journal|guard)\/)/, ""),
    lineno: Number(line),
    colno: Number(column),
  }));
  const value = scrub(message).slice(0, MAX_TEXT);
  return { type: name, value, stacktrace: { frames: frames.reverse() } };
}
