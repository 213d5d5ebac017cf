import { once } from "node:events";
import { openCache } from "../core/cache/open-cache.ts";
import { systemClock } from "../core/clock.ts";
import { findNodeUrl, loadAddressBook } from "../core/config/address-book.ts";
import { loadConfig } from "../core/config/load.ts";
import { redactConfig } from "../core/config/redact.ts";
import { openAppWrites } from "../core/db/app-writes.ts";
import { openDatabase } from "../core/db/database.ts";
import { watchIndex } from "../core/db/index-watcher.ts";
import { watchJournal } from "../core/db/journal-watcher.ts";
import { openJobChanges } from "../core/jobs/job-changes.ts";
import { createChangeFeed } from "../core/journal/feed.ts";
import { openRateLimits } from "../core/limits/rate-limits.ts";
import { createLogger } from "../core/log.ts";
import { createApiMetrics } from "../core/metrics.ts";
import { createTargetCheck } from "../core/outgoing/check-target.ts";
import { openOutgoingClient, targetsWith } from "../core/outgoing/outgoing-client.ts";
import { openReporting } from "../core/reporting/open-reporting.ts";
import { createRpcClient } from "../core/rpc/client.ts";
import { openStorage } from "../core/uploads/storage/open-storage.ts";
import { createApp } from "./app.ts";
import { SharedAnswers } from "./http/shared-answers.ts";
import { openIdentity } from "./identity.ts";
import { serveJobSockets } from "./job-sockets.ts";
import { serveMetrics } from "./metrics-server.ts";
import { NO_CALLERS } from "./middleware/caller.ts";
import { startServer } from "./server.ts";
import { openTrust } from "./trust.ts";
import { clearIncoming, openUploads } from "./uploads.ts";

/** Requests under way get this long to finish after a signal; then the process ends all the same. */
const DRAIN_MS = 8_000;

/** An answer never waits longer for one request to a node, milliseconds. */
const RPC_TIMEOUT_MS = 2_000;

/** Connections for what callers own, and as many for who they are. */
const WRITE_CONNECTIONS = 5;

/** Jobs that one account may watch at a time. */
const STREAMS_PER_ACCOUNT = 20;

/** Answers are shared until the next block is announced, and never for longer than this. */
const ANSWER_TRUST_MS = 1_000;
const ANSWER_BYTES = 64 * 1024 ** 2;

