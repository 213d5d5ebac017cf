import { hostname } from "node:os";
import { setTimeout as delay } from "node:timers/promises";
import { openAgentWallet } from "../core/agent-wallet/agent-wallet.ts";
import { openCache } from "../core/cache/open-cache.ts";
import type { Config } from "../core/config/config.schema.ts";
import { processEnvironment } from "../core/config/process-environment.ts";
import { openDatabase } from "../core/db/database.ts";
import { watchJournal } from "../core/db/journal-watcher.ts";
import { createPool } from "../core/db/pools.ts";
import { startHealthServer } from "../core/health-server.ts";
import { countBacklog } from "../core/jobs/backlog.ts";
import { watchJobs } from "../core/jobs/job-watcher.ts";
import { providerPolicy } from "../core/jobs/provider-policy.ts";
import { QUEUE_NAMES, QUEUES, type QueueName } from "../core/jobs/queues.ts";
import type { Logger } from "../core/log.ts";
import { openMailTransport } from "../core/mail/transport.ts";
import { openChat } from "../core/operators/chat.ts";
import { openOutgoingClient, targetsWith } from "../core/outgoing/outgoing-client.ts";
import { createCertificateReader } from "../core/outgoing/read-certificate.ts";
import { createSiteCheck } from "../core/site-checks/check-site.ts";
import { countSites } from "../core/site-checks/site-rows.ts";
import { openStorage } from "../core/uploads/storage/open-storage.ts";
import type { WorkerDeps } from "./deps.ts";
import { startDispatch } from "./dispatch/start-dispatch.ts";
import { createLeaseKeeper } from "./lease-keeper.ts";
import { createWorkerMetrics } from "./metrics.ts";
import { PROCESSORS } from "./processors/index.ts";
import { createValuationDeps } from "./processors/valuation/valuation-deps.ts";
import { createJobRunner } from "./run-job.ts";
import { startUpkeep } from "./upkeep.ts";
import { startPump } from "./webhooks/pump.ts";

const PROCESS_NAME = "valyra_workers";

/** Connections: a job holds one only while it writes. */
const POOL_SIZE = 10;

/** How often queues are looked at without having been woken. */
const POLL_MS = 1_000;

/** After this without a look at its queues a process no longer consumes. */
const STALE_LOOK_MS = 60_000;

/** A mail server is asked by so many jobs at a time. */
const MAIL_LIMITS = { concurrency: 10, waiting: 100 };

/** The chat is asked by so many jobs at a time. */
const CHAT_LIMITS = { concurrency: 2, waiting: 100 };

export type Workers = {
  /** Port of health and metrics. */
  port: number;
  /** Takes no more jobs, waits for those that run, and hands back what takes too long. */
  stop(): Promise<void>;
  /** Stops to wait: what still runs is handed back at once. */
  hurry(): void;
};

