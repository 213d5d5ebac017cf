import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { DomainError } from "../../core/errors.ts";
import type { ApiEnv } from "../http/env.ts";
import { MAX_UPLOAD_BYTES } from "../routes/uploads/receive-files.ts";
import { isStreamed } from "./streamed.ts";

/** Tools are called by POST. */
export const MCP_PATH = "/mcp";
export const MAX_MCP_BODY_BYTES = 65_536;

/** Of a write: texts of some thousand letters, each of four bytes at most. */
const MAX_WRITE_BODY_BYTES = 65_536;

/** A read never needs a body. */
const MAX_BODY_BYTES = 1_024;

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

const limitOf = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: (c) => {
      // The rest of the body is not read: the connection ends with the answer.
      c.header("connection", "close");
      throw new DomainError("BODY_TOO_LARGE", `More than ${maxSize} bytes were sent.`);
    },
  });

const smallBody = limitOf(MAX_BODY_BYTES);
const mcpBody = limitOf(MAX_MCP_BODY_BYTES);
const writeBody = limitOf(MAX_WRITE_BODY_BYTES);

/** The handler counts what comes; a length that is too large is refused before any of it. */
const uploadBody: MiddlewareHandler<ApiEnv> = async (c, next) => {
  if (Number(c.req.header("content-length") ?? 0) <= MAX_UPLOAD_BYTES) return next();
  c.header("connection", "close");
  throw new DomainError("BODY_TOO_LARGE", `More than ${MAX_UPLOAD_BYTES} bytes were sent.`);
};

/** Refuses bodies that are larger than any that means something. */
export const requestBodyLimit: MiddlewareHandler<ApiEnv> = (c, next) => {
  if (c.req.path === MCP_PATH) return mcpBody(c, next);
  if (isStreamed(c)) return uploadBody(c, next);
  return ["GET", "HEAD", "OPTIONS"].includes(c.req.method)
    ? smallBody(c, next)
    : writeBody(c, next);
};
