import type { PublicClient } from "viem";
import type { Origin } from "../core/audit-log/record-change.ts";
import type { Cache } from "../core/cache/cache.ts";
import type { WallClock } from "../core/clock.ts";
import type { AddressBook } from "../core/config/address-book.ts";
import type { AppWrites } from "../core/db/app-writes.ts";
import type { Database } from "../core/db/database.ts";
import type { IndexWatcher } from "../core/db/index-watcher.ts";
import type { KeyRing } from "../core/encryption/envelope.ts";
import type { Identity } from "../core/identity/identity.ts";
import type { JobChanges } from "../core/jobs/job-changes.ts";
import type { ChangeFeed } from "../core/journal/feed.ts";
import type { createInstantKey } from "../core/keys/key-ring.ts";
import type { KeyUsage } from "../core/keys/key-usage.ts";
import type { RateLimits } from "../core/limits/rate-limits.ts";
import type { Logger } from "../core/log.ts";
import type { ApiMetrics } from "../core/metrics.ts";
import type { CheckTarget } from "../core/outgoing/check-target.ts";
import type { Traces } from "../core/reporting/traces.ts";
import type { SettingCache } from "../core/settings/setting-cache.ts";
import type { SharedAnswers } from "./http/shared-answers.ts";
import type { CallerSources } from "./middleware/caller.ts";
import type { Uploads } from "./uploads.ts";

/** Everything that handlers need from outside. */
export type ApiDeps = {
  database: Database;
  /** What belongs to callers, and who they are. */
  writes: Pick<AppWrites, "callers">;
  /** Whose credentials are whose. */
  callers: CallerSources;
  /** Accounts and sessions; undefined where the operator has set no secret for them. */
  identity: Identity | undefined;
  /** Keys for private data; undefined where the operator has set none. */
  encryptionKeys: KeyRing | undefined;
  watcher: Pick<IndexWatcher, "nextChange">;
  /** Answers that everybody gets who asks the same. */
  answers: SharedAnswers;
  /** Counters of what a client may ask for. */
  limits: Pick<RateLimits, "policies" | "quotaOf" | "consume" | "look">;
  /** Rules that administrators change. */
  rules: SettingCache;
  /** Counts what keys are used for. */
  keyUsage: Pick<KeyUsage, "count">;
  /** Makes a key for somebody without an account. */
  createInstantKey: (asked: {
    name: string;
    origin: Origin;
  }) => ReturnType<typeof createInstantKey>;
  /** Values that belong to no block of the index and can be found again. */
  cache: Pick<Cache, "get" | "set">;
  feed: Pick<ChangeFeed, "open" | "leave">;
  /** Wakes those who watch jobs. */
  jobChanges: Pick<JobChanges, "watch">;
  /** What secrets of webhooks are worked out from; undefined where none are sent. */
  webhooks: { key: Buffer; checkTarget: CheckTarget } | undefined;
  /** Files of callers. */
  uploads: Uploads;
  addressBook: AddressBook;
  /** A node of the chain, for answers that say more with one; undefined where none is configured. */
  rpc: PublicClient | undefined;
  metrics: ApiMetrics;
  /** Undefined where no collector is configured. */
  traces: Traces | undefined;
  log: Logger;
  now: WallClock;
  settings: {
    corsOrigins: readonly string[];
    /** Proxies whose `X-Forwarded-For` is believed, as addresses or ranges. */
    trustedProxies: readonly string[];
    readyMaxLagSeconds: number;
    readyMaxHeadAgeSeconds: number;
    readyMaxStallSeconds: number;
  };
};
