import type { MiddlewareHandler } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { DomainError } from "../../core/errors.ts";
import { claimWrite, type WriteClaim } from "../../core/idempotency/claim-write.ts";
import type { KeptAnswer } from "../../core/idempotency/sealed-answer.ts";
import type { ApiDeps } from "../deps.ts";
import type { ApiContext, ApiEnv } from "../http/env.ts";
import { callerOf } from "./caller.ts";

const KEY_HEADER = "idempotency-key";
const REPLAY_HEADER = "idempotency-replayed";

/** Long enough that nobody guesses the key of another one: it opens the kept answer. */
const KEY = /^"?([\x21\x23-\x7e]{16,128})"?$/;

/** What a kept answer says beside its body. */
const KEPT_HEADERS = ["content-type", "location", "etag"];

/** Refusals that say nothing of the write: the same request may well succeed later. */
const NOT_KEPT = new Set([401, 403, 408, 409, 413, 422, 429]);

/** Whether the request is a write that may be repeated. */
export const isNamedWrite = (c: ApiContext): boolean =>
  !["GET", "HEAD", "OPTIONS"].includes(c.req.method) && c.req.header(KEY_HEADER) !== undefined;

/**
 * Lets a write with an `Idempotency-Key` have one effect, however often it is sent within 24 hours
 * (checks AP-5, AP-6; it follows the draft and Stripe's behaviour). The first answer is given again;
 * a repetition that comes while the first one is worked on is told to come back.
 */
export function answerOnce(deps: Pick<ApiDeps, "writes">): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const claim = await begin(c, deps, contentOf);
    if (claim instanceof Response) return claim;
    await next();
    await settle(claim, c.res);
  };
}

/**
 * The same for a write whose body its handler has read, chunk by chunk.
 *
 * @param content says what was sent, in whatever form: the same text is the same request
 * @param work makes the answer; what it throws leaves the key free for another try
 */
export async function answerStreamOnce<Answer extends Response>(
  c: ApiContext,
  deps: Pick<ApiDeps, "writes">,
  content: string,
  work: () => Promise<Answer>,
): Promise<Answer> {
  if (!isNamedWrite(c)) return work();
  const claim = await begin(c, deps, async () => Buffer.from(content));
  // The answer that the same work has given before.
  if (claim instanceof Response) return claim as Answer;
  try {
    const answer = await work();
    await settle(claim, answer);
    return answer;
  } catch (error) {
    await claim.release();
    throw error;
  }
}

/** Claims a write, or gives the answer that it has had. */
async function begin(
  c: ApiContext,
  { writes }: Pick<ApiDeps, "writes">,
  readContent: (c: ApiContext) => Promise<Uint8Array>,
): Promise<WriteClaim | Response> {
  const key = KEY.exec(c.req.header(KEY_HEADER) ?? "")?.[1];
  if (key === undefined) throw badKey();
  const caller = await callerOf(c);
  const outcome = await claimWrite(writes.callers, caller, {
    method: c.req.method,
    path: c.req.path,
    content: await readContent(c),
    key,
  });
  if (outcome.kind === "answered") return replay(c, outcome.answer);
  if (outcome.kind === "under_way") {
    throw new DomainError("IDEMPOTENCY_IN_PROGRESS", "A request with this key is under way.");
  }
  if (outcome.kind === "other_request") {
    throw new DomainError("IDEMPOTENCY_KEY_REUSED", "This key was sent with another body.");
  }
  c.set("writeClaim", outcome.claim);
  return outcome.claim;
}

async function settle(claim: WriteClaim, answer: Response): Promise<void> {
  if (answer.status >= 500 || NOT_KEPT.has(answer.status)) return claim.release();
  await claim.keepAfterwards(await answerOf(answer));
}

/** Query, type and body, each with its length, so that none can pose as part of another. */
async function contentOf(c: ApiContext): Promise<Uint8Array> {
  const { search } = new URL(c.req.url);
  const body = Buffer.from(await c.req.arrayBuffer());
  const parts = [Buffer.from(search), Buffer.from(c.req.header("content-type") ?? ""), body];
  return Buffer.concat(parts.flatMap((part) => [Buffer.from(`${part.length}:`), part]));
}

async function answerOf(response: Response): Promise<KeptAnswer> {
  const headers = KEPT_HEADERS.flatMap((name) => {
    const value = response.headers.get(name);
    return value === null ? [] : [[name, value]];
  });
  const body = await response.clone().text();
  return { status: response.status, headers: Object.fromEntries(headers), body };
}

function replay(c: ApiContext, { status, headers, body }: KeptAnswer): Response {
  c.header("cache-control", "private, no-store");
  c.header(REPLAY_HEADER, "true");
  if (status === 204) return c.body(null, status, { ...headers });
  // The status of an answer that was given once.
  return c.body(body, status as ContentfulStatusCode, { ...headers });
}

const badKey = () =>
  new DomainError("INVALID_REQUEST", "The Idempotency-Key cannot be used.", {
    mistakes: [
      {
        pointer: `/header/${KEY_HEADER}`,
        message: "is not 16 to 128 visible characters",
        fix: "Send a random UUID, and the same one only to repeat the same request.",
      },
    ],
  });
