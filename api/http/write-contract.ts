import { z } from "@hono/zod-openapi";
import type { ErrorCode } from "../../core/errors.ts";

/** The header that makes a write repeatable. */
export const idempotencyHeader = z.object({
  "idempotency-key": z
    .string()
    .optional()
    .openapi({
      param: { name: "idempotency-key", in: "header" },
      description: "A random UUID: the same request with it has one effect within 24 hours.",
      example: "0b6e62d2-3f0e-4bd5-9a6e-5c6f3f3b8f2e",
    }),
});

/** A JSON body as routes declare it. */
export const jsonBody = <Schema extends z.ZodType>(schema: Schema) => ({
  content: { "application/json": { schema } },
  required: true,
});

/** What every route can refuse that wants to know who is asking. */
export const OF_CALLERS = [
  "INVALID_REQUEST",
  "AUTH_REQUIRED",
  "INVALID_TOKEN",
  "FORBIDDEN",
  "RATE_LIMITED",
  "DATABASE_UNAVAILABLE",
  "QUERY_TIMEOUT",
] as const satisfies ErrorCode[];

/** The same for routes that change something. */
export const OF_WRITES = [
  ...OF_CALLERS,
  "BODY_TOO_LARGE",
  "IDEMPOTENCY_KEY_REUSED",
  "IDEMPOTENCY_IN_PROGRESS",
] as const satisfies ErrorCode[];
