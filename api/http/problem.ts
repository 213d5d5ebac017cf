import { z } from "@hono/zod-openapi";
import { HTTPException } from "hono/http-exception";
import { DomainError, ERRORS, type ErrorCode, type Mistake } from "../../core/errors.ts";
import { PROBLEMS, problemType } from "./catalogue.ts";
import type { ApiContext } from "./env.ts";

/** Seconds after which a retry is worth it: the index moves with every block. */
const RETRY_AFTER_SECONDS = "1";

/** RFC 9457 problem details; members beyond the standard are `code`, `fix`, `requestId`, `errors`. */
export const ProblemSchema = z
  .object({
    type: z.string().openapi({ description: "Address of the page about this kind of problem." }),
    title: z.string().openapi({ description: "What kind of problem it is." }),
    status: z.int().openapi({ description: "HTTP status, repeated." }),
    detail: z.string().openapi({ description: "What happened this time." }),
    instance: z.string().openapi({ description: "Path that was asked for." }),
    code: z.enum(Object.keys(PROBLEMS) as [ErrorCode, ...ErrorCode[]]),
    fix: z.string().openapi({ description: "What to do about it." }),
    requestId: z.string().openapi({ description: "Names this request in our logs." }),
    errors: z.array(
      z.object({
        pointer: z.string().openapi({ description: "Where: `/query/limit`, `/path/id`." }),
        message: z.string().openapi({ description: "What is wrong there." }),
        fix: z.string().openapi({ description: "What to send instead." }),
      }),
    ),
  })
  .openapi("Problem");

/** What every route can answer that reads the database. */
const EVERY_READ: readonly ErrorCode[] = ["RATE_LIMITED", "OVERLOADED"];

/** The error answers of a route, one entry for each status that its codes have. */
export function problems(...codes: ErrorCode[]) {
  const isRead = codes.includes("DATABASE_UNAVAILABLE");
  const all: ErrorCode[] = [...codes, ...(isRead ? EVERY_READ : []), "INTERNAL"];
  const byStatus = Map.groupBy(all, (code) => PROBLEMS[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, ofStatus]) => [
      status,
      {
        description: ofStatus.map((code) => `${code}: ${PROBLEMS[code].title}.`).join(" "),
        content: {
          "application/problem+json": {
            schema: ProblemSchema,
            examples: Object.fromEntries(
              ofStatus.map((code) => [code, { $ref: `#/components/examples/${code}` }]),
            ),
          },
        },
      },
    ]),
  );
}

/** The problem that the example of a code would be answered with. */
export function exampleProblem(code: ErrorCode): z.output<typeof ProblemSchema> {
  const { status, title, fix, example } = PROBLEMS[code];
  const [path = ""] = example.request.replace(/^[A-Z]+ /, "").split("?");
  return {
    type: problemType(code),
    title,
    status,
    detail: example.detail,
    instance: path,
    code,
    fix,
    requestId: "0b6e62d2-3f0e-4bd5-9a6e-5c6f3f3b8f2e",
    errors: [],
  };
}

/** Answers with a problem of the catalogue and leaves its code for the log line. */
export function answerProblem(
  c: ApiContext,
  code: ErrorCode,
  detail: string,
  errors: readonly Mistake[] = [],
  headers: Record<string, string> = {},
): Response {
  const { status, title, fix } = PROBLEMS[code];
  c.set("problemCode", code);
  const body: z.output<typeof ProblemSchema> = {
    type: problemType(code),
    title,
    status,
    detail,
    instance: c.req.path,
    code,
    fix,
    requestId: c.get("requestId"),
    errors: [...errors],
  };
  return c.body(JSON.stringify(body), status, {
    "content-type": "application/problem+json",
    "cache-control": "no-store",
    ...(ERRORS[code].isRetryable ? { "retry-after": RETRY_AFTER_SECONDS } : {}),
    // RFC 9110 11.6.1: whoever is refused for want of credentials is told which are taken.
    ...(status === 401 ? { "www-authenticate": 'Bearer realm="valyra"' } : {}),
    ...headers,
  });
}

/** Turns whatever a handler threw into a problem. The words of an unexpected error stay inside. */
export function answerError(error: unknown, c: ApiContext): Response {
  c.set("failure", error);
  if (error instanceof DomainError) {
    const { code, message, mistakes, retryAfterSeconds: seconds } = error;
    const headers: Record<string, string> =
      seconds === undefined ? {} : { "retry-after": String(seconds) };
    return answerProblem(c, code, message, mistakes, headers);
  }
  // Thrown by validators, before there is anything to look at: the sender's words are no JSON.
  if (error instanceof HTTPException && error.status < 500) {
    return answerProblem(c, "INVALID_REQUEST", "The body cannot be read.", [UNREADABLE]);
  }
  return answerProblem(c, "INTERNAL", "The request failed unexpectedly.");
}

const UNREADABLE: Mistake = {
  pointer: "/json",
  message: "is no JSON",
  fix: "Send JSON in UTF-8, with `Content-Type: application/json`.",
};
