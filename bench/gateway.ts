import { freePort } from "../devnet/processes/free-port.ts";
import { startGatewayProcess } from "../tests/support/gateway.ts";
import { ROOT } from "./contender.ts";
import { type ProcessUsage, readUsage } from "./process-usage.ts";

/** What a gateway has used so far, and what it has asked its provider for. */
export type GatewayUsage = ProcessUsage & {
  /** HTTP requests, and the JSON-RPC calls in them. */
  requests: number;
  calls: number;
};

/** A gateway under measurement. */
export type RunningGateway = {
  /** Address to give to a contender; it answers once `started` has resolved. */
  url: string;
  started: Promise<unknown>;
  usage(): Promise<GatewayUsage | undefined>;
  stop(): Promise<void>;
};

export type GatewayOptions = {
  deploymentsPath: string;
  /** Migrated database in which it records what it has proved. */
  databaseUrl: string;
  /** Whether it writes history into Ponder's cache, so that Ponder waits and then reads it there. */
  isWrittenAhead?: boolean;
  profileFolder?: string;
};

/**
 * Starts a gateway that has proved nothing yet, and returns before it listens: its start is part of
 * what is measured, as it proves the newest blocks in it.
 */
export async function launchGateway(options: GatewayOptions): Promise<RunningGateway> {
  const { deploymentsPath, databaseUrl, isWrittenAhead = false, profileFolder } = options;
  const port = await freePort();
  const started = startGatewayProcess({
    root: ROOT,
    deploymentsFile: deploymentsPath,
    env: {
      GATEWAY_PORT: String(port),
      GATEWAY_DATABASE_URL: databaseUrl,
      ...(isWrittenAhead && { GATEWAY_PREWRITE_URL: databaseUrl }),
      ...(profileFolder && { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${profileFolder}` }),
    },
  });
  // Whoever awaits it sees the failure; until then it is nobody's.
  started.catch(() => undefined);
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    started,
    async usage() {
      const { child } = await started;
      const usage = await readUsage(child.pid);
      const metrics = await (await fetch(`${url}/metrics`)).text();
      return usage && { ...usage, ...countUpstream(metrics) };
    },
    async stop() {
      await (await started).stop();
    },
  };
}

/** Reads what all providers together were asked from the gateway's metrics. */
export function countUpstream(metrics: string): { requests: number; calls: number } {
  return {
    requests: sumOf(metrics, "valyra_gateway_provider_requests"),
    calls: sumOf(metrics, "valyra_gateway_provider_calls"),
  };
}

function sumOf(metrics: string, name: string): number {
  const samples = [...metrics.matchAll(new RegExp(`^${name}\\{[^}]*\\} (\\S+)$`, "gm"))];
  if (samples.length === 0) throw new Error(`the metrics have no ${name}`);
  return samples.reduce((sum, [, value]) => sum + Number(value), 0);
}
