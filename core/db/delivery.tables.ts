import type { Generated, JSONColumnType } from "kysely";

/** How settled an event must be before an endpoint hears of it. */
export const WEBHOOK_TIERS = ["included", "safe", "final"] as const;

/** Where an endpoint stands. */
export const WEBHOOK_STATES = ["active", "paused", "disabled"] as const;

/** `app.webhook_endpoint`: addresses that are told what happens. */
export type WebhookEndpointTable = {
  endpointId: Generated<string>;
  accountId: string;
  url: string;
  description: Generated<string>;
  kinds: Generated<string[]>;
  listingKey: string | null;
  wallet: string | null;
  savedSearchId: string | null;
  tier: Generated<(typeof WEBHOOK_TIERS)[number]>;
  hasPublicSignature: Generated<boolean>;
  state: Generated<(typeof WEBHOOK_STATES)[number]>;
  stateReason: string | null;
  cursorSequence: bigint;
  failures: Generated<number>;
  failingSince: Date | null;
  nextAttemptAt: Generated<Date>;
  lease: Generated<bigint>;
  leasedUntil: Date | null;
  createdAt: Generated<Date>;
  updatedAt: Generated<Date>;
};

/** `app.webhook_secret`: which signing secrets an endpoint has; they themselves are nowhere. */
export type WebhookSecretTable = {
  secretId: Generated<string>;
  endpointId: string;
  createdAt: Generated<Date>;
  expiresAt: Date | null;
};

/** `app.webhook_attempt`: each time that a message was sent. */
export type WebhookAttemptTable = {
  attemptId: Generated<bigint>;
  endpointId: string;
  /** Null for a test message. */
  sequence: bigint | null;
  at: Generated<Date>;
  outcome: "delivered" | "refused" | "unreachable" | "blocked";
  status: number | null;
  milliseconds: number;
};

/** Where a job stands. */
export const JOB_STATES = [
  "held",
  "waiting",
  "queued",
  "running",
  "done",
  "dead",
  "cancelled",
] as const;
export type JobState = (typeof JOB_STATES)[number];

/** `app.job`, as far as its owner and administrators see it. */
export type JobTable = {
  jobId: Generated<string>;
  name: string;
  queue: string;
  cause: string;
  state: Generated<JobState>;
  attempts: Generated<number>;
  maxAttempts: number;
  availableAt: Generated<Date>;
  step: string | null;
  progress: number | null;
  errorCode: string | null;
  errorDetail: string | null;
  isCancelWanted: Generated<boolean>;
  accountId: string | null;
  afterJobId: string | null;
  createdAt: Generated<Date>;
  startedAt: Date | null;
  finishedAt: Date | null;
};

/** `app.saved_search`: questions about listings that their owners ask again and again. */
export type SavedSearchTable = {
  searchId: Generated<string>;
  accountId: string;
  name: string;
  /** Folded words. */
  words: Generated<string[]>;
  categories: Generated<string[]>;
  availabilities: Generated<string[]>;
  seller: string | null;
  marketplace: string | null;
  token: string | null;
  /** Base units of the payment token. */
  minPriceUnits: bigint | null;
  maxPriceUnits: bigint | null;
  isBuildVerified: boolean | null;
  hasAlert: Generated<boolean>;
  createdAt: Generated<Date>;
  updatedAt: Generated<Date>;
};

/** `app.saved_search_match`: listings that a saved search has found, each told of once. */
export type SavedSearchMatchTable = {
  searchId: string;
  listingKey: string;
  sequence: bigint;
  why: JSONColumnType<string[]>;
  matchedAt: Generated<Date>;
};

/** `app.watched_listing`: listings that somebody keeps an eye on. */
export type WatchedListingTable = {
  accountId: string;
  listingKey: string;
  note: Generated<string>;
  hasAlert: Generated<boolean>;
  createdAt: Generated<Date>;
};

/** Tables of jobs, webhooks and of what people follow. */
export type DeliveryTables = {
  webhookEndpoint: WebhookEndpointTable;
  webhookSecret: WebhookSecretTable;
  webhookAttempt: WebhookAttemptTable;
  job: JobTable;
  savedSearch: SavedSearchTable;
  savedSearchMatch: SavedSearchMatchTable;
  watchedListing: WatchedListingTable;
};
