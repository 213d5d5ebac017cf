/** Why an attempt failed, as it stands on the row and in metrics. */
export const FAILURES = {
  /** The row or the request is wrong and stays so. */
  rejected: { isRetryable: false },
  /** The payload does not fit the catalogue: another version has written it. */
  bad_payload: { isRetryable: false },
  /** Somebody else's service failed, refused for now, or could not be reached. */
  provider: { isRetryable: true },
  /** A service has failed so often that it is left alone for a while. */
  provider_resting: { isRetryable: true },
  timeout: { isRetryable: true },
  /** The database was out of reach or busy. */
  database: { isRetryable: true },
  /** The process ended while it had the job, or was too busy to prolong its lease. */
  worker_lost: { isRetryable: true },
  /** Nobody has foreseen it. */
  unexpected: { isRetryable: true },
} as const satisfies Record<string, { isRetryable: boolean }>;

export type Failure = keyof typeof FAILURES;

/** A failure of a job that its processor understands; the message is fit for its owner. */
export class JobError extends Error {
  override name = "JobError";
  readonly failure: Failure;
  /** What the service asked us to wait, milliseconds. */
  readonly retryAfterMs: number | undefined;
  constructor(
    failure: Failure,
    message: string,
    { retryAfterMs, cause }: { retryAfterMs?: number | undefined; cause?: unknown } = {},
  ) {
    super(message, { cause });
    this.failure = failure;
    this.retryAfterMs = retryAfterMs;
  }
}
