import { createConfig } from "ponder";
import {
  AgentEscrowAbi,
  EntitlementsAbi,
  EscrowAbi,
  MarketplaceAbi,
  TokenAbi,
} from "./abis/index.ts";
import { loadPonderSettings } from "./core/config/ponder.ts";
import { IndexerClient } from "./core/db/indexer-client.ts";
import {
  addressesOf,
  firstBlockOf,
  tokensOf,
  watchedContracts,
} from "./core/deployments/deployment.ts";
import { ZERO_ADDRESS } from "./src/protocol/constants.ts";
import type { ContractKind } from "./src/protocol/states.ts";

const settings = loadPonderSettings();

/** The contracts that this run indexes; handlers read their declared generation from it. */
export const deployment = settings.deployment;

const startBlock = firstBlockOf(deployment);
const chain = "market" as const;

/** An empty address list would mean "any address": the zero address emits nothing and stands in. */
const orNone = (addresses: `0x${string}`[]): `0x${string}`[] =>
  addresses.length > 0 ? addresses : [ZERO_ADDRESS];
const source = (kind: ContractKind) => ({
  chain,
  address: orNone(addressesOf(deployment, kind)),
  startBlock,
});

const holders = orNone(watchedContracts(deployment).map((entry) => entry.address));
const tokens = { chain, address: orNone(tokensOf(deployment)), startBlock, abi: TokenAbi } as const;

// The deployments file decides what rows hold, so it must change Ponder's build id: an entry
// without events carries it into the hash.
const { network, chainId, contracts, implementations, genesisCheckInterval } = deployment;
const fingerprint = {
  chain,
  abi: [],
  address: ZERO_ADDRESS,
  startBlock,
  fingerprint: { network, chainId, contracts, implementations, genesisCheckInterval },
} as const;

export default createConfig({
  database: {
    kind: "postgres",
    connectionString: settings.databaseUrl,
    // pg's Pool takes its client class, and Ponder its connection, from options that neither types.
    poolConfig: {
      connectionString: settings.databaseUrl,
      Client: IndexerClient,
      fence: settings.fence,
    } as object as { max?: number },
  },
  chains: {
    market: {
      id: deployment.chainId,
      rpc: settings.rpc,
      ws: settings.ws,
      pollingInterval: deployment.pollingIntervalMs,
      disableCache: settings.disableCache,
    },
  },
  contracts: {
    Marketplace: { abi: MarketplaceAbi, ...source("marketplace") },
    Escrow: { abi: EscrowAbi, ...source("escrow") },
    AgentEscrow: { abi: AgentEscrowAbi, ...source("agentEscrow") },
    Entitlement: { abi: EntitlementsAbi, ...source("entitlement") },
    // Two sources, as a filter cannot say "from or to": each books its own side of a transfer.
    TokenIn: { ...tokens, filter: { event: "Transfer", args: { to: holders } } },
    TokenOut: { ...tokens, filter: { event: "Transfer", args: { from: holders } } },
    Fingerprint: fingerprint,
  },
  blocks: {
    GenesisWatch: { chain, startBlock, interval: deployment.genesisCheckInterval },
  },
});
