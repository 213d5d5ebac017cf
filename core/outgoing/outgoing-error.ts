/** Why a request was not sent, or its answer not taken. */
export const OUTGOING_FAILURES = {
  /** Scheme, port, name or form of the address is not one that we ask. */
  URL_REFUSED: { isRetryable: false },
  /** The name leads to an address that is not on the public internet. */
  ADDRESS_REFUSED: { isRetryable: false },
  NAME_NOT_FOUND: { isRetryable: true },
  /** Too many redirects, one for a request that changes something, or one to a weaker scheme. */
  REDIRECT_REFUSED: { isRetryable: false },
  /** More bytes than the limit, counted as they came or as they were unpacked, or too many headers. */
  TOO_LARGE: { isRetryable: false },
  ENCODING_REFUSED: { isRetryable: false },
  TIMEOUT: { isRetryable: true },
  /** As many requests are under way as may be. */
  BUSY: { isRetryable: true },
  UNREACHABLE: { isRetryable: true },
} as const satisfies Record<string, { isRetryable: boolean }>;

export type OutgoingFailure = keyof typeof OUTGOING_FAILURES;

/**
 * A request that was refused or failed. Its message names the host that was asked and never the
 * addresses behind it: those would tell a stranger what our network looks like.
 */
export class OutgoingError extends Error {
  override name = "OutgoingError";
  readonly failure: OutgoingFailure;
  constructor(failure: OutgoingFailure, message: string, options?: ErrorOptions) {
    super(message, options);
    this.failure = failure;
  }
  /** Whether the same request may succeed later. */
  get isRetryable(): boolean {
    return OUTGOING_FAILURES[this.failure].isRetryable;
  }
}
