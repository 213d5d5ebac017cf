import { createApp } from "../../../api/app.ts";
import type { ApiDeps } from "../../../api/deps.ts";
import type { Router } from "../../../api/http/router.ts";
import { SharedAnswers } from "../../../api/http/shared-answers.ts";
import { type CallerSources, NO_CALLERS } from "../../../api/middleware/caller.ts";
import { openTrust } from "../../../api/trust.ts";
import { openCache } from "../../../core/cache/open-cache.ts";
import { openAppWrites } from "../../../core/db/app-writes.ts";
import { type DatabaseOptions, openDatabase } from "../../../core/db/database.ts";
import { watchIndex } from "../../../core/db/index-watcher.ts";
import { watchJournal } from "../../../core/db/journal-watcher.ts";
import { createIdentity, type IdentityOptions } from "../../../core/identity/identity.ts";
import type { IdentitySettings } from "../../../core/identity/settings.ts";
import { openJobChanges } from "../../../core/jobs/job-changes.ts";
import { type ChangeFeedOptions, createChangeFeed } from "../../../core/journal/feed.ts";
import { POLICY_NAMES, type QuotaOverrides } from "../../../core/limits/policies.ts";
import { openRateLimits, type RateLimitOptions } from "../../../core/limits/rate-limits.ts";
import { createLogger } from "../../../core/log.ts";
import { type ApiMetrics, createApiMetrics } from "../../../core/metrics.ts";
import { createTargetCheck } from "../../../core/outgoing/check-target.ts";
import type { Reporting } from "../../../core/reporting/open-reporting.ts";
import type { ContentStorage } from "../../../core/uploads/storage/content-storage.ts";
import { CHAIN_ID, ESCROW_CONTRACT, MARKETPLACE, TOKEN } from "./rows.ts";
import { openTestUploads } from "./test-uploads.ts";

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
  /** Writes down what keys were used for so far, and sign-ins that were refused. */
  flush(): Promise<void>;
  /** Folder of uploads: `incoming` and `content`. */
  readonly uploadFolder: string;
  /** Log lines so far. */
  readonly lines: Record<string, unknown>[];
  close(): Promise<void>;
};

const NO_LIMITS: QuotaOverrides = Object.fromEntries(POLICY_NAMES.map((name) => [name, 0]));

/** Signing in as tests have it. */
export const AUTH: IdentitySettings = {
  secrets: [{ id: "test", secret: new TextEncoder().encode("a".repeat(40)) }],
  audience: "valyra-test",
  origins: ["https://app.test"],
  chainId: CHAIN_ID,
  publicUrl: "https://api.test",
};

