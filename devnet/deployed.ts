import type { Address } from "viem";

export type MarketplaceGeneration = "M1" | "M2" | "M3";
export type EscrowGeneration = "E0" | "E1" | "E2a" | "E2b" | "E2c" | "E2d" | "E3";
export type TokenKind = "standard" | "fee-on-transfer" | "six-decimals";

export type DeployedToken = { address: Address; kind: TokenKind; startBlock: number };

/** A proxy and what stands behind it. */
export type DeployedProxy<Generation extends string> = {
  address: Address;
  generation: Generation;
  implementation: Address;
  startBlock: number;
};

/** A marketplace, its escrow and their token. The roles are accounts of the devnet. */
export type DeployedMarket = {
  token: DeployedToken;
  /** Same as `token`, save where a deployment mixed them up (domain A.9 trap 26). */
  escrowToken: DeployedToken;
  marketplace: DeployedProxy<MarketplaceGeneration>;
  escrow: DeployedProxy<EscrowGeneration>;
  owner: Address;
  agent: Address;
  treasury: Address;
  /** Whether the genesis programme was left open at the deployment. */
  genesisOpen: boolean;
  /** Seconds that an E3 escrow holds the retainer; 0 until the owner sets it (domain A.9 trap 31). */
  transitionPeriod: number;
};

/** Payments for paid agents and the rights to use them. Neither contract is upgradeable. */
export type DeployedAgents = {
  token: DeployedToken;
  agentEscrow: { address: Address; startBlock: number };
  entitlement: { address: Address; startBlock: number };
  owner: Address;
};
