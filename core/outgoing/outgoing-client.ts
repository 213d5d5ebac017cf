import { Agent, type Dispatcher, errors, request } from "undici";
import { createGuardedConnector, type Resolve, resolveBySystem } from "./guarded-connector.ts";
import { OutgoingError } from "./outgoing-error.ts";
import { ACCEPTED_ENCODINGS, readBody } from "./read-body.ts";
import { DEFAULT_TARGETS, parseTarget, type TargetPolicy } from "./target.ts";

/** How much one request may take of us. */
export type OutgoingLimits = {
  /** From the first look-up of a name to the last byte, all redirects included, milliseconds. */
  totalMs: number;
  /** Of the body, packed and again unpacked. */
  maxBytes: number;
  /** Redirects that are followed; each is checked like the first address. */
  maxRedirects: number;
};

export const DEFAULT_LIMITS: OutgoingLimits = {
  totalMs: 10_000,
  maxBytes: 2 * 1024 ** 2,
  maxRedirects: 3,
};

export type OutgoingRequest = {
  url: string | URL;
  /** Only GET and HEAD follow redirects. */
  method?: "GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE" | undefined;
  headers?: Readonly<Record<string, string>> | undefined;
  body?: string | Uint8Array | undefined;
  signal?: AbortSignal | undefined;
  limits?: Partial<OutgoingLimits> | undefined;
};

export type OutgoingAnswer = {
  status: number;
  /** By name in lower case; those that were sent several times are joined by commas. */
  headers: Readonly<Record<string, string>>;
  body: Buffer;
  /** Where the answer came from in the end. */
  url: string;
};

/** The one way out: every request of ours that somebody else has a say in. */
export type OutgoingClient = {
  /**
   * Sends a request and reads its answer whole.
   *
   * @throws OutgoingError for whatever was refused or failed; any status of HTTP is an answer
   */
  send(request: OutgoingRequest): Promise<OutgoingAnswer>;
  close(): Promise<void>;
};

export type OutgoingOptions = Partial<TargetPolicy> & {
  resolve?: Resolve | undefined;
  /** Requests that may be under way at a time. */
  maxConcurrent?: number | undefined;
};

const CONNECT_TIMEOUT_MS = 5_000;
const MAX_HEADER_BYTES = 16_384;
const DEFAULT_CONCURRENCY = 64;

/** An answer that is one of these sends a reader elsewhere. */
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** What follows a redirect to another origin; everything else could be a credential. */
const HARMLESS_HEADERS = new Set(["accept", "accept-language", "user-agent"]);

/**
 * Targets of a process, of which an operator has named exceptions: what is not public may be asked
 * without TLS, for it is a service of his own.
 */
export const targetsWith = (
  places: readonly string[],
): Pick<OutgoingOptions, "exceptions" | "schemes"> =>
  places.length === 0 ? {} : { exceptions: new Set(places), schemes: ["https:", "http:"] };

/**
 * Opens the way out (checks SS-1 to SS-3). Addresses are checked when a name was resolved and again
 * when the connection stands; redirects are followed by hand, so that each hop is checked.
 */