export function startApi(
  databaseUrl: string,
  {
    now = () => new Date(),
    contracts,
    rpc,
    settings,
    feedOptions,
    reporting,
    answerTrustMs = 0,
    databaseOptions,
    limitOptions,
    hasLimits = false,
    callers,
    auth,
    encryptionKeys,
    uploadStorage,
    sendMail = () => undefined,
    webhooks,
    providers = [],
  }: Partial<{
    now: () => Date;
    contracts: ApiDeps["addressBook"]["contracts"];
    rpc: ApiDeps["rpc"];
    settings: Partial<ApiDeps["settings"]>;
    answerTrustMs: number;
    databaseOptions: Partial<Pick<DatabaseOptions, "max" | "queue">>;
    /** Nothing is limited unless a test wants it. */
    limitOptions: Partial<RateLimitOptions>;
    /** Whether the quotas of the table hold; of reads it is said above. */
    hasLimits: boolean;
    callers: Partial<CallerSources>;
    /** Signing in is off unless a test wants it. */
    auth: Partial<IdentitySettings>;
    /** Private data is off unless a test wants it. */
    encryptionKeys: ApiDeps["encryptionKeys"];
    /** Where uploads are kept; a folder of the test unless it says otherwise. */
    uploadStorage: ContentStorage;
    sendMail: IdentityOptions["sendMail"];
    /** Key of webhooks, and addresses that they may go to beside public ones. */
    webhooks: { key: Buffer; exceptions: readonly string[] };
    providers: NonNullable<IdentityOptions["providers"]>;
    feedOptions: Partial<Pick<ChangeFeedOptions, "maxReaders" | "bufferSize">>;
    /** Nobody is told of errors and requests unless a test wants it. */
    reporting: Pick<Reporting, "onFailure" | "traces">;
  }> = {},
): TestApi {
  const lines: Record<string, unknown>[] = [];
  const sink = {
    write: (line: string) => {
      lines.push(JSON.parse(line));
    },
  };
  const log = createLogger("api", "debug", sink, reporting?.onFailure);
  const database = openDatabase(databaseUrl, {
    max: 4,
    processName: "test_api",
    onIdleError: (err) => log.warn({ err }, "idle connection lost"),
    onSlowStatement: (slow) => log.warn(slow, "slow statement"),
    ...databaseOptions,
  });
  const writes = openAppWrites(databaseUrl, {
    max: 4,
    processName: "test_api",
    onIdleError: (err) => log.warn({ err }, "idle connection lost"),
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
  const jobChanges = openJobChanges(databaseUrl, {
    processName: "test_api_jobs",
    onError: (err) => log.warn({ err }, "not listening"),
    maxWatchers: 100,
    maxPerAccount: 3,
  });
  const identity =
    auth === undefined
      ? undefined
      : createIdentity({
          db: writes.identity,
          settings: { ...AUTH, ...auth },
          rpc,
          now,
          sendMail,
          providers,
        });
  const trust = openTrust(writes, { log, now });
  const limits = openRateLimits({
    settings: { readsPerMinute: 0 },
    overrides: () => (hasLimits ? trust.rules.current("limits") : NO_LIMITS),
    onOutage: (err) => log.warn({ err }, "Redis is out of reach"),
    ...limitOptions,
  });
  const cache = openCache({
    redisUrl: limitOptions?.redisUrl,
    databaseUrl,
    processName: "test_api",
    log,
  });
  const metrics = createApiMetrics({
    poolUse: database.poolUse,
    streamUse: feed.use,
    countSessions: database.countSessions,
    limitUse: limits.use,
    cacheUse: cache.use,
  });
  const testUploads = openTestUploads(uploadStorage);
  const app = createApp({
    database,
    writes,
    callers: { ...NO_CALLERS, ...identity, byKey: trust.byKey, ...callers },
    identity,
    encryptionKeys,
    uploads: testUploads.uploads,
    rules: trust.rules,
    keyUsage: trust.keyUsage,
    createInstantKey: trust.createInstantKey,
    watcher,
    // Rows of tests change without any announcement: nothing is trusted unless a test wants it.
    answers: new SharedAnswers({
      version: watcher.version,
      trustMs: answerTrustMs,
      maxBytes: 4 * 1024 ** 2,
    }),
    limits,
    cache,
    feed,
    jobChanges,
    webhooks: {
      key: webhooks?.key ?? Buffer.alloc(32, 7),
      checkTarget: createTargetCheck({
        // No test asks a name server.
        resolve: async () => ["93.184.215.14"],
        ...(webhooks === undefined
          ? {}
          : { exceptions: new Set(webhooks.exceptions), schemes: ["https:", "http:"] as const }),
      }),
    },
    log,
    now,
    metrics,
    traces: reporting?.traces,
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
      trustedProxies: [],
      readyMaxLagSeconds: 60,
      readyMaxHeadAgeSeconds: 60,
      readyMaxStallSeconds: 300,
      ...settings,
    },
  });
  return {
    lines,
    metrics,
    async flush() {
      await trust.flush();
      await identity?.flush();
    },
    uploadFolder: testUploads.folder,
    request: async (path, init) => app.request(path, init),
    fetch: app.fetch,
    closeStreams: async () => void (await Promise.all([feed.close(), jobChanges.close()])),
    get: async (path, headers = {}) => app.request(path, { headers }),
    routes: () => app.routes,
    async close() {
      await Promise.all([feed.close(), jobChanges.close()]);
      await limits.close();
      await cache.close();
      await Promise.all([watcher.close(), journalWatcher.close()]);
      await trust.close();
      await identity?.flush();
      await testUploads.close();
      await writes.close();
      await database.close();
    },
  };
}
