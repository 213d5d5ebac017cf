import type { MiddlewareHandler } from "hono";
import { DomainError, type ErrorCode } from "../../core/errors.ts";
import type { Span } from "../../core/reporting/traces.ts";
import type { ApiDeps } from "../deps.ts";
import type { ApiEnv } from "../http/env.ts";
import { routeOf } from "../http/route-of.ts";
import { TRACE_HEADER } from "./request-id.ts";

/** Health checks come every second and would drown the rest. */
const QUIET_PATHS = new Set(["/health", "/ready", "/metrics"]);

/** What a report is made of and where it goes. */
type ReporterDeps = Pick<ApiDeps, "log" | "metrics" | "traces">;

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
  /** Its span, where requests are traced. */
  span?: Span | undefined;
};

/** Writes one line and one measurement for each request, and ends its span. */
export function createReporter({ log, metrics, traces }: ReporterDeps) {
  return (report: RequestReport): void => {
    const { method, route, path, status, seconds, code, failure, span } = report;
    metrics.observeRequest({ method, route, status, seconds, code });
    if (span !== undefined) {
      traces?.end(span, {
        ...{ name: `${method} ${route}`, seconds, isFailure: status >= 500 },
        attributes: {
          "http.request.method": method,
          "http.route": route,
          "http.response.status_code": status,
          "valyra.request_id": report.requestId,
          ...(code === undefined ? {} : { "error.type": code }),
        },
      });
    }
    if (failure === undefined && status < 500 && !log.isLevelEnabled("info")) return;
    const line = {
      requestId: report.requestId,
      traceId: span?.traceId,
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
export function requestLog(deps: ReporterDeps): MiddlewareHandler<ApiEnv> {
  const report = createReporter(deps);
  return async (c, next) => {
    const start = performance.now();
    c.set("startedAt", start);
    const span = deps.traces?.begin(c.req.header("traceparent"));
    if (span !== undefined) c.header(TRACE_HEADER, span.traceId);
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
      span,
    });
  };
}
