import { readFile, writeFile } from "node:fs/promises";
import type { z } from "zod";
import { deploymentSchema } from "../core/deployments/deployment.ts";
import { DEVNET_CHAIN_ID } from "./chain.ts";
import type { DeployedAgents, DeployedMarket, DeployedToken } from "./deployed.ts";

export type DeploymentFile = z.input<typeof deploymentSchema>;

type Contract = DeploymentFile["contracts"][number];

export type DeploymentParts = {
  /** HTTP URL of the chain. */
  rpc: string;
  markets: readonly DeployedMarket[];
  agents?: DeployedAgents;
};

/** The deployments file of what was deployed to a devnet, with every implementation named. */
export function deploymentFile({ rpc, markets, agents }: DeploymentParts): DeploymentFile {
  const tokens = new Map<string, DeployedToken>();
  const paidIn = markets.flatMap(({ token, escrowToken }) => [token, escrowToken]);
  for (const token of agents ? [...paidIn, agents.token] : paidIn) tokens.set(token.address, token);
  return {
    network: "local",
    chainId: DEVNET_CHAIN_ID,
    rpc: [rpc],
    ws: rpc.replace(/^http/, "ws"),
    pollingIntervalMs: 500,
    genesisCheckInterval: 100,
    contracts: [
      ...markets.flatMap(contractsOf),
      ...(agents === undefined ? [] : agentContractsOf(agents)),
      ...[...tokens.values()].map(tokenEntry),
    ],
    implementations: Object.fromEntries(
      markets
        .flatMap(({ marketplace, escrow }) => [marketplace, escrow])
        .map(({ implementation, generation }) => [implementation, generation]),
    ),
  };
}

/** Writes a deployments file, as the indexer reads it. */
export async function writeDeploymentFile(path: string, file: DeploymentFile): Promise<void> {
  await writeFile(path, serializeDeployment(file));
}

/** Puts other providers into a deployments file, the first to be asked first. */
export async function setProviders(path: string, rpc: readonly string[]): Promise<void> {
  const file = JSON.parse(await readFile(path, "utf8")) as DeploymentFile;
  await writeDeploymentFile(path, { ...file, rpc: [...rpc] });
}

/** The text of a deployments file. */
export function serializeDeployment(file: DeploymentFile): string {
  deploymentSchema.parse(file);
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

function contractsOf({ marketplace, escrow, token, escrowToken }: DeployedMarket): Contract[] {
  return [
    {
      kind: "marketplace",
      generation: marketplace.generation,
      address: marketplace.address,
      startBlock: marketplace.startBlock,
      token: token.address,
    },
    {
      kind: "escrow",
      generation: escrow.generation,
      address: escrow.address,
      startBlock: escrow.startBlock,
      token: escrowToken.address,
      marketplace: marketplace.address,
    },
  ];
}

function agentContractsOf({ agentEscrow, entitlement, token }: DeployedAgents): Contract[] {
  return [
    { kind: "agentEscrow", generation: "standard", ...agentEscrow, token: token.address },
    { kind: "entitlement", generation: "standard", ...entitlement },
  ];
}

function tokenEntry({ address, startBlock }: DeployedToken): Contract {
  return { kind: "token", generation: "standard", address, startBlock };
}
