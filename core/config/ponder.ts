import { z } from "zod";
import type { Deployment } from "../deployments/deployment.ts";
import { loadDeployment } from "../deployments/load.ts";

const schema = z.object({
  INDEXER_DATABASE_URL: z.string().optional(),
  DATABASE_URL: z.string().optional(),
  VALYRA_DEPLOYMENTS: z.string().default("deployments/local.json"),
  VALYRA_EXTRA_TOKENS: z.string().default(""),
  INDEXER_RPC_COPIES: z.coerce.number().int().min(1).max(256).default(1),
  INDEXER_DISABLE_CACHE: z.stringbool().default(false),
});

/** What `ponder.config.ts` needs from its surroundings. */
export type PonderSettings = {
  /** Connection string of the writer; undefined lets Ponder say that it is missing. */
  databaseUrl: string | undefined;
  deployment: Deployment;
  /** How often each RPC is listed: Ponder limits requests for each entry. */
  rpcCopies: number;
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
  return {
    databaseUrl: variables.INDEXER_DATABASE_URL ?? variables.DATABASE_URL,
    deployment,
    rpcCopies: variables.INDEXER_RPC_COPIES,
    disableCache: variables.INDEXER_DISABLE_CACHE,
  };
}
