import { createApp } from "../../../api/app.ts";
import type { ApiDeps } from "../../../api/deps.ts";
import type { Router } from "../../../api/http/router.ts";
import { SharedAnswers } from "../../../api/http/shared-answers.ts";
import { type DatabaseOptions, openDatabase } from "../../../core/db/database.ts";
import { watchIndex } from "../../../core/db/index-watcher.ts";
import { watchJournal } from "../../../core/db/journal-watcher.ts";
import { type ChangeFeedOptions, createChangeFeed } from "../../../core/journal/feed.ts";
import { createLogger } from "../../../core/log.ts";
import { type ApiMetrics, createApiMetrics } from "../../../core/metrics.ts";
import { CHAIN_ID, ESCROW_CONTRACT, MARKETPLACE, TOKEN } from "./rows.ts";

/** The API in this process, on a real database as the role that it has in production. */
export type TestApi = {
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  request(path: string, init?: RequestInit): Promise<Response>;
  /** For a server in front of it. */
  readonly fetch: Router["fetch"];
  /** Ends the streams of the change feed, as a stop of the process does. */
  closeStreams(): Promise<void>;
  /** Path patterns of every route, e.g. `/v1/listings/:id`. */
  routes(): { method: string; path: string }[];
  readonly metrics: ApiMetrics;
  /** Log lines so far. */
  readonly lines: Record<string, unknown>[];
  close(): Promise<void>;
};

export function startApi(
  databaseUrl: string,
  {
    now = () => new Date(),
    contracts,
    rpc,
    settings,
    feedOptions,
    answerTrustMs = 0,
    databaseOptions,
  }: Partial<{
    now: () => Date;
    contracts: ApiDeps["addressBook"]["contracts"];
    rpc: ApiDeps["rpc"];
    settings: Partial<ApiDeps["settings"]>;
    answerTrustMs: number;
    databaseOptions: Partial<Pick<DatabaseOptions, "max" | "queue">>;
    feedOptions: Partial<Pick<ChangeFeedOptions, "maxReaders" | "bufferSize">>;
  }> = {},
): TestApi {
  const lines: Record<string, unknown>[] = [];
  const log = createLogger("api", "debug", {
    write: (line: string) => {
      lines.push(JSON.parse(line));
    },
  });
  const database = openDatabase(databaseUrl, {
    max: 4,
    processName: "test_api",
    onIdleError: (err) => log.warn({ err }, "idle connection lost"),
    onSlowStatement: (slow) => log.warn(slow, "slow statement"),
    ...databaseOptions,
  });
  const watcher = watchIndex(databaseUrl, {
    processName: "test_api",
    onError: (err) => log.warn({ err }, "not listening"),
  });
  const journalWatcher = watchJournal(databaseUrl, {
    processName: "test_api_journal",
    onError: (err) => log.warn({ err }, "not listening"),
  });
  const feed = createChangeFeed({
    database,
    watcher: journalWatcher,
    maxReaders: 200,
    onError: (err) => log.warn({ err }, "the journal cannot be read"),
    ...feedOptions,
  });
  const metrics = createApiMetrics({
    poolUse: database.poolUse,
    streamUse: feed.use,
    countSessions: database.countSessions,
  });
  const app = createApp({
    database,
    watcher,
    // Rows of tests change without any announcement: nothing is trusted unless a test wants it.
    answers: new SharedAnswers({
      version: watcher.version,
      trustMs: answerTrustMs,
      maxCharacters: 1024 ** 2,
    }),
    feed,
    log,
    now,
    metrics,
    rpc,
    addressBook: {
      network: "local",
      chainId: CHAIN_ID,
      contracts: contracts ?? [
        {
          kind: "marketplace",
          generation: "M3",
          address: MARKETPLACE,
          startBlock: 1,
          token: TOKEN,
        },
        {
          kind: "escrow",
          generation: "E3",
          address: ESCROW_CONTRACT,
          startBlock: 2,
          marketplace: MARKETPLACE,
        },
        { kind: "token", generation: "standard", address: TOKEN, startBlock: 1 },
      ],
    },
    settings: {
      corsOrigins: ["*"],
      readyMaxLagSeconds: 60,
      readyMaxHeadAgeSeconds: 60,
      ...settings,
    },
  });
  return {
    lines,
    metrics,
    request: async (path, init) => app.request(path, init),
    fetch: app.fetch,
    closeStreams: () => feed.close(),
    get: async (path, headers = {}) => app.request(path, { headers }),
    routes: () => app.routes,
    async close() {
      await feed.close();
      await Promise.all([watcher.close(), journalWatcher.close()]);
      await database.close();
    },
  };
}
