import type { MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import { DomainError } from "../../core/errors.ts";
import type { ApiDeps } from "../deps.ts";
import type { ApiEnv } from "../http/env.ts";

/** Health checks come every second and would drown the rest. */
const QUIET_PATHS = new Set(["/health", "/ready", "/metrics"]);

/** Writes one line and one measurement for each request, when its answer is ready. */
export function requestLog({
  log,
  metrics,
}: Pick<ApiDeps, "log" | "metrics">): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const start = performance.now();
    c.set("startedAt", start);
    await next();
    const seconds = (performance.now() - start) / 1_000;
    const { method, path } = c.req;
    const { status } = c.res;
    const pattern = routePath(c, -1);
    const route = pattern.includes("*") ? "unmatched" : pattern;
    metrics.observeRequest({ method, route, status, seconds, code: c.get("problemCode") });
    const line = {
      requestId: c.get("requestId"),
      method,
      route,
      path: path.slice(0, 512),
      status,
      ms: Math.round(seconds * 1_000),
      indexedBlock: c.get("indexedBlock")?.toString(),
      code: c.get("problemCode"),
    };
    const failure = c.get("failure");
    const isUnexpected = failure !== undefined && !(failure instanceof DomainError);
    const cause = failure instanceof DomainError ? failure.cause : failure;
    if (isUnexpected) log.error({ ...line, err: failure }, "request failed");
    else if (status >= 500) log.warn({ ...line, err: cause }, "request refused");
    else if (QUIET_PATHS.has(path)) log.debug(line, "request");
    else log.info(line, "request");
  };
}
