import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

/** An answer that the proxy keeps, and whose request brought it. */
type Kept = {
  /** Values of the request headers that the answer says it differs by. */
  variant: string;
  askedBy: string;
  body: Buffer;
  status: number;
  headers: Record<string, string>;
  storedAt: number;
};

/** A shared cache in front of the API. */
export type CachingProxy = {
  readonly url: string;
  /** Answers that somebody got out of the cache although somebody else's request had brought them. */
  readonly crossHits: { path: string; askedBy: string; storedFor: string }[];
  close(): Promise<void>;
};

/**
 * Starts a cache that keeps whatever `Cache-Control` lets it keep, and is careless otherwise: also what
 * was asked for with credentials, which a sound cache would not. `x-cache` says hit, revalidated or miss.
 *
 * @param upstream address of the API
 */
export async function startCachingProxy(upstream: string): Promise<CachingProxy> {
  const kept = new Map<string, Kept[]>();
  const crossHits: CachingProxy["crossHits"] = [];

  const answer = async (path: string, incoming: IncomingHttpHeaders) => {
    const askedBy = String(incoming.authorization ?? incoming["x-api-key"] ?? "nobody");
    const known = kept.get(path)?.find((one) => one.variant === variantOf(one.headers, incoming));
    const give = (one: Kept, cache: "hit" | "revalidated") => {
      if (one.askedBy !== askedBy) crossHits.push({ path, askedBy, storedFor: one.askedBy });
      return { ...one, cache };
    };
    if (known !== undefined && isFresh(known)) return give(known, "hit");
    const response = await fetch(upstream + path, {
      headers: {
        ...forwarded(incoming),
        ...(known?.headers.etag === undefined ? {} : { "if-none-match": known.headers.etag }),
      },
    });
    const body = Buffer.from(await response.arrayBuffer());
    if (known !== undefined && response.status === 304) return give(known, "revalidated");
    const headers = Object.fromEntries(response.headers);
    const fresh: Kept = {
      ...{ askedBy, body, headers, status: response.status, storedAt: Date.now() },
      variant: variantOf(headers, incoming),
    };
    if (!/no-store|private/.test(headers["cache-control"] ?? "")) {
      const others = kept.get(path)?.filter(({ variant }) => variant !== fresh.variant) ?? [];
      kept.set(path, [...others, fresh]);
    }
    return { ...fresh, cache: "miss" };
  };

  const server = createServer(async (request, response) => {
    const { status, headers, body, cache } = await answer(request.url ?? "/", request.headers);
    const {
      "content-encoding": _,
      "content-length": __,
      "transfer-encoding": ___,
      ...rest
    } = headers;
    response.writeHead(status, { ...rest, "x-cache": cache }).end(body);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    crossHits,
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

const isFresh = ({ headers, storedAt }: Kept) => {
  const control = headers["cache-control"] ?? "";
  const seconds = Number(/max-age=(\d+)/.exec(control)?.[1] ?? 0);
  return !control.includes("no-cache") && Date.now() - storedAt < seconds * 1_000;
};

const variantOf = (answer: Record<string, string>, request: IncomingHttpHeaders) =>
  JSON.stringify(
    (answer.vary ?? "").split(",").map((name) => request[name.trim().toLowerCase()] ?? null),
  );

/** Headers of the client that concern the answer. */
const forwarded = (incoming: IncomingHttpHeaders) =>
  Object.fromEntries(
    ["authorization", "x-api-key", "accept", "origin"].flatMap((name) =>
      typeof incoming[name] === "string" ? [[name, incoming[name]]] : [],
    ),
  );
