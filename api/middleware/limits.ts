import type { MiddlewareHandler } from "hono";
import { DomainError } from "../../core/errors.ts";
import type { ApiEnv } from "../http/env.ts";

const MAX_URL_LENGTH = 8_192;
const MAX_QUERY_VALUES = 64;

/** Refuses addresses that nobody types, before anything parses them. */
export const urlLimit: MiddlewareHandler<ApiEnv> = async (c, next) => {
  const { url } = c.req;
  if (url.length > MAX_URL_LENGTH || url.split("&").length > MAX_QUERY_VALUES) {
    throw new DomainError("URI_TOO_LONG", "The address is longer than this API reads.");
  }
  await next();
};
