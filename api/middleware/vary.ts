import type { MiddlewareHandler } from "hono";
import type { ApiEnv } from "../http/env.ts";

/**
 * Tells caches that an answer may come packed, also where this one did not, or has no body. Set
 * beforehand for data, whose handlers keep it, for that is cheaper; otherwise on the finished answer.
 */
export const varyByEncoding: MiddlewareHandler<ApiEnv> = async (c, next) => {
  if (c.req.path.startsWith("/v1/")) {
    c.header("vary", "Accept-Encoding");
    return next();
  }
  await next();
  const vary = c.res.headers.get("vary") ?? "";
  if (!/accept-encoding/i.test(vary)) c.header("vary", "Accept-Encoding", { append: true });
};
