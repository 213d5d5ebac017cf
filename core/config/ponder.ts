import { z } from "zod";
import { type Fence, parseFence } from "../db/fence.ts";
import type { Deployment } from "../deployments/deployment.ts";
import { loadDeployment } from "../deployments/load.ts";

const schema = z.object({
  INDEXER_DATABASE_URL: z.string().optional(),
  DATABASE_URL: z.string().optional(),
  VALYRA_DEPLOYMENTS: z.string().default("deployments/local.json"),
  VALYRA_EXTRA_TOKENS: z.string().default(""),
  INDEXER_RPC_COPIES: z.coerce.number().int().min(1).max(256).default(1),
  INDEXER_RPC_GATEWAY: z.url({ protocol: /^https?$/ }).optional(),
  INDEXER_DISABLE_CACHE: z.stringbool().default(false),
  INDEXER_FENCE: z.string().transform(parseFence).optional(),
});

/** Entries of the gateway's address: it keeps to its providers' limits itself. */
const GATEWAY_COPIES = 64;

/** What `ponder.config.ts` needs from its surroundings. */
export type PonderSettings = {
  /** Connection string of the writer; undefined lets Ponder say that it is missing. */
  databaseUrl: string | undefined;
  deployment: Deployment;
  /** Whom to ask: Ponder limits requests for each entry, so each stands there several times. */
  rpc: string[];
  /** Websocket for new heads. */
  ws: string | undefined;
  /** Set by the supervisor: without it held, no connection may write. */
  fence: Fence | undefined;
  /** Whether to leave out the RPC cache, for a chain that is thrown away. */
  disableCache: boolean;
};

/**
 * Settings of the indexer from the environment. Tokens that the launcher found on chain
 * (`VALYRA_EXTRA_TOKENS`, comma-separated) are added to those of the file.
 */
export function loadPonderSettings(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): PonderSettings {
  const variables = schema.parse(environment);
  const deployment = loadDeployment(variables.VALYRA_DEPLOYMENTS, environment);
  const startBlock = Math.min(...deployment.contracts.map((entry) => entry.startBlock));
  const known = new Set(deployment.contracts.map((entry) => entry.address));
  for (const address of variables.VALYRA_EXTRA_TOKENS.toLowerCase().split(",")) {
    if (!/^0x[0-9a-f]{40}$/.test(address) || known.has(address as `0x${string}`)) continue;
    deployment.contracts.push({
      kind: "token",
      generation: "standard",
      address: address as `0x${string}`,
      startBlock,
    });
  }
  const gateway = variables.INDEXER_RPC_GATEWAY;
  const listed = (url: string, copies: number) => Array<string>(copies).fill(url);
  return {
    databaseUrl: variables.INDEXER_DATABASE_URL ?? variables.DATABASE_URL,
    deployment,
    rpc:
      gateway === undefined
        ? deployment.rpc.flatMap((url) => listed(url, variables.INDEXER_RPC_COPIES))
        : listed(gateway, GATEWAY_COPIES),
    ws: gateway === undefined ? deployment.ws : gateway.replace(/^http/, "ws"),
    fence: variables.INDEXER_FENCE,
    disableCache: variables.INDEXER_DISABLE_CACHE,
  };
}
