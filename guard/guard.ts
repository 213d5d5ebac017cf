import pg from "pg";
import type { Config } from "../core/config/config.schema.ts";
import { type Deployment, firstBlockOf, watchedContracts } from "../core/deployments/deployment.ts";
import { startHealthServer } from "../core/health-server.ts";
import type { Logger } from "../core/log.ts";
import { createRpcClient } from "../core/rpc/client.ts";
import { describeRpcError, redactUrl } from "../core/rpc/describe-error.ts";
import { type AuditProgress, createAuditor } from "./audit/auditor.ts";
import { createChainSource } from "./chain/chain-source.ts";
import { watchBlocks } from "./chain/watch-blocks.ts";
import { createHeadFollower } from "./heads/follow-heads.ts";
import type { Heads } from "./heads/next-heads.ts";
import { finalityDepths } from "./heads/observe-heads.ts";
import { createAlarm, runLoop } from "./loop.ts";
import { createGuardMetrics } from "./metrics.ts";
import { createGuardStore } from "./store/guard-store.ts";

/** How often to look where the deployments file does not say; a websocket makes it sooner. */
const DEFAULT_INTERVAL_MS = 1_000;

/** The guard's few statements run one after another, in two loops and the health check. */
const POOL_SIZE = 3;

/** Heads older than this mean that the guard has lost the chain. */
const STALE_HEAD_MS = 60_000;

export type Guard = {
  /** Port of health and metrics. */
  port: number;
  /** Ends the loops after the step in hand, then closes socket, server and connections. */
  stop(): Promise<void>;
};

/** Starts following the heads and comparing logs; resolves once the health port listens. */
export async function startGuard(
  config: Config<"guard">,
  deployment: Deployment,
  log: Logger,
): Promise<Guard> {
  const metrics = createGuardMetrics();
  const pool = new pg.Pool({
    connectionString: config.GUARD_DATABASE_URL,
    max: POOL_SIZE,
    application_name: "valyra_guard",
  });
  // An idle connection that breaks must not end the process; the next query reports it.
  pool.on("error", (error) => log.warn({ error: error.message }, "database connection lost"));

  const urls = [...new Set(deployment.rpc)];
  const source = createChainSource(
    urls.map((url) => createRpcClient(url, config.RPC_TIMEOUT_MS)),
    (error) => {
      metrics.rpcErrors.inc();
      log.warn({ error: describeRpcError(error) }, "a request to the chain failed");
    },
  );
  const store = createGuardStore(pool);
  const follower = createHeadFollower({
    chainId: deployment.chainId,
    source,
    store,
    depths: finalityDepths(deployment.finalityDepth),
    metrics,
    log,
  });
  const auditor = createAuditor({
    chainId: deployment.chainId,
    contracts: watchedContracts(deployment),
    startBlock: BigInt(firstBlockOf(deployment)),
    source,
    store,
    metrics,
    log,
    graceMs: config.GUARD_GRACE_MS,
    now: () => performance.now(),
  });

  const ending = new AbortController();
  const { signal } = ending;
  const intervalMs = deployment.pollingIntervalMs ?? DEFAULT_INTERVAL_MS;
  const headAlarm = createAlarm();
  const auditAlarm = createAlarm();
  let heads: Heads | undefined;
  let headsAt: number | undefined;
  let progress: AuditProgress | undefined;

  const server = await startHealthServer(config.GUARD_HOST, config.GUARD_PORT, {
    readiness() {
      const headAgeMs = headsAt === undefined ? undefined : Math.round(performance.now() - headsAt);
      const isReady = headAgeMs !== undefined && headAgeMs < STALE_HEAD_MS;
      return { isReady, headAgeMs, audit: describeProgress(progress) };
    },
    registry: metrics.registry,
  });
  const unwatch =
    deployment.ws === undefined
      ? undefined
      : watchBlocks(
          deployment.ws,
          () => headAlarm.ring(),
          (error) => log.warn({ error: describeRpcError(error) }, "the websocket failed"),
        );

  const loops = [
    runLoop({
      alarm: headAlarm,
      intervalMs,
      signal,
      onError: (error) => log.warn({ error: describeRpcError(error) }, "heads not updated"),
      async step() {
        heads = await follower.step();
        headsAt = performance.now();
        auditAlarm.ring();
      },
    }),
    runLoop({
      alarm: auditAlarm,
      intervalMs,
      signal,
      onError: (error) => log.warn({ error: describeRpcError(error) }, "comparison broke off"),
      async step() {
        if (heads === undefined) return;
        const next = await auditor.step(heads, signal);
        if (describeState(next) !== describeState(progress)) log.info(describeProgress(next));
        progress = next;
      },
    }),
  ];
  log.info(
    { chainId: deployment.chainId, rpc: urls.map(redactUrl), port: server.port },
    "guard started",
  );

  return {
    port: server.port,
    async stop() {
      ending.abort();
      await unwatch?.();
      await Promise.all(loops);
      await server.close();
      await pool.end();
    },
  };
}

/** What the audit is doing, without the numbers that change with every block. */
function describeState(progress: AuditProgress | undefined): string {
  return progress?.is === "waiting" ? progress.why : (progress?.is ?? "not begun");
}

function describeProgress(progress: AuditProgress | undefined): string {
  if (progress === undefined) return "comparison not begun";
  if (progress.is === "waiting") return `comparison waits: ${progress.why}`;
  return `compared through block ${progress.provisional}, for good through ${progress.final}`;
}
