import { encodeFunctionData } from "viem";
import { TRANSFER_FEE_BPS } from "../../devnet/deploy.ts";
import type {
  DeployedMarket,
  DeployedToken,
  EscrowGeneration,
  MarketplaceGeneration,
} from "../../devnet/deployed.ts";
import { type Deployer, openDeployer } from "../../devnet/deployer.ts";
import type { Address, TestChain, TransactionRequest } from "./anvil.ts";
import { tokenCalls } from "./contract-abi.ts";
import type { DeployedContract } from "./ponder.ts";

/** More than anybody can spend in a test. */
const RICHES = 10n ** 40n;

/** Basis points that a token of this kind keeps of every transfer. */
export const feeBpsOf = ({ kind }: DeployedToken) =>
  kind === "fee-on-transfer" ? BigInt(TRANSFER_FEE_BPS) : 0n;

/** The accounts of a test chain by the part they play; people may come to own contracts as well. */
export function castOf(chain: TestChain) {
  const [owner, agent, treasury, safety, ...rest] = chain.accounts;
  if (!owner || !agent || !treasury || !safety || rest.length < 8) {
    throw new Error("the chain has too few accounts");
  }
  return { owner, agent, treasury, safety, people: [owner, agent, ...rest.slice(0, 6)] };
}

export type MarketWish = {
  marketplace: MarketplaceGeneration;
  escrow: EscrowGeneration;
  token: DeployedToken;
  /** Token of the escrow where it differs from the marketplace's (trap 26). */
  escrowToken?: DeployedToken;
};

/** A market with everything that a test needs to know of it. */
export type TestMarket = Omit<DeployedMarket, "genesisOpen" | "transitionPeriod">;

/**
 * Deploys markets in one block, and gives everybody the tokens and allowances to act on them.
 * Markets of a generation share one implementation: anvil writes its whole state, code included,
 * for every block it mines, so that one implementation each would make it several times slower.
 */
export async function deployMarkets(
  chain: TestChain,
  wishes: readonly MarketWish[],
): Promise<TestMarket[]> {
  const { owner, agent, treasury, people } = castOf(chain);
  const deployer = await openDeployer(chain, owner);
  const implementations = new Map<string, Address>();
  const markets: TestMarket[] = [];
  for (const { marketplace, escrow, token, escrowToken = token } of wishes) {
    const listings = await proxyOf(deployer, implementations, `Marketplace${marketplace}`, [
      token.address,
      agent,
    ]);
    const money = await proxyOf(deployer, implementations, `Escrow${escrow}`, [
      escrowToken.address,
      treasury,
      // E0 has no link to a marketplace.
      ...(escrow === "E0" ? [] : [listings.address]),
    ]);
    markets.push({
      ...{ owner, agent, treasury, token, escrowToken },
      marketplace: { ...listings, generation: marketplace, startBlock: 0 },
      escrow: { ...money, generation: escrow, startBlock: 0 },
    });
  }
  const startBlock = await deployer.mine();
  for (const market of markets) {
    market.marketplace.startBlock = startBlock;
    market.escrow.startBlock = startBlock;
  }
  await fund(
    chain,
    people,
    markets.flatMap(({ token, escrowToken, marketplace, escrow }) => [
      { token: token.address, spender: marketplace.address },
      { token: escrowToken.address, spender: escrow.address },
    ]),
  );
  return markets;
}

async function proxyOf(
  deployer: Deployer,
  implementations: Map<string, Address>,
  name: `Marketplace${MarketplaceGeneration}` | `Escrow${EscrowGeneration}`,
  args: readonly unknown[],
) {
  const implementation = implementations.get(name) ?? (await deployer.create(name));
  implementations.set(name, implementation);
  return { implementation, address: await deployer.createProxy(name, implementation, args) };
}

/** Mints to everybody and lets the spenders take it, in one block. */
export async function fund(
  chain: TestChain,
  people: readonly Address[],
  grants: readonly { token: Address; spender: Address }[],
): Promise<void> {
  const tokens = [...new Set(grants.map((grant) => grant.token))];
  const call = (
    from: Address,
    to: Address,
    functionName: "mint" | "approve",
    args: readonly [Address, bigint],
  ): TransactionRequest => ({
    from,
    to,
    data: encodeFunctionData({ abi: tokenCalls, functionName, args }),
  });
  const requests = people.flatMap((from) => [
    ...tokens.map((token) => call(from, token, "mint", [from, RICHES])),
    ...grants.map(({ token, spender }) => call(from, token, "approve", [spender, 2n ** 256n - 1n])),
  ]);
  for (const receipt of await chain.execute(requests)) {
    if (receipt.status !== "0x1") throw new Error("funding was refused");
  }
}

/** The entries of a deployments file for some markets, each token once. */
export function entriesOf(markets: readonly TestMarket[]): DeployedContract[] {
  const tokens = new Map<string, DeployedContract>();
  for (const token of markets.flatMap((market) => [market.token, market.escrowToken])) {
    tokens.set(token.address, {
      kind: "token",
      generation: "standard",
      address: token.address,
      startBlock: token.startBlock,
    });
  }
  return [
    ...tokens.values(),
    ...markets.flatMap((market): DeployedContract[] => [
      {
        kind: "marketplace",
        generation: market.marketplace.generation,
        address: market.marketplace.address,
        startBlock: market.marketplace.startBlock,
      },
      {
        kind: "escrow",
        generation: market.escrow.generation,
        address: market.escrow.address,
        startBlock: market.escrow.startBlock,
        marketplace: market.marketplace.address,
      },
    ]),
  ];
}
