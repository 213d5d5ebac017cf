import type { Config } from "../../core/config/config.schema.ts";
import type { Environment } from "../../core/config/environment.ts";
import { startHealthServer } from "../../core/health-server.ts";
import { ponderCommand } from "../../core/indexer/ponder-process.ts";
import type { Clearance } from "../../core/indexer/preflight.ts";
import { createLogger } from "../../core/log.ts";
import { openReporting } from "../../core/reporting/open-reporting.ts";
import { createRpcClient } from "../../core/rpc/client.ts";
import { createRepairDesk } from "../repair/repair-desk.ts";
import { createSupervisorMetrics } from "./metrics.ts";
import { startSupervisor } from "./supervisor.ts";

/** Longest wait for the chain's newest block: nothing depends on one look. */
const HEAD_TIMEOUT_MS = 2_000;

export type SupervisedIndexer = {
  /** Port of health and metrics. */
  port: number;
  /** Ends the writer in order, then everything around it. */
  stop(): Promise<void>;
};

/** Starts the supervisor of the indexer with its health port; resolves once that listens. */
export async function superviseIndexer(
  settings: Config<"indexer">,
  clearance: Clearance,
  { isTerminal, environment }: { isTerminal: boolean; environment: Environment },
): Promise<SupervisedIndexer> {
  const { deployment } = clearance;
  const { chainId } = deployment;
  const reporting = openReporting(settings, "supervisor");
  const log = createLogger("supervisor", settings.LOG_LEVEL, undefined, reporting.onFailure);
  const metrics = createSupervisorMetrics();
  // What the writer can see: a gateway that waits for a proof is ahead of nobody.
  const url = settings.INDEXER_RPC_GATEWAY ?? deployment.rpc[0] ?? "";
  const chain = createRpcClient(url, HEAD_TIMEOUT_MS);
  const adminUrl = settings.DATABASE_URL;
  if (adminUrl === undefined) {
    log.warn("DATABASE_URL is not set: repairs of the index wait until a person carries them out");
  }
  const supervisor = startSupervisor({
    databaseUrl: settings.INDEXER_DATABASE_URL,
    schema: settings.INDEXER_SCHEMA,
    chainId,
    commandFor: (schema) =>
      ponderCommand({ ...settings, INDEXER_SCHEMA: schema }, clearance, isTerminal),
    // What publishes is not for the process that reads what strangers wrote.
    environment: { ...environment, DATABASE_URL: undefined },
    readHead: () => chain.getBlockNumber(),
    isReported: reporting.onFailure !== undefined,
    stallMs: settings.INDEXER_STALL_SECONDS * 1_000,
    desk: adminUrl === undefined ? undefined : createRepairDesk({ adminUrl, chainId, log }),
    metrics,
    log,
  });
  const server = await startHealthServer(settings.INDEXER_HOST, settings.INDEXER_HEALTH_PORT, {
    readiness() {
      const state = supervisor.state();
      return { isReady: state.is === "writing" || state.is === "standing by", ...state };
    },
    registry: metrics.registry,
  });
  log.info({ port: server.port, schema: settings.INDEXER_SCHEMA }, "supervisor started");
  return {
    port: server.port,
    async stop() {
      await supervisor.stop();
      await server.close();
      await reporting.close();
    },
  };
}
