import type { Address, Hex } from "viem";
import { type ContractName, loadArtifact } from "../../../devnet/contracts/artifact.ts";
import { tokenContract } from "../../../devnet/deploy.ts";
import type { DeployedToken, MarketplaceGeneration } from "../../../devnet/deployed.ts";
import { openDeployer } from "../../../devnet/deployer.ts";
import type { TestChain } from "../../support/anvil.ts";
import { castOf, type MarketWish, type TestMarket } from "../../support/markets.ts";
import { DAY, openStage, PRICE } from "../../unit/contracts/arena.ts";

export type Where = "marketplace" | "escrow" | "token" | "escrowToken";

export type People = Record<
  "owner" | "agent" | "treasury" | "safety" | "seller" | "buyer" | "rival" | "stranger",
  Address
>;

export type Party = keyof People;

/** A market that a test wants, in the newest generations unless it says otherwise. */
export type StageWish = Partial<Omit<MarketWish, "token" | "escrowToken">> & {
  token?: DeployedToken["kind"];
  /** A token of its own for the escrow (trap 26). */
  hasOwnEscrowToken?: boolean;
  /** Leaves the genesis programme open. */
  isGenesisOpen?: boolean;
  /** Leaves the transition period of an E3 escrow at zero (trap 31). */
  hasNoTransitionPeriod?: boolean;
};

/** How long an E3 escrow holds the retainer here, seconds. */
export const TRANSITION_SECONDS = 7n * DAY;

/** The accounts of a chain by their part in a play. */
export function peopleOf(chain: TestChain): People {
  const { owner, agent, treasury, safety, people } = castOf(chain);
  const [, , seller, buyer, rival, stranger] = people;
  if (!seller || !buyer || !rival || !stranger) throw new Error("too few people");
  return { owner, agent, treasury, safety, seller, buyer, rival, stranger };
}

/** A market on which a test plays, a block for each act. */
export function openMarketStage(chain: TestChain, market: TestMarket) {
  const parties = peopleOf(chain);
  const contract = (address: Address, name: ContractName) => ({
    address,
    abi: loadArtifact(name).abi,
  });
  const stage = openStage(chain, {
    marketplace: contract(
      market.marketplace.address,
      `Marketplace${market.marketplace.generation}`,
    ),
    escrow: contract(market.escrow.address, `Escrow${market.escrow.generation}`),
    token: contract(market.token.address, tokenContract(market.token.kind)),
    escrowToken: contract(market.escrowToken.address, tokenContract(market.escrowToken.kind)),
  });

  const act = (
    party: Party,
    where: Where,
    method: string,
    args: readonly unknown[] = [],
    at?: bigint,
  ) => stage.act(parties[party], where, method, args, at);

  const listing = (level: number, price: bigint, title: string) =>
    [title, "ipfs://metadata", price, level, `0x${"11".repeat(32)}`, "0x1234", "build-1"] as const;

  return {
    chain,
    market,
    parties,
    /** Contracts that act on this market like people. */
    smartAccounts: [] as Address[],
    /** Where rows of this market are found. */
    marketplace: market.marketplace.address,
    escrow: market.escrow.address,
    act,
    view: stage.view,
    now: stage.now,
    callData: stage.callData,

    refusal: (
      party: Party,
      where: Where,
      method: string,
      args: readonly unknown[] = [],
      at?: bigint,
    ) => stage.refusal(parties[party], where, method, args, at),

    /** Upgrades the marketplace to a fresh implementation of another generation. */
    async upgradeMarketplace(generation: MarketplaceGeneration) {
      const deployer = await openDeployer(chain, parties.owner);
      const implementation = await deployer.create(`Marketplace${generation}`);
      await deployer.mine();
      await act("owner", "marketplace", "upgradeToAndCall", [implementation, "0x"]);
      market.marketplace = { ...market.marketplace, implementation, generation };
      const { address } = market.marketplace;
      stage.contracts.marketplace = contract(address, `Marketplace${generation}`);
    },

    balance: (holder: Address, where: "token" | "escrowToken" = "token") =>
      stage.view<bigint>(where, "balanceOf", [holder]),

    stake: (party: Party = "seller") => act(party, "marketplace", "stakeToSell"),

    list: (level = 0, price = PRICE, title = "A business", party: Party = "seller") =>
      act(party, "marketplace", "createListing", listing(level, price, title)),

    /** Stakes and lists: listing 0 is there to be bought. */
    async openShop(level = 0) {
      await act("seller", "marketplace", "stakeToSell");
      await act("seller", "marketplace", "createListing", listing(level, PRICE, "A business"));
    },

    buy: (party: Party = "buyer", listingId = 0n) =>
      act(party, "escrow", "depositFunds", [listingId, PRICE, 0]),

    deliver: (escrowId = 1n, at?: bigint) =>
      act("seller", "escrow", "uploadCredentialHash", [escrowId, credentialHash], at),

    confirm: (escrowId = 1n, at?: bigint) =>
      act("buyer", "escrow", "confirmReceipt", [escrowId], at),

    offer: (party: Party = "buyer", price = PRICE) =>
      act(party, "escrow", "makeOffer", [0n, price]),

    /** Accepts with the second way of encryption. */
    accept: (offerId = 1n, at?: bigint) => act("seller", "escrow", "acceptOffer", [offerId, 1], at),

    fund: (escrowId = 1n, at?: bigint) => act("buyer", "escrow", "completeFunding", [escrowId], at),

    resolve: (resolution: number, refundBps = 0n, escrowId = 1n) =>
      act("owner", "escrow", "resolveDispute", [escrowId, resolution, refundBps]),
  };
}

export type Stage = ReturnType<typeof openMarketStage>;

const credentialHash: Hex = `0x${"22".repeat(32)}`;
