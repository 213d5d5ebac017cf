import type { PublicClient } from "viem";
import type { WallClock } from "../core/clock.ts";
import type { AddressBook } from "../core/config/address-book.ts";
import type { Database } from "../core/db/database.ts";
import type { IndexWatcher } from "../core/db/index-watcher.ts";
import type { ChangeFeed } from "../core/journal/feed.ts";
import type { Logger } from "../core/log.ts";
import type { ApiMetrics } from "../core/metrics.ts";
import type { SharedAnswers } from "./http/shared-answers.ts";

/** Everything that handlers need from outside. */
export type ApiDeps = {
  database: Database;
  watcher: Pick<IndexWatcher, "nextChange">;
  /** Answers that everybody gets who asks the same. */
  answers: SharedAnswers;
  feed: Pick<ChangeFeed, "open" | "leave">;
  addressBook: AddressBook;
  /** A node of the chain, for answers that say more with one; undefined where none is configured. */
  rpc: PublicClient | undefined;
  metrics: ApiMetrics;
  log: Logger;
  now: WallClock;
  settings: {
    corsOrigins: readonly string[];
    readyMaxLagSeconds: number;
    readyMaxHeadAgeSeconds: number;
  };
};
