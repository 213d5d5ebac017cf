import {
  BrokenCircuitError,
  BulkheadRejectedError,
  ExponentialBackoff,
  fullJitterGenerator,
  TaskCancelledError,
} from "cockatiel";
import pg from "pg";
import { z } from "zod";
import { OutgoingError } from "../outgoing/outgoing-error.ts";
import { FAILURES, type Failure, JobError } from "./job-error.ts";

/** What a failed attempt means: why, in words for the owner, and whether to try again. */
export type Verdict = {
  failure: Failure;
  detail: string;
  isRetryable: boolean;
  retryAfterMs: number | undefined;
};

/** Words for the owner where the error itself has none that are fit. */
const DETAILS: Record<Failure, string> = {
  rejected: "It was refused and would be refused again.",
  bad_payload: "It was written by another version of this service.",
  provider: "A service that is needed could not be reached.",
  provider_resting: "A service that is needed has failed several times and is left alone for now.",
  timeout: "It took too long and was ended.",
  database: "The database could not be reached.",
  worker_lost: "The process that did it ended.",
  unexpected: "Something went wrong that nobody has foreseen.",
};

/** Classes of SQLSTATE after which the same statements may succeed. */
const PASSING_TROUBLE = /^(08|40|53|55|57)/;

/** Codes of Node for connections that could not be made or broke. */
const NETWORK = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ETIMEDOUT",
  "EPIPE",
  "ENOTFOUND",
  "EAI_AGAIN",
]);

/** Classes an error by its type and code, never by its words. */
export function judge(error: unknown): Verdict {
  if (error instanceof JobError) {
    return { ...about(error.failure), detail: error.message, retryAfterMs: error.retryAfterMs };
  }
  return about(failureOf(error));
}

function about(failure: Failure): Verdict {
  const { isRetryable } = FAILURES[failure];
  return { failure, detail: DETAILS[failure], isRetryable, retryAfterMs: undefined };
}

function failureOf(error: unknown): Failure {
  if (error instanceof z.ZodError) return "bad_payload";
  if (error instanceof OutgoingError) {
    if (error.failure === "TIMEOUT") return "timeout";
    return error.isRetryable ? "provider" : "rejected";
  }
  if (error instanceof BrokenCircuitError || error instanceof BulkheadRejectedError) {
    return "provider_resting";
  }
  if (error instanceof TaskCancelledError) return "timeout";
  if (error instanceof pg.DatabaseError) {
    return PASSING_TROUBLE.test(error.code ?? "") ? "database" : "unexpected";
  }
  if (error instanceof DOMException && error.name === "TimeoutError") return "timeout";
  if (error instanceof Error && "code" in error && NETWORK.has(String(error.code))) {
    return "provider";
  }
  return "unexpected";
}

/** The longest wait between two attempts, milliseconds. */
const MAX_DELAY_MS = 6 * 3_600_000;

/**
 * How long to wait before the next attempt: a random part of a span that doubles with each attempt, so
 * that jobs which failed together do not come back together; never less than the service asked for.
 *
 * @param attempts that have been made, at least 1
 */
export function retryDelayMs(
  backoffMs: number,
  attempts: number,
  retryAfterMs: number | undefined,
): number {
  const policy = {
    initialDelay: backoffMs,
    maxDelay: MAX_DELAY_MS,
    generator: fullJitterGenerator,
  };
  let step = new ExponentialBackoff(policy).next();
  for (let attempt = 1; attempt < attempts; attempt += 1) step = step.next(undefined);
  // What a service asks is the least: all who heard the same number would come back at once.
  if (retryAfterMs !== undefined) return Math.min(retryAfterMs + step.duration, MAX_DELAY_MS);
  return step.duration;
}

/** Between these, in milliseconds, a job comes again whose provider was left alone. */
const REST_DELAY_MS = { least: 15_000, most: 120_000 };

/**
 * How long a job waits whose provider was not even asked. Nothing was tried, so that it neither counts
 * as an attempt nor makes the next wait longer: when the provider is back, all are done within minutes.
 */
export function restDelayMs(random = Math.random()): number {
  const { least, most } = REST_DELAY_MS;
  return least + (most - least) * random;
}
