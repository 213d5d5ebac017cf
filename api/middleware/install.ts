import { except } from "hono/combine";
import { compress } from "hono/compress";
import { cors } from "hono/cors";
import { etag, RETAINED_304_HEADERS } from "hono/etag";
import { methodNotAllowed } from "hono/method-not-allowed";
import { requestId } from "hono/request-id";
import { secureHeaders } from "hono/secure-headers";
import type { ApiDeps } from "../deps.ts";
import { META_HEADER_NAMES } from "../http/answer.ts";
import { answerError, answerProblem } from "../http/problem.ts";
import type { Router } from "../http/router.ts";
import { streamChanges } from "../routes/changes/changes.contract.ts";
import { requestBodyLimit, urlLimit } from "./limits.ts";
import { requestLog } from "./request-log.ts";

const REQUEST_ID_LENGTH = 64;

/** Headers that say where an answer stands; pages of other origins may read them. */
const EXPOSED_HEADERS = ["etag", "retry-after", "x-request-id", ...META_HEADER_NAMES];

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
  app.use(secureHeaders({ crossOriginResourcePolicy: "cross-origin" }));
  app.use(cors({ origin: allowedOrigin(deps), exposeHeaders: EXPOSED_HEADERS, maxAge: 600 }));
  app.use(compress());
  app.use(urlLimit);
  app.use(requestBodyLimit);
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (c, methods) =>
        answerProblem(c, "METHOD_NOT_ALLOWED", `${c.req.path} does not take ${c.req.method}.`, [], {
          allow: methods.join(", "),
        }),
    }),
  );
  const tagged = etag({ retainedHeaders: [...RETAINED_304_HEADERS, ...EXPOSED_HEADERS] });
  // To name its content it would read a stream to the end, which never comes.
  app.use("/v1/*", except(streamChanges.path, tagged));
}

function allowedOrigin({ settings }: MiddlewareDeps) {
  const allowed = new Set(settings.corsOrigins);
  if (allowed.has("*")) return "*";
  return (origin: string) => (allowed.has(origin) ? origin : null);
}
