import type { MiddlewareHandler } from "hono";
import type { ApiContext, ApiEnv } from "../http/env.ts";

/** Runs middleware only for requests that it can matter to. */
export const onlyWhen =
  (
    isConcerned: (c: ApiContext) => boolean,
    middleware: MiddlewareHandler<ApiEnv>,
  ): MiddlewareHandler<ApiEnv> =>
  (c, next) =>
    isConcerned(c) ? middleware(c, next) : next();

/** Whether the request carries this header. */
export const hasHeader = (name: string) => (c: ApiContext) => c.req.header(name) !== undefined;

/** Whether there may be a body. To ask the request itself would build the whole of it. */
export const mayHaveBody = (c: ApiContext) =>
  !["GET", "HEAD"].includes(c.req.method) ||
  hasHeader("content-length")(c) ||
  hasHeader("transfer-encoding")(c);

/** For what only matters when a page asks what it may do. */
export const isOptions = (c: ApiContext) => c.req.method === "OPTIONS";
