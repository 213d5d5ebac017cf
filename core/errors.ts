/**
 * Every way in which a request can fail that its sender can understand, and whether the same request
 * may succeed later without any change.
 */
export const ERRORS = {
  INVALID_REQUEST: { isRetryable: false },
  INVALID_ID: { isRetryable: false },
  AMBIGUOUS_ID: { isRetryable: false },
  INVALID_CURSOR: { isRetryable: false },
  CURSOR_MISMATCH: { isRetryable: false },
  LISTING_NOT_FOUND: { isRetryable: false },
  OFFER_NOT_FOUND: { isRetryable: false },
  ESCROW_NOT_FOUND: { isRetryable: false },
  EVENT_NOT_FOUND: { isRetryable: false },
  DISPUTE_NOT_FOUND: { isRetryable: false },
  HOLD_NOT_FOUND: { isRetryable: false },
  PRICE_NOT_FOUND: { isRetryable: false },
  SELLER_NOT_FOUND: { isRetryable: false },
  TOKEN_NOT_FOUND: { isRetryable: false },
  CONTRACT_NOT_FOUND: { isRetryable: false },
  AGENT_NOT_FOUND: { isRetryable: false },
  AGENT_PAYMENT_NOT_FOUND: { isRetryable: false },
  ENTITLEMENT_NOT_FOUND: { isRetryable: false },
  UNKNOWN_SEQUENCE: { isRetryable: false },
  TOO_MANY_STREAMS: { isRetryable: true },
  AUTH_REQUIRED: { isRetryable: false },
  AUTH_NOT_CONFIGURED: { isRetryable: false },
  ENCRYPTION_NOT_CONFIGURED: { isRetryable: false },
  INVALID_CREDENTIALS: { isRetryable: false },
  INVALID_TOKEN: { isRetryable: false },
  EXPIRED_TOKEN: { isRetryable: false },
  MALFORMED_SIGNATURE: { isRetryable: false },
  INVALID_SIGNATURE: { isRetryable: false },
  EXPIRED_SIGNATURE: { isRetryable: false },
  REPLAYED_SIGNATURE: { isRetryable: false },
  ALREADY_REFRESHED: { isRetryable: false },
  SESSION_NOT_FOUND: { isRetryable: false },
  EMAIL_TAKEN: { isRetryable: false },
  IDENTITY_NOT_FOUND: { isRetryable: false },
  IDENTITY_TAKEN: { isRetryable: false },
  PROVIDER_NOT_FOUND: { isRetryable: false },
  PROVIDER_UNAVAILABLE: { isRetryable: true },
  NAME_TAKEN: { isRetryable: false },
  WALLET_TAKEN: { isRetryable: false },
  WALLET_NOT_FOUND: { isRetryable: false },
  LAST_CREDENTIAL: { isRetryable: false },
  NODE_UNAVAILABLE: { isRetryable: true },
  FORBIDDEN: { isRetryable: false },
  WALLET_REQUIRED: { isRetryable: false },
  KEY_NOT_FOUND: { isRetryable: false },
  KEY_ENDED: { isRetryable: false },
  TOO_MANY_KEYS: { isRetryable: false },
  ACCOUNT_NOT_FOUND: { isRetryable: false },
  LAST_ADMIN: { isRetryable: false },
  SETTING_CHANGED: { isRetryable: false },
  FLAG_NOT_FOUND: { isRetryable: false },
  FLAG_DECIDED: { isRetryable: false },
  LINK_NOT_FOUND: { isRetryable: false },
  METADATA_NOT_FOUND: { isRetryable: false },
  VALUATION_NOT_FOUND: { isRetryable: false },
  VALUATION_INCOMPLETE: { isRetryable: false },
  REVIEW_CLAIMED: { isRetryable: false },
  REVIEW_DECIDED: { isRetryable: false },
  ESTIMATE_NOT_RECORDED: { isRetryable: false },
  METADATA_OUTDATED: { isRetryable: false },
  DRAFT_NOT_FOUND: { isRetryable: false },
  DRAFT_CHANGED: { isRetryable: false },
  TOO_MANY_DRAFTS: { isRetryable: false },
  UPLOAD_NOT_FOUND: { isRetryable: false },
  UPLOAD_IN_USE: { isRetryable: false },
  UPLOAD_QUOTA_REACHED: { isRetryable: false },
  FILE_REFUSED: { isRetryable: false },
  STORAGE_UNAVAILABLE: { isRetryable: true },
  ORGANISATION_NOT_FOUND: { isRetryable: false },
  MEMBER_NOT_FOUND: { isRetryable: false },
  INVITATION_NOT_FOUND: { isRetryable: false },
  LAST_OWNER: { isRetryable: false },
  TOO_MANY_ORGANISATIONS: { isRetryable: false },
  TOO_MANY_INVITATIONS: { isRetryable: false },
  WEBHOOKS_NOT_CONFIGURED: { isRetryable: false },
  WEBHOOK_NOT_FOUND: { isRetryable: false },
  TOO_MANY_WEBHOOKS: { isRetryable: false },
  SAVED_SEARCH_NOT_FOUND: { isRetryable: false },
  SAVED_SEARCH_IN_USE: { isRetryable: false },
  TOO_MANY_SAVED_SEARCHES: { isRetryable: false },
  NOT_WATCHED: { isRetryable: false },
  TOO_MANY_WATCHED: { isRetryable: false },
  JOB_NOT_FOUND: { isRetryable: false },
  JOB_ENDED: { isRetryable: false },
  IDEMPOTENCY_KEY_REUSED: { isRetryable: false },
  IDEMPOTENCY_IN_PROGRESS: { isRetryable: true },
  ROUTE_NOT_FOUND: { isRetryable: false },
  METHOD_NOT_ALLOWED: { isRetryable: false },
  MALFORMED_REQUEST: { isRetryable: false },
  REQUEST_TIMEOUT: { isRetryable: false },
  REQUEST_ABANDONED: { isRetryable: false },
  BODY_TOO_LARGE: { isRetryable: false },
  URI_TOO_LONG: { isRetryable: false },
  HEADERS_TOO_LARGE: { isRetryable: false },
  NOT_YET_INDEXED: { isRetryable: true },
  INDEX_BEHIND: { isRetryable: true },
  NOT_PUBLISHED: { isRetryable: true },
  SEARCH_NOT_READY: { isRetryable: true },
  RATE_LIMITED: { isRetryable: true },
  OVERLOADED: { isRetryable: true },
  DATABASE_UNAVAILABLE: { isRetryable: true },
  QUERY_TIMEOUT: { isRetryable: true },
  INTERNAL: { isRetryable: false },
} as const satisfies Record<string, { isRetryable: boolean }>;

export type ErrorCode = keyof typeof ERRORS;

/** One thing that is wrong with a request: where, what, and what to do about it. */
export type Mistake = { pointer: string; message: string; fix: string };

/** A failure with a code of the catalogue; its detail is written for the sender of the request. */
export class DomainError extends Error {
  override name = "DomainError";
  readonly code: ErrorCode;
  readonly mistakes: readonly Mistake[];
  /** When the same request is worth another try; absent where its code says enough. */
  readonly retryAfterSeconds: number | undefined;
  constructor(
    code: ErrorCode,
    detail: string,
    {
      mistakes = [],
      cause,
      retryAfterSeconds,
    }: { mistakes?: readonly Mistake[]; cause?: unknown; retryAfterSeconds?: number } = {},
  ) {
    super(detail, { cause });
    this.code = code;
    this.mistakes = mistakes;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
