import { readFileSync } from "node:fs";
import { expect } from "vitest";
import { loadConfig } from "../../core/config/load.ts";
import { parseDeployment } from "../../core/deployments/load.ts";
import { createLogger } from "../../core/log.ts";
import { waitUntil } from "../../devnet/processes/wait-until.ts";
import { type HttpRpc, openRpc } from "../../devnet/rpc.ts";
import { type Gateway, startGateway } from "../../guard/gateway/gateway.ts";
import type { RpcLog } from "../../guard/proof/rpc-block.ts";
import type { Address } from "../support/anvil.ts";
import { type LiveMarket, openLiveMarket } from "../support/recovery/live-market.ts";

/** A market on a chain, and the contracts whose every log counts. */
export type GatewayWorld = Pick<
  LiveMarket,
  "chain" | "contracts" | "deploymentsFile" | "play" | "reorganise"
> & {
  /** The deployments file with other providers in place of the chain. */
  deployment(rpc: readonly string[]): ReturnType<typeof parseDeployment>;
  /** Every log of the contracts as the node itself says. */
  canonicalLogs(): Promise<RpcLog[]>;
  stop(): Promise<void>;
};

/** Plays so many blocks of a market, some five events each. */
export async function openGatewayWorld(blocks: number): Promise<GatewayWorld> {
  const market = await openLiveMarket("gateway");
  await market.play(blocks);
  const file = JSON.parse(readFileSync(market.deploymentsFile, "utf8"));
  return {
    ...market,
    deployment: (rpc) => parseDeployment("test", JSON.stringify({ ...file, rpc }), {}),
    canonicalLogs: () => logsOf(market.chain, market.contracts),
  };
}

/** Every log of the contracts up to the head, in the fields that are proved. */
export async function logsOf(
  rpc: Pick<HttpRpc, "request">,
  address: readonly Address[],
): Promise<RpcLog[]> {
  const range = { fromBlock: "0x0", toBlock: "latest" };
  const logs = await rpc.request<(RpcLog & { blockTimestamp?: string })[]>("eth_getLogs", [
    { address, ...range },
  ]);
  return logs.map(({ blockTimestamp: _, ...log }) => log);
}

/** The same of a gateway, asked again like an indexer while it has not proved them all in time. */
export function provedLogsOf(
  gateway: Pick<HttpRpc, "request">,
  address: readonly Address[],
): Promise<RpcLog[]> {
  const ask = () =>
    logsOf(gateway, address).catch((error: Error) => {
      if (error.message.includes("not proved")) return undefined;
      throw error;
    });
  return waitUntil(ask, { what: "the logs are proved", deadlineMs: 60_000 });
}

/** What differs between the logs of a gateway and those of the node; nothing when all is well. */
export async function logDifferences(
  rpc: Pick<HttpRpc, "request">,
  world: GatewayWorld,
): Promise<{ missing: string[]; invented: string[]; count: number }> {
  const line = (log: RpcLog) => JSON.stringify(Object.entries(log).sort());
  const served = (await provedLogsOf(rpc, world.contracts)).map(line);
  const told = (await world.canonicalLogs()).map(line);
  return {
    missing: told.filter((log) => !served.includes(log)),
    invented: served.filter((log, at) => told[at] !== log),
    count: told.length,
  };
}

/** No log is missing, none is invented, and the order is the chain's. */
export const NO_DIFFERENCES = { missing: [], invented: [], count: expect.any(Number) };

/** A gateway in this process, and a client of it. */
export type GatewayUnderTest = Gateway & HttpRpc & { ready(): Promise<Readiness> };

export type Readiness = {
  isReady: boolean;
  reason?: string;
  head?: { number: number; hash: string };
  prewrite?: { isDone: boolean; block?: number; target?: number; reason?: string };
  providers: { host: string; isBenched: boolean; reason?: string; refused: number }[];
};

export async function openGateway(
  world: GatewayWorld,
  rpc: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): Promise<GatewayUnderTest> {
  const config = loadConfig("gateway", { GATEWAY_PORT: "0", ...settings });
  const gateway = await startGateway(
    config,
    world.deployment(rpc),
    createLogger("gateway", "fatal"),
  );
  const client = openRpc(gateway.url);
  return {
    ...client,
    ...gateway,
    ready: async () => (await fetch(`${gateway.url}/ready`)).json() as Promise<Readiness>,
    async stop() {
      client.close();
      await gateway.stop();
    },
  };
}
