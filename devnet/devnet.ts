import { DEVNET_GENESIS_TIME } from "./chain.ts";
import { deployAgents, deployMarket } from "./deploy.ts";
import type { DeployedAgents, DeployedMarket } from "./deployed.ts";
import { type DeploymentFile, deploymentFile } from "./deployment-file.ts";
import type { Rpc } from "./rpc.ts";

/** Everything that the demo market is played on. */
export type Devnet = {
  /** Newest generations, a plain token. */
  main: DeployedMarket;
  /** A fee-on-transfer token, and a marketplace of M2 that history upgrades to M3. */
  taxed: DeployedMarket;
  agents: DeployedAgents;
};

/**
 * Deploys the devnet to a fresh chain. Block times are counted from genesis, so that the result is
 * always the same; `deployments/local.json` describes it.
 */
export async function deployDevnet(rpc: Rpc, genesisTime = DEVNET_GENESIS_TIME): Promise<Devnet> {
  const main = await deployMarket(rpc, {
    marketplace: "M3",
    escrow: "E3",
    token: "standard",
    timestamp: genesisTime + 12n,
  });
  const taxed = await deployMarket(rpc, {
    marketplace: "M2",
    escrow: "E2d",
    token: "fee-on-transfer",
    endGenesis: true,
    timestamp: genesisTime + 24n,
  });
  const agents = await deployAgents(rpc, { timestamp: genesisTime + 36n });
  return { main, taxed, agents };
}

/** The deployments file of a devnet that answers at `rpc`. */
export function devnetFile({ main, taxed, agents }: Devnet, rpc: string): DeploymentFile {
  return deploymentFile({ rpc, markets: [main, taxed], agents });
}
