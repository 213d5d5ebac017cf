import type { MiddlewareHandler } from "hono";
import { except } from "hono/combine";
import { compress } from "hono/compress";
import { cors } from "hono/cors";
import { etag, RETAINED_304_HEADERS } from "hono/etag";
import { requestId } from "hono/request-id";
import { secureHeaders } from "hono/secure-headers";
import type { ApiDeps } from "../deps.ts";
import { META_HEADER_NAMES } from "../http/answer.ts";
import type { ApiEnv } from "../http/env.ts";
import { answerError, answerProblem } from "../http/problem.ts";
import type { Router } from "../http/router.ts";
import { streamChanges } from "../routes/changes/changes.contract.ts";
import { requestBodyLimit, urlLimit } from "./limits.ts";
import { describeMethods, refuseOtherMethods } from "./methods.ts";
import { hasHeader, isOptions, mayHaveBody, onlyWhen } from "./only-when.ts";
import { requestLog } from "./request-log.ts";
import { staticSecureHeaders } from "./static-headers.ts";
import { varyByEncoding } from "./vary.ts";

const REQUEST_ID_LENGTH = 64;

/** Headers that say where an answer stands; pages of other origins may read them. */
const EXPOSED_HEADERS = [
  "etag",
  "retry-after",
  "server-timing",
  "x-request-id",
  ...META_HEADER_NAMES,
];

/** What the middleware needs of everything that handlers have. */
export type MiddlewareDeps = Pick<ApiDeps, "log" | "metrics"> & {
  settings: Pick<ApiDeps["settings"], "corsOrigins">;
};

/** Puts around every route, from the outside in, what all of them share. */
export function installMiddleware(app: Router, deps: MiddlewareDeps): void {
  app.onError((error, c) => answerError(error, c));
  app.notFound((c) => answerProblem(c, "ROUTE_NOT_FOUND", `Nothing is at ${c.req.path}.`));

  app.use(requestId({ limitLength: REQUEST_ID_LENGTH }));
  app.use(requestLog(deps));
  app.use(securityHeaders());
  app.use(varyByEncoding);
  app.use(onlyWhen(isOptions, describeMethods(app)));
  app.use(crossOrigin(deps));
  app.use(onlyWhen(hasHeader("accept-encoding"), compress()));
  app.use(urlLimit);
  app.use(onlyWhen(mayHaveBody, requestBodyLimit));
  app.use(refuseOtherMethods(app));
  const tagged = etag({ retainedHeaders: [...RETAINED_304_HEADERS, ...EXPOSED_HEADERS] });
  // To name its content it would read a stream to the end, which never comes.
  const isConditional = onlyWhen(hasHeader("if-none-match"), tagged);
  app.use("/v1/*", except(streamChanges.path, isConditional));
}

/** Data is answered by our own handlers alone, which keep headers that were set before them. */
function securityHeaders(): MiddlewareHandler<ApiEnv> {
  const options = { crossOriginResourcePolicy: "cross-origin" };
  const [beforehand, afterwards] = [staticSecureHeaders(options), secureHeaders(options)];
  return (c, next) => (c.req.path.startsWith("/v1/") ? beforehand(c, next) : afterwards(c, next));
}

function crossOrigin({ settings }: MiddlewareDeps): MiddlewareHandler<ApiEnv> {
  const allowed = new Set(settings.corsOrigins);
  const common = {
    allowMethods: ["GET", "HEAD", "POST"],
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