/** `npm run api`: serves until SIGTERM or SIGINT. */
async function main(): Promise<void> {
  const config = loadConfig("api");
  const reporting = openReporting(config, "api");
  const log = createLogger("api", config.LOG_LEVEL, undefined, reporting.onFailure);
  const addressBook = loadAddressBook(config.VALYRA_DEPLOYMENTS);
  const nodeUrl = findNodeUrl(config.VALYRA_DEPLOYMENTS);
  const rpc = nodeUrl === undefined ? undefined : createRpcClient(nodeUrl, RPC_TIMEOUT_MS);
  if (rpc === undefined) log.warn("no node: balances and calls are not checked on the chain");
  const database = openDatabase(config.API_DATABASE_URL, {
    max: config.API_POOL_SIZE,
    processName: "valyra_api",
    onIdleError: (err) => log.warn({ err }, "lost an idle connection"),
    queue: { maxWaiting: config.API_MAX_WAITING, maxWaitMs: config.API_MAX_WAIT_MS },
    onSlowStatement: (slow) => log.warn(slow, "slow statement"),
  });
  const writes = openAppWrites(config.API_DATABASE_URL, {
    max: WRITE_CONNECTIONS,
    processName: "valyra_api",
    onIdleError: (err) => log.warn({ err }, "lost an idle connection"),
  });
  const watcher = watchIndex(config.API_DATABASE_URL, {
    processName: "valyra_api",
    onError: (err) => log.warn({ err }, "not listening for blocks, polling until it is back"),
  });
  const journalWatcher = watchJournal(config.API_DATABASE_URL, {
    processName: "valyra_api_journal",
    onError: (err) => log.warn({ err }, "not listening for changes, polling until it is back"),
  });
  const feed = createChangeFeed({
    database,
    watcher: journalWatcher,
    maxReaders: config.API_MAX_STREAMS,
    onError: (err) => log.warn({ err }, "the journal cannot be read, streams wait"),
  });
  const jobChanges = openJobChanges(config.API_DATABASE_URL, {
    processName: "valyra_api_jobs",
    onError: (err) => log.warn({ err }, "not listening for jobs, polling until it is back"),
    maxWatchers: config.API_MAX_STREAMS,
    maxPerAccount: STREAMS_PER_ACCOUNT,
  });
  const outgoing = openOutgoingClient(targetsWith(config.OUTGOING_EXCEPTIONS));
  const identity = openIdentity(config, {
    db: writes.identity,
    chainId: addressBook.chainId,
    rpc,
    now: systemClock,
    outgoing,
    log,
  });
  if (identity === undefined) log.warn("no AUTH_SECRETS: nobody can sign in");
  const trust = openTrust(writes, { log, now: systemClock });
  const limits = openRateLimits({
    settings: { readsPerMinute: config.API_READS_PER_MINUTE },
    overrides: () => trust.rules.current("limits"),
    redisUrl: config.REDIS_URL,
    databaseUrl: config.API_DATABASE_URL,
    onOutage: (err) => log.warn({ err }, "no common counters, counting requests for itself"),
  });
  const cache = openCache({
    redisUrl: config.REDIS_URL,
    databaseUrl: config.API_DATABASE_URL,
    processName: "valyra_api",
    log,
  });
  await clearIncoming(config.UPLOADS_FOLDER);
  const uploads = openUploads(config.UPLOADS_FOLDER, openStorage(config, outgoing));
  const metrics = createApiMetrics({
    poolUse: database.poolUse,
    streamUse: feed.use,
    countSessions: database.countSessions,
    limitUse: limits.use,
    cacheUse: cache.use,
  });
  const app = createApp({
    database,
    writes,
    callers: { ...NO_CALLERS, ...identity, byKey: trust.byKey },
    identity,
    encryptionKeys: config.ENCRYPTION_KEYS,
    rules: trust.rules,
    keyUsage: trust.keyUsage,
    createInstantKey: trust.createInstantKey,
    watcher,
    answers: new SharedAnswers({
      version: watcher.version,
      trustMs: ANSWER_TRUST_MS,
      maxBytes: ANSWER_BYTES,
    }),
    limits,
    cache,
    feed,
    jobChanges,
    webhooks: config.WEBHOOK_KEY && {
      key: config.WEBHOOK_KEY,
      checkTarget: createTargetCheck(targetsWith(config.OUTGOING_EXCEPTIONS)),
    },
    uploads,
    addressBook,
    rpc,
    metrics,
    traces: reporting.traces,
    log,
    now: systemClock,
    settings: {
      corsOrigins: config.API_CORS_ORIGINS,
      trustedProxies: config.API_TRUSTED_PROXIES,
      readyMaxLagSeconds: config.API_READY_MAX_LAG_SECONDS,
      readyMaxHeadAgeSeconds: config.API_READY_MAX_HEAD_AGE_SECONDS,
      readyMaxStallSeconds: config.API_READY_MAX_STALL_SECONDS,
    },
  });
  const server = await startServer(app.fetch, { host: config.API_HOST, port: config.API_PORT });
  serveJobSockets(server, { fetch: app.fetch, corsOrigins: config.API_CORS_ORIGINS });
  const metricsServer = await serveMetrics(metrics, {
    host: config.API_METRICS_HOST,
    port: config.API_METRICS_PORT,
  });
  log.info(
    { address: server.address(), metrics: metricsServer.address(), config: redactConfig(config) },
    "listening",
  );

  const signal = await Promise.race(
    ["SIGTERM", "SIGINT"].map((name) => once(process, name).then(() => name)),
  );
  log.info({ signal }, "stopping");
  // Nothing new is accepted; what runs finishes; only then do its connections go.
  const closed = once(server, "close");
  server.close();
  await Promise.all([feed.close(), jobChanges.close()]);
  server.closeIdleConnections();
  setTimeout(() => process.exit(1), DRAIN_MS).unref();
  await closed;
  metricsServer.close();
  metricsServer.closeAllConnections();
  await Promise.all([watcher.close(), journalWatcher.close()]);
  await limits.close();
  await cache.close();
  await trust.close();
  await identity?.flush();
  await reporting.close();
  await outgoing.close();
  await writes.close();
  await database.close();
  log.info("stopped");
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
});
