import type { MiddlewareHandler } from "hono";
import type { ApiEnv } from "../http/env.ts";

export const REQUEST_ID_HEADER = "x-request-id";

/** Of a traced request: by what its trace is found at the collector. */
export const TRACE_HEADER = "x-trace-id";

/** What may stand in a header and in a log line without being taken for something else. */
const ACCEPTABLE = /^[\w=-]{1,64}$/;

/** The id that was sent with a request, or a new one. */
export const requestIdOf = (sent: string | null | undefined): string =>
  sent && ACCEPTABLE.test(sent) ? sent : crypto.randomUUID();

/** Names a request: in its answer, in its log line and in its problem. */
export const identifyRequest: MiddlewareHandler<ApiEnv> = (c, next) => {
  const requestId = requestIdOf(c.req.header(REQUEST_ID_HEADER));
  c.set("requestId", requestId);
  c.header(REQUEST_ID_HEADER, requestId);
  return next();
};
