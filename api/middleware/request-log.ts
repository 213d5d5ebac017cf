import type { MiddlewareHandler } from "hono";
import { DomainError, type ErrorCode } from "../../core/errors.ts";
import type { ApiDeps } from "../deps.ts";
import type { ApiEnv } from "../http/env.ts";
import { routeOf } from "../http/route-of.ts";

/** Health checks come every second and would drown the rest. */
const QUIET_PATHS = new Set(["/health", "/ready", "/metrics"]);

/** A request and what became of it. */
export type RequestReport = {
  requestId: string;
  method: string;
  /** Pattern of the route, never the path. */
  route: string;
  path: string;
  status: number;
  seconds: number;
  /** Last indexed block that the answer speaks of. */
  indexedBlock?: bigint | undefined;
  /** Code of the problem that was answered. */
  code?: ErrorCode | undefined;
  /** What really went wrong. */
  failure?: unknown;
};

/** Writes one line and one measurement for each request. */
export function createReporter({ log, metrics }: Pick<ApiDeps, "log" | "metrics">) {
  return (report: RequestReport): void => {
    const { method, route, path, status, seconds, code, failure } = report;
    metrics.observeRequest({ method, route, status, seconds, code });
    if (failure === undefined && status < 500 && !log.isLevelEnabled("info")) return;
    const line = {
      requestId: report.requestId,
      method,
      route,
      path: path.slice(0, 512),
      status,
      ms: Math.round(seconds * 1_000),
      indexedBlock: report.indexedBlock?.toString(),
      code,
    };
    const isUnexpected = failure !== undefined && !(failure instanceof DomainError);
    const cause = failure instanceof DomainError ? failure.cause : failure;
    if (isUnexpected) log.error({ ...line, err: failure }, "request failed");
    else if (status >= 500) log.warn({ ...line, err: cause }, "request refused");
    else if (QUIET_PATHS.has(path)) log.debug(line, "request");
    else log.info(line, "request");
  };
}

/** Reports each request when its answer is ready. */
export function requestLog(deps: Pick<ApiDeps, "log" | "metrics">): MiddlewareHandler<ApiEnv> {
  const report = createReporter(deps);
  return async (c, next) => {
    const start = performance.now();
    c.set("startedAt", start);
    await next();
    const { method, path } = c.req;
    report({
      requestId: c.get("requestId"),
      method,
      route: routeOf(c),
      path,
      status: c.res.status,
      seconds: (performance.now() - start) / 1_000,
      indexedBlock: c.get("indexedBlock"),
      code: c.get("problemCode"),
      failure: c.get("failure"),
    });
  };
}
