import type { Address } from "viem";
import type { ContractName } from "./contracts/artifact.ts";
import type {
  DeployedAgents,
  DeployedMarket,
  DeployedToken,
  EscrowGeneration,
  MarketplaceGeneration,
  TokenKind,
} from "./deployed.ts";
import { type Deployer, openDeployer } from "./deployer.ts";
import type { Rpc } from "./rpc.ts";

/** What the fee-on-transfer token keeps of each transfer, in basis points (domain A.9 trap 25). */
export const TRANSFER_FEE_BPS = 100;

/** Share of an agent payment that the platform keeps, in basis points. */
export const AGENT_FEE_BPS = 500;

export type MarketOptions = {
  marketplace?: MarketplaceGeneration;
  escrow?: EscrowGeneration;
  /** A new token of this kind, or one that is there already. */
  token?: TokenKind | DeployedToken;
  /** Token of the escrow where it differs from the marketplace's (domain A.9 trap 26). */
  escrowToken?: TokenKind | DeployedToken;
  /** Unlocked account that deploys and owns; the first of the chain when left out. */
  owner?: Address;
  /** The verifying agent; the second account when left out. */
  agent?: Address;
  /** Receives the fees; the third account when left out. */
  treasury?: Address;
  /** Ends the genesis programme at once; on M1 and M2 nobody can stake before (trap 14). */
  endGenesis?: boolean;
  /** Seconds that an E3 escrow holds the retainer; unset, hence zero, when left out (trap 31). */
  transitionPeriod?: bigint;
  /** Unix seconds of the block; one second after the latest when left out. */
  timestamp?: bigint;
};

/**
 * Deploys a marketplace and an escrow behind their proxies, and their token, in one block. The same
 * options on the same chain give the same addresses and the same block hash.
 */
export async function deployMarket(rpc: Rpc, options: MarketOptions = {}): Promise<DeployedMarket> {
  const { marketplace = "M3", escrow = "E3", token = "standard" } = options;
  const roles = await rolesOf(rpc, options);
  const deployer = await openDeployer(rpc, roles.owner, options.timestamp);
  const marketToken = await tokenFor(deployer, token);
  const escrowToken =
    options.escrowToken === undefined ? marketToken : await tokenFor(deployer, options.escrowToken);

  const marketplaceCode = await deployer.create(`Marketplace${marketplace}`);
  const marketplaceProxy = await deployer.createProxy(
    `Marketplace${marketplace}`,
    marketplaceCode,
    [marketToken.address, roles.agent],
  );
  if (options.endGenesis) {
    await deployer.call(`Marketplace${marketplace}`, marketplaceProxy, "endGenesisProgram");
  }

  const escrowCode = await deployer.create(`Escrow${escrow}`);
  const escrowArgs = [escrowToken.address, roles.treasury];
  const escrowProxy = await deployer.createProxy(
    `Escrow${escrow}`,
    escrowCode,
    // E0 has no link to a marketplace: the buyer names the seller.
    escrow === "E0" ? escrowArgs : [...escrowArgs, marketplaceProxy],
  );
  if (escrow === "E3" && options.transitionPeriod !== undefined) {
    const period = [options.transitionPeriod];
    await deployer.call("EscrowE3", escrowProxy, "setTransitionPeriod", period);
  }

  const startBlock = await deployer.mine();
  return {
    ...roles,
    genesisOpen: options.endGenesis !== true,
    transitionPeriod: Number(options.transitionPeriod ?? 0n),
    token: atBlock(marketToken, startBlock),
    escrowToken: atBlock(escrowToken, startBlock),
    marketplace: {
      address: marketplaceProxy,
      generation: marketplace,
      implementation: marketplaceCode,
      startBlock,
    },
    escrow: { address: escrowProxy, generation: escrow, implementation: escrowCode, startBlock },
  };
}