export function openOutgoingClient({
  resolve = resolveBySystem,
  maxConcurrent = DEFAULT_CONCURRENCY,
  ...targets
}: OutgoingOptions = {}): OutgoingClient {
  const policy: TargetPolicy = { ...DEFAULT_TARGETS, ...targets };
  const agent = new Agent({
    connect: createGuardedConnector(policy, { resolve, connectTimeoutMs: CONNECT_TIMEOUT_MS }),
    maxHeaderSize: MAX_HEADER_BYTES,
    // A kept connection goes on to an address that was checked a while ago: not for long.
    keepAliveTimeout: 1_000,
    keepAliveMaxTimeout: 5_000,
  });
  let underWay = 0;

  return {
    async send({ limits: wanted, signal, ...first }) {
      const limits = { ...DEFAULT_LIMITS, ...wanted };
      if (underWay >= maxConcurrent)
        throw new OutgoingError("BUSY", "Too many requests at a time.");
      underWay += 1;
      // By hand and not by AbortSignal.timeout: that one would still go off after a request has ended.
      const end = new AbortController();
      let isLate = false;
      const timer = setTimeout(() => {
        isLate = true;
        end.abort();
      }, limits.totalMs).unref();
      const onAbort = () => end.abort(signal?.reason);
      if (signal?.aborted === true) onAbort();
      signal?.addEventListener("abort", onAbort, { once: true });
      try {
        return await follow(agent, policy, first, limits, end.signal);
      } catch (error) {
        signal?.throwIfAborted();
        throw explain(error, isLate);
      } finally {
        underWay -= 1;
        clearTimeout(timer);
        signal?.removeEventListener("abort", onAbort);
      }
    },
    close: () => agent.destroy(),
  };
}

type Hop = Omit<OutgoingRequest, "limits" | "signal">;

async function follow(
  agent: Agent,
  policy: TargetPolicy,
  first: Hop,
  limits: OutgoingLimits,
  signal: AbortSignal,
): Promise<OutgoingAnswer> {
  let hop = first;
  for (let redirects = 0; ; redirects += 1) {
    const url = parseTarget(hop.url, policy);
    const answer = await request(url, {
      dispatcher: agent,
      method: hop.method ?? "GET",
      headers: { "accept-encoding": ACCEPTED_ENCODINGS, ...hop.headers },
      body: hop.body ?? null,
      signal,
    });
    const next = REDIRECTS.has(answer.statusCode) ? answer.headers.location : undefined;
    if (typeof next !== "string") return read(answer, url, limits);
    // Nobody reads what stands beside a redirect; the connection goes with it.
    answer.body.on("error", () => undefined).destroy();
    if (redirects === limits.maxRedirects) throw refuse("there are too many of them");
    hop = redirect(hop, url, next);
  }
}

function redirect(hop: Hop, from: URL, location: string): Hop {
  const { method = "GET", headers = {} } = hop;
  if (method !== "GET" && method !== "HEAD") throw refuse("the request may change something");
  const to = URL.parse(location, from.href);
  if (to === null) throw refuse("it leads nowhere");
  if (from.protocol === "https:" && to.protocol !== "https:") throw refuse("it leaves https");
  if (to.origin === from.origin) return { url: to, method, headers };
  const kept = Object.entries(headers).filter(([name]) => HARMLESS_HEADERS.has(name.toLowerCase()));
  return { url: to, method, headers: Object.fromEntries(kept) };
}

async function read(
  { statusCode, headers, body }: Dispatcher.ResponseData,
  url: URL,
  limits: OutgoingLimits,
): Promise<OutgoingAnswer> {
  const plain = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, [value ?? ""].flat().join(", ")]),
  );
  try {
    const bytes = await readBody(body, plain["content-encoding"], limits.maxBytes);
    return { status: statusCode, headers: plain, body: bytes, url: url.href };
  } catch (error) {
    body.on("error", () => undefined).destroy();
    throw error;
  }
}

/** What undici throws, in our words; the cause stays for the log. */
function explain(error: unknown, isLate: boolean): unknown {
  if (error instanceof OutgoingError) return error;
  if (error instanceof Error && error.cause instanceof OutgoingError) return error.cause;
  if (isLate) {
    return new OutgoingError("TIMEOUT", "The answer took too long.", { cause: error });
  }
  if (error instanceof errors.HeadersOverflowError) {
    return new OutgoingError("TOO_LARGE", "The answer has too many headers.", { cause: error });
  }
  return new OutgoingError("UNREACHABLE", "The request failed on its way.", { cause: error });
}

const refuse = (why: string) =>
  new OutgoingError("REDIRECT_REFUSED", `The redirect is not followed: ${why}.`);
