import type { components } from "./schema.ts";

/** What the API answers when it refuses: RFC 9457 with a code and a fix. */
export type Problem = components["schemas"]["Problem"];
export type ProblemCode = Problem["code"];

/** A refusal of the API; `problem.code` says which, `problem.fix` what to do about it. */
export class ProblemError extends Error {
  override name = "ProblemError";
  readonly problem: Problem;
  /** Seconds after which the same request may succeed; undefined where it never will. */
  readonly retryAfterSeconds: number | undefined;

  constructor(problem: Problem, retryAfterSeconds?: number) {
    super(`${problem.code}: ${problem.detail} ${problem.fix}`);
    this.problem = problem;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  get code(): ProblemCode {
    return this.problem.code;
  }
}

/** An answer that no route of the API gives: a proxy or another server spoke. */
export class UnexpectedAnswerError extends Error {
  override name = "UnexpectedAnswerError";
  readonly status: number;

  constructor(status: number, address: string) {
    super(`${address} answered ${status} without a problem of this API`);
    this.status = status;
  }
}

/** The error that an answer other than success stands for. */
export function toError(body: unknown, response: Response): ProblemError | UnexpectedAnswerError {
  if (!isProblem(body)) return new UnexpectedAnswerError(response.status, response.url);
  const header = response.headers.get("retry-after");
  const seconds = header === null ? Number.NaN : Number(header);
  return new ProblemError(body, Number.isFinite(seconds) ? seconds : undefined);
}

function isProblem(body: unknown): body is Problem {
  return typeof body === "object" && body !== null && "code" in body && "fix" in body;
}
