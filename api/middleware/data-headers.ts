import type { MiddlewareHandler } from "hono";
import { compress } from "hono/compress";
import { cors } from "hono/cors";
import { secureHeaders } from "hono/secure-headers";
import type { ApiDeps } from "../deps.ts";
import type { ApiEnv } from "../http/env.ts";
import { newRouter } from "../http/router.ts";
import { META_HEADER_NAMES } from "../http/standing.ts";
import { hasHeader, onlyWhen } from "./only-when.ts";
import { RATE_LIMIT_HEADERS } from "./rate-limit.ts";
import { REQUEST_ID_HEADER, TRACE_HEADER } from "./request-id.ts";
import { staticSecureHeaders } from "./static-headers.ts";
import { varyByEncoding } from "./vary.ts";

/** Headers that say where an answer stands; pages of other origins may read them. */
export const EXPOSED_HEADERS = [
  "etag",
  "retry-after",
  "server-timing",
  REQUEST_ID_HEADER,
  TRACE_HEADER,
  "idempotency-replayed",
  ...RATE_LIMIT_HEADERS,
  ...META_HEADER_NAMES,
];

type HeaderDeps = { settings: Pick<ApiDeps["settings"], "corsOrigins"> };

/** Data is no page; the few small ones behind links of mails have a style and a button. */
const NO_PAGE = {
  defaultSrc: ["'none'"],
  styleSrc: ["'unsafe-inline'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
};

/**
 * Data is answered by our own handlers alone, which keep headers that were set before them. Pages come
 * with a policy of their own; whatever else is there gets that of data.
 */
export function securityHeaders(): MiddlewareHandler<ApiEnv> {
  const options = { crossOriginResourcePolicy: "cross-origin", xFrameOptions: "DENY" };
  const ofData = { ...options, contentSecurityPolicy: NO_PAGE };
  const beforehand = staticSecureHeaders(ofData);
  const [withOwnPolicy, without] = [secureHeaders(options), secureHeaders(ofData)];
  return async (c, next) => {
    if (c.req.path.startsWith("/v1/")) return beforehand(c, next);
    await next();
    const hasPolicy = c.res.headers.has("content-security-policy");
    return (hasPolicy ? withOwnPolicy : without)(c, async () => undefined);
  };
}

export function crossOrigin({ settings }: HeaderDeps): MiddlewareHandler<ApiEnv> {
  const allowed = new Set(settings.corsOrigins);
  const common = {
    allowMethods: ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"],
    exposeHeaders: EXPOSED_HEADERS,
    maxAge: 600,
  };
  if (!allowed.has("*")) {
    return cors({ ...common, origin: (origin) => (allowed.has(origin) ? origin : null) });
  }
  const preflight = cors({ ...common, origin: "*" });
  const exposed = EXPOSED_HEADERS.join(",");
  return (c, next) => {
    if (c.req.method === "OPTIONS") return preflight(c, next);
    c.header("access-control-allow-origin", "*");
    c.header("access-control-expose-headers", exposed);
    c.header("timing-allow-origin", "*");
    return next();
  };
}

export const packing = (): MiddlewareHandler<ApiEnv> =>
  onlyWhen(hasHeader("accept-encoding"), compress());

/** Headers that all data gets which is asked for with the same origin and encodings. */
export type DataHeaders = Readonly<Record<string, string>>;

/** Kinds of requests that are remembered; strangers may send any number of kinds. */
const MAX_KINDS = 256;

const PROBE = "/v1/probe";
const PROBE_BYTES = 10_000;

/**
 * Finds out what the middleware above adds to data, by asking it once for each kind of request, so
 * that whoever answers without it says the same.
 *
 * @returns a function that gives the headers of a kind, or undefined while they are being found out
 */
export function learnDataHeaders(deps: HeaderDeps) {
  const app = newRouter();
  app.use(securityHeaders());
  app.use(varyByEncoding);
  app.use(crossOrigin(deps));
  app.use(packing());
  app.get(PROBE, (c) => c.json("x".repeat(PROBE_BYTES)));

  const known = new Map<string, DataHeaders | undefined>();
  const learn = async (kind: string, headers: Record<string, string>) => {
    known.set(kind, undefined);
    for (const oldest of known.keys()) {
      if (known.size <= MAX_KINDS) break;
      known.delete(oldest);
    }
    const response = await app.request(PROBE, { headers });
    await response.body?.cancel();
    const { "content-type": _, ...added } = Object.fromEntries(response.headers);
    if (known.has(kind)) known.set(kind, added);
  };
  const allowed = new Set(deps.settings.corsOrigins);
  return (origin: string | null, encodings: string | null): DataHeaders | undefined => {
    // Origins that are not in the list are all answered alike, and so are all where none is needed.
    const place = origin !== null && allowed.has(origin) ? origin : "";
    const kind = `${place} ${encodings ?? ""}`;
    const found = known.get(kind);
    if (found !== undefined || known.has(kind)) return found;
    // A kind that cannot be asked about is not known: the middleware answers it by itself.
    learn(kind, {
      ...(place === "" ? {} : { origin: place }),
      ...(encodings === null ? {} : { "accept-encoding": encodings }),
    }).catch(() => undefined);
    return undefined;
  };
}