/** Starts to work on the queues that are named, or on all; resolves once the health port listens. */
export async function startWorkers(
  config: Config<"workers">,
  names: readonly QueueName[],
  log: Logger,
): Promise<Workers> {
  const queues = names.length === 0 ? QUEUE_NAMES : names;
  const url = config.WORKERS_DATABASE_URL;
  // Before anything is opened: a key that may not be used here ends the start.
  const agent = openAgent(config);
  const warn = (what: string) => (err: unknown) => log.warn({ err }, what);
  const options = {
    max: POOL_SIZE,
    processName: PROCESS_NAME,
    onIdleError: warn("database connection lost"),
  };
  const pool = createPool(url, "appWrites", options);
  const database = openDatabase(url, { ...options, max: 2 });
  const { SITE_CHECKS: siteChecks, VALYRA_STAGE: stage } = config;
  const hasSiteChecks = siteChecks === undefined ? stage === "production" : siteChecks === "on";
  const metrics = createWorkerMetrics(
    () => countBacklog(pool),
    async () => (hasSiteChecks ? countSites(pool) : undefined),
  );
  const outgoing = openOutgoingClient({
    ...targetsWith(config.OUTGOING_EXCEPTIONS),
    maxConcurrent: 256,
  });
  const mail = openMailTransport({
    smtpUrl: config.MAIL_SMTP_URL,
    folder: config.MAIL_FOLDER,
    from: config.MAIL_FROM,
  });
  const cache = openCache({
    redisUrl: config.REDIS_URL,
    databaseUrl: url,
    processName: PROCESS_NAME,
    log,
  });
  const valuations = createValuationDeps(config, {
    ...{ pool, database, outgoing, cache },
    onGuardrail: ({ rule, edge }) => metrics.guardrails.inc({ rule, edge }),
  });
  const deps: WorkerDeps = {
    pool,
    database,
    outgoing,
    contents: openStorage(config, outgoing),
    mail,
    mailPolicy: providerPolicy({
      ...MAIL_LIMITS,
      onRest(isResting) {
        metrics.breakers.set({ provider: "mail" }, isResting ? 1 : 0);
        log.warn({ isResting }, "the mail server failed too often");
      },
    }),
    chat: config.CHAT_WEBHOOK_URL && openChat(config.CHAT_WEBHOOK_URL, outgoing),
    chatPolicy: providerPolicy({
      ...CHAT_LIMITS,
      onRest: (isResting) => metrics.breakers.set({ provider: "chat" }, isResting ? 1 : 0),
    }),
    agent,
    webhookKey: config.WEBHOOK_KEY,
    valuations,
    sites: hasSiteChecks
      ? {
          check: createSiteCheck({
            outgoing,
            readCertificate: createCertificateReader(targetsWith(config.OUTGOING_EXCEPTIONS)),
            rdapUrl: config.RDAP_URL,
          }),
          onChecked: (kind, verdict) => metrics.siteChecks.inc({ kind, verdict }),
          now: () => new Date(),
        }
      : undefined,
    settings: { publicUrl: config.PUBLIC_URL },
  };
  const leaseMs = config.WORKERS_LEASE_SECONDS * 1_000;
  const keeper = createLeaseKeeper({ pool, leaseMs, onError: warn("leases could not be renewed") });
  const giveUp = new AbortController();
  const run = createJobRunner({
    deps,
    processors: PROCESSORS,
    keeper,
    metrics,
    log,
    stopping: giveUp.signal,
  });
  const dispatch = await startDispatch({
    pool,
    redisUrl: config.REDIS_URL,
    prefix: config.REDIS_PREFIX,
    options: {
      queues,
      concurrencyOf: (queue) => QUEUES[queue].concurrency,
      taker: { worker: `${hostname()}-${process.pid}`, leaseMs },
      run,
      pollMs: POLL_MS,
      onError: warn("the queue could not be asked"),
    },
    onNudges: (count) => metrics.nudges.inc(count),
    log,
  });
  const watcher = watchJobs(
    url,
    {
      processName: PROCESS_NAME,
      onError: warn("not listening for jobs, polling until it is back"),
    },
    (queue) => dispatch.wake(QUEUE_NAMES.find((name) => name === queue)),
  );
  const upkeep = startUpkeep({ pool, metrics, log, leaseMs });
  const journal = watchJournal(url, {
    processName: `${PROCESS_NAME}_journal`,
    onError: warn("not listening for entries, polling until it is back"),
  });
  const key = config.WEBHOOK_KEY;
  if (key === undefined) log.info("no WEBHOOK_KEY: no webhooks are sent");
  const sender = key && { outgoing, key, now: () => new Date() };
  const pump =
    sender && queues.includes("delivery")
      ? startPump({ pool, sender, watcher: journal, metrics, log, leaseMs })
      : undefined;
  const isConsuming = () => dispatch.lookAgeMs() < STALE_LOOK_MS;
  const server = await startHealthServer(config.WORKERS_HOST, config.WORKERS_PORT, {
    readiness: () => ({
      isReady: isConsuming(),
      backend: dispatch.backend,
      queues,
      lookAgeMs: Math.round(dispatch.lookAgeMs()),
      running: keeper.held(),
    }),
    isAlive: isConsuming,
    registry: metrics.registry,
  });
  const wallet = agent?.signer.address;
  log.info({ port: server.port, queues, backend: dispatch.backend, wallet }, "workers started");

  return {
    port: server.port,
    hurry: () => giveUp.abort(),
    async stop() {
      const drained = dispatch.drain();
      const patience = delay(config.WORKERS_STOP_SECONDS * 1_000, "late" as const, {
        signal: giveUp.signal,
        ref: false,
      }).catch(() => "late" as const);
      if ((await Promise.race([drained, patience])) === "late") giveUp.abort();
      await drained;
      await Promise.all([upkeep.stop(), pump?.stop()]);
      keeper.stop();
      await Promise.all([
        watcher.close(),
        journal.close(),
        dispatch.close(),
        server.close(),
        outgoing.close(),
      ]);
      mail?.close();
      await cache.close();
      await database.close();
      await pool.end();
    },
  };
}

function openAgent(config: Config<"workers">) {
  return openAgentWallet({
    key: config.AGENT_KEY,
    keyFile: config.AGENT_KEY_FILE,
    isProduction: config.VALYRA_STAGE === "production",
    deployments: config.VALYRA_DEPLOYMENTS,
    environment: processEnvironment(),
    rpcTimeoutMs: config.RPC_TIMEOUT_MS,
    maxFeeGwei: config.AGENT_MAX_FEE_GWEI,
    stuckSeconds: config.AGENT_STUCK_SECONDS,
  });
}
