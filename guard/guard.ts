import pg from "pg";
import type { Config } from "../core/config/config.schema.ts";
import { type Deployment, firstBlockOf, watchedContracts } from "../core/deployments/deployment.ts";
import { startHealthServer } from "../core/health-server.ts";
import type { Logger } from "../core/log.ts";
import { isDefect } from "../core/reporting/is-defect.ts";
import { createRpcClient } from "../core/rpc/client.ts";
import { describeRpcError, redactUrl } from "../core/rpc/describe-error.ts";
import { type AlarmName, clearAlarms, raiseAlarm } from "./alarms/alarm-store.ts";
import { type AuditProgress, createAuditor } from "./audit/auditor.ts";
import { createProgressWatch } from "./audit/progress-watch.ts";
import { repairWrongRows } from "./audit/repair-wrong-rows.ts";
import { scheduleStateAudits } from "./audit/state/schedule.ts";
import { createChainSource } from "./chain/chain-source.ts";
import { headProvider } from "./chain/head-provider.ts";
import { watchBlocks } from "./chain/watch-blocks.ts";
import { createHeadFollower } from "./heads/follow-heads.ts";
import type { Heads } from "./heads/heads.ts";
import { finalityDepths } from "./heads/observe-heads.ts";
import { createAlarm, runLoop } from "./loop.ts";
import { createGuardMetrics } from "./metrics.ts";
import { Provider } from "./providers/provider.ts";
import { openRepair } from "./repair/repair-store.ts";
import { createGuardStore } from "./store/guard-store.ts";
import { createTrackStore } from "./store/track-store.ts";

/** How often to look where the deployments file does not say; a websocket makes it sooner. */
const DEFAULT_INTERVAL_MS = 1_000;

/** The guard's few statements run one after another, in three loops. */
const POOL_SIZE = 4;

/** Longest wait for one answer about heads: who hangs has no vote in this step. */
const HEAD_DEADLINE_MS = 5_000;

/** Longest time that indexed blocks may await their comparison with the logs, beside the grace. */
const COMPARED_WITHIN_MS = 60_000;

/** How often to look whether an audit of the state is due. */
const STATE_AUDIT_CHECK_MS = 5_000;

/** Blocks that Ponder can undo on a chain it knows nothing about and on Base; nowhere fewer. */
const INDEXER_WINDOW_BLOCKS = 30n;

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
  // Where a gateway runs, only logs that it has proved are compared with the rows.
  const logUrls = config.INDEXER_RPC_GATEWAY === undefined ? urls : [config.INDEXER_RPC_GATEWAY];
  const source = createChainSource(
    logUrls.map((url) => createRpcClient(url, config.RPC_TIMEOUT_MS)),
    (error) => {
      metrics.rpcErrors.inc();
      log.warn({ error: describeRpcError(error) }, "a request to the chain failed");
    },
  );
  const store = createGuardStore(pool);
  const { chainId } = deployment;
  const providers = urls.map(
    (url) => new Provider({ url, timeoutMs: config.RPC_TIMEOUT_MS, requestsPerSecond: 0 }),
  );
  const alarms = {
    raise: (name: AlarmName, detail: string) => raiseAlarm(pool, chainId, name, detail),
    clear: (names: readonly AlarmName[]) => clearAlarms(pool, chainId, names),
  };
  const follower = createHeadFollower({
    chainId,
    providers: providers.map((provider) => headProvider(provider, HEAD_DEADLINE_MS)),
    store,
    track: createTrackStore(pool, chainId),
    alarms,
    openRepair: (repair) => openRepair(pool, repair),
    depths: finalityDepths(deployment.finalityDepth),
    windowBlocks: INDEXER_WINDOW_BLOCKS,
    graceMs: config.GUARD_GRACE_MS,
    now: () => performance.now(),
    metrics,
    log,
  });
  const auditor = createAuditor({
    chainId,
    contracts: watchedContracts(deployment),
    startBlock: BigInt(firstBlockOf(deployment)),
    source,
    store,
    metrics,
    log,
    graceMs: config.GUARD_GRACE_MS,
    now: () => performance.now(),
  });

  const watch = createProgressWatch({
    alarms,
    limitMs: COMPARED_WITHIN_MS + config.GUARD_GRACE_MS,
    now: () => performance.now(),
  });
  const stateAudits = scheduleStateAudits(
    { pool, deployment, providers: stateProviders(config, deployment) },
    config.GUARD_STATE_AUDIT_SECONDS,
    { metrics, log },
  );

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

  /** A loop goes on; what waiting cannot cure is told to whoever is told of errors. */
  const failing = (what: string) => (error: unknown) => {
    if (isDefect(error)) log.error({ err: error }, what);
    else log.warn({ error: describeRpcError(error) }, what);
  };
  const loops = [
    runLoop({
      alarm: headAlarm,
      intervalMs,
      signal,
      onError: failing("heads not updated"),
      async step() {
        await watch.check();
        heads = await follower.step();
        headsAt = performance.now();
        auditAlarm.ring();
      },
    }),
    runLoop({
      alarm: auditAlarm,
      intervalMs,
      signal,
      onError: failing("comparison broke off"),
      async step() {
        if (heads === undefined) return;
        const next = await auditor.step(heads, signal);
        if (describeState(next) !== describeState(progress)) log.info(describeProgress(next));
        progress = next;
        watch.note(next);
        // Only proved logs are reason enough to build the index anew without asking anybody.
        if (config.INDEXER_RPC_GATEWAY !== undefined && (await repairWrongRows(pool, chainId))) {
          log.error("rows differ from proved logs: a repair is open");
        }
      },
    }),
    runLoop({
      alarm: createAlarm(),
      intervalMs: STATE_AUDIT_CHECK_MS,
      signal,
      onError: failing("the state audit broke off"),
      step: () => stateAudits.step(),
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

/**
 * Whom audits of the state ask: the gateway where there is one, since it wants two providers to agree
 * on what nobody can prove; else the providers themselves, one after the other.
 */
export function stateProviders(
  config: Pick<Config<"guard">, "INDEXER_RPC_GATEWAY" | "RPC_TIMEOUT_MS">,
  deployment: Pick<Deployment, "rpc">,
): Provider[] {
  const { INDEXER_RPC_GATEWAY: gateway, RPC_TIMEOUT_MS: timeoutMs } = config;
  const urls = gateway === undefined ? new Set(deployment.rpc) : [gateway];
  return [...urls].map((url) => new Provider({ url, timeoutMs, requestsPerSecond: 0 }));
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
