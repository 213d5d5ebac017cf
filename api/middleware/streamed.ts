import type { ApiContext } from "../http/env.ts";

/** Where files are sent. */
export const UPLOADS_PATH = "/v1/uploads";

/**
 * Whether the body of a request is read by its handler as it comes: it is too large to be held, so
 * nothing before the handler may read it.
 */
export const isStreamed = (c: ApiContext): boolean =>
  c.req.method === "POST" && c.req.path === UPLOADS_PATH;