/**
 * Upgrades a marketplace in place (domain A.9 trap 43), to an implementation that is there already
 * or to a fresh one.
 */
export async function upgradeMarketplace(
  rpc: Rpc,
  market: DeployedMarket,
  generation: MarketplaceGeneration,
  { implementation, timestamp }: { implementation?: Address; timestamp?: bigint } = {},
): Promise<DeployedMarket> {
  const deployer = await openDeployer(rpc, market.owner, timestamp);
  const code = implementation ?? (await deployer.create(`Marketplace${generation}`));
  const { address } = market.marketplace;
  await deployer.call(`Marketplace${generation}`, address, "upgradeToAndCall", [code, "0x"]);
  await deployer.mine();
  const marketplace = { ...market.marketplace, generation, implementation: code };
  return { ...market, marketplace };
}

export type AgentOptions = {
  token?: TokenKind | DeployedToken;
  owner?: Address;
  treasury?: Address;
  timestamp?: bigint;
};

/** Deploys the payment escrow for paid agents and the entitlements to them, in one block. */
export async function deployAgents(rpc: Rpc, options: AgentOptions = {}): Promise<DeployedAgents> {
  const { owner, treasury } = await rolesOf(rpc, options);
  const deployer = await openDeployer(rpc, owner, options.timestamp);
  const token = await tokenFor(deployer, options.token ?? "six-decimals");
  const agentEscrow = await deployer.create("AgentEscrow", [treasury, BigInt(AGENT_FEE_BPS)]);
  const entitlement = await deployer.create("Entitlements", ["ipfs://agents/"]);
  await deployer.call("AgentEscrow", agentEscrow, "setSupportedToken", [token.address, true]);
  const startBlock = await deployer.mine();
  return {
    owner,
    token: atBlock(token, startBlock),
    agentEscrow: { address: agentEscrow, startBlock },
    entitlement: { address: entitlement, startBlock },
  };
}

/** Deploys a token alone. */
export async function deployToken(
  rpc: Rpc,
  kind: TokenKind,
  { owner, timestamp }: { owner?: Address; timestamp?: bigint } = {},
): Promise<DeployedToken> {
  const roles = await rolesOf(rpc, { owner });
  const deployer = await openDeployer(rpc, roles.owner, timestamp);
  const token = await tokenFor(deployer, kind);
  return atBlock(token, await deployer.mine());
}

/** Name of the contract behind a token kind. */
export function tokenContract(kind: TokenKind): ContractName {
  return TOKENS[kind].name;
}

const TOKENS: Record<TokenKind, { name: ContractName; args: readonly unknown[] }> = {
  standard: { name: "TestToken", args: ["Mock IDRX", "IDRX"] },
  "fee-on-transfer": {
    name: "FeeOnTransferToken",
    args: ["Taxed IDRX", "TIDRX", BigInt(TRANSFER_FEE_BPS)],
  },
  "six-decimals": { name: "SixDecimalToken", args: ["Mock USD Coin", "USDC"] },
};

const UNMINED = -1;

async function tokenFor(deployer: Deployer, token: TokenKind | DeployedToken) {
  if (typeof token !== "string") return token;
  const { name, args } = TOKENS[token];
  return { address: await deployer.create(name, args), kind: token, startBlock: UNMINED };
}

function atBlock(token: DeployedToken, startBlock: number): DeployedToken {
  return token.startBlock === UNMINED ? { ...token, startBlock } : token;
}

async function rolesOf(rpc: Rpc, given: { owner?: Address; agent?: Address; treasury?: Address }) {
  const [first, second, third] = await rpc.request<Address[]>("eth_accounts");
  const role = (address: Address | undefined) => {
    if (address === undefined) throw new Error("the chain has fewer than three unlocked accounts");
    return address.toLowerCase() as Address;
  };
  return {
    owner: role(given.owner ?? first),
    agent: role(given.agent ?? second),
    treasury: role(given.treasury ?? third),
  };
}
