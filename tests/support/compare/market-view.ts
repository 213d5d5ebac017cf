import type { Address, Hex } from "viem";
import type { SellerView as SellerState } from "../../../guard/audit/state/expected-rows.ts";
import {
  balanceView,
  type DisputeView,
  disputeView,
  type EscrowView,
  escrowSetting,
  escrowView,
  type HoldView,
  holdView,
  type ListingView,
  listingView,
  marketplaceView,
  type OfferView,
  offerView,
  type SnapshotView,
  snapshotView,
} from "../../../guard/audit/state/views.ts";
import { hasOffers } from "../../../src/protocol/generations.ts";
import type { TestChain } from "../anvil.ts";
import type { TestMarket } from "../markets.ts";
import { ask, askOne } from "./query.ts";

/** A marketplace and its escrow, as their own views describe them at one block. */
export type MarketView = {
  market: TestMarket;
  listings: ListingView[];
  sellers: Map<Address, SellerView>;
  escrows: EscrowView[];
  holds: HoldView[];
  disputes: DisputeView[];
  /** State changes that the contract recorded for each escrow; empty before E2. */
  histories: SnapshotView[][];
  offers: OfferView[];
  marketplace: MarketplaceSettings;
  escrow: EscrowSettings;
  /** Token and what the contract holds of it. */
  balances: { contract: Address; token: Address; units: bigint }[];
};

export type SellerView = SellerState & { level: number };

export type MarketplaceSettings = {
  owner: Address;
  isPaused: boolean;
  token: Address;
  agent: Address;
  isGenesisOpen: boolean;
};

export type EscrowSettings = {
  owner: Address;
  isPaused: boolean;
  token: Address;
  treasury: Address;
  marketplace: Address;
  isEmergency: boolean;
  emergencyActivatedAt: bigint;
  safetyWallet: Address | null;
  transitionPeriod: bigint | null;
};

const ids = (from: bigint, count: bigint) =>
  Array.from({ length: Number(count) }, (_, index) => from + BigInt(index));

/**
 * Reads everything that a market's contracts can say of themselves at one block. Ids come from the
 * contracts' own counters (the listing counter is private, in storage slot 0).
 * @param accounts everybody who may ever have acted on the market
 */
export async function viewMarket(
  chain: TestChain,
  market: TestMarket,
  accounts: readonly Address[],
  blockTag: Hex | "latest" = "latest",
): Promise<MarketView> {
  const at = { marketplace: market.marketplace.address, escrow: market.escrow.address };
  const { generation } = market.escrow;
  const marketplace = await marketplaceSettings(chain, at.marketplace, blockTag);
  const escrow = await escrowSettings(chain, market, blockTag);
  const listingCount = await chain.storage(at.marketplace, 0n);
  const escrowCount = await askOne(chain, escrowSetting<bigint>(at.escrow, "escrowCounter"));
  const offerCount = hasOffers(generation)
    ? await askOne(chain, escrowSetting<bigint>(at.escrow, "offerCounter"))
    : 0n;
  const listingIds = ids(0n, listingCount);
  const escrowIds = ids(1n, escrowCount);
  const read = <Answer>(queries: Parameters<typeof ask<Answer>>[1]) =>
    ask<Answer>(chain, queries, blockTag);
  return {
    market,
    marketplace,
    escrow,
    listings: await read(listingIds.map((id) => listingView(at.marketplace, id))),
    sellers: await sellerViews(chain, market, accounts, blockTag),
    escrows: await read(escrowIds.map((id) => escrowView(at.escrow, generation, id))),
    holds: await read(escrowIds.map((id) => holdView(at.escrow, id))),
    disputes: await read(escrowIds.map((id) => disputeView(at.escrow, id))),
    histories: await histories(chain, market, escrowIds),
    offers: await read(ids(1n, offerCount).map((id) => offerView(at.escrow, generation, id))),
    balances: await Promise.all(
      [
        [at.marketplace, marketplace.token],
        [at.escrow, escrow.token],
      ].map(async ([contract, token]) => ({
        contract: contract as Address,
        token: token as Address,
        units: await askOne(chain, balanceView(token as Address, contract as Address), blockTag),
      })),
    ),
  };
}

async function marketplaceSettings(
  chain: TestChain,
  address: Address,
  blockTag: Hex | "latest",
): Promise<MarketplaceSettings> {
  const names = ["owner", "paused", "idrxToken", "agentAddress", "genesisProgram"];
  const queries = names.map((name) => marketplaceView<unknown>(address, name));
  const [owner, isPaused, token, agent, isGenesisOpen] = await ask(chain, queries, blockTag);
  return {
    owner: lower(owner),
    isPaused: isPaused === true,
    token: lower(token),
    agent: lower(agent),
    isGenesisOpen: isGenesisOpen === true,
  };
}

async function escrowSettings(
  chain: TestChain,
  { escrow: { address, generation } }: TestMarket,
  blockTag: Hex | "latest",
): Promise<EscrowSettings> {
  const one = <Answer>(name: string) =>
    askOne(chain, escrowSetting<Answer>(address, name), blockTag);
  return {
    owner: lower(await one("owner")),
    isPaused: await one("paused"),
    token: lower(await one("idrxToken")),
    treasury: lower(await one("treasuryAddress")),
    marketplace: lower(await one("marketplaceAddress")),
    isEmergency: await one("emergencyMode"),
    emergencyActivatedAt: await one("emergencyActivatedAt"),
    safetyWallet: hasOffers(generation) ? lower(await one("safetyWallet")) : null,
    transitionPeriod: generation === "E3" ? await one("transitionPeriod") : null,
  };
}

async function sellerViews(
  chain: TestChain,
  { marketplace: { address, generation } }: TestMarket,
  accounts: readonly Address[],
  blockTag: Hex | "latest",
): Promise<Map<Address, SellerView>> {
  const names = [
    "sellerActivity",
    "sellerStakes",
    "sellerVerificationLevel",
    "activeListingsCount",
    "isGenesisSeller",
    ...(generation === "M3" ? ["emergencyWithdrawTime"] : []),
  ];
  const queries = accounts.flatMap((account) =>
    names.map((name) => marketplaceView<unknown>(address, name, account)),
  );
  const answers = await ask(chain, queries, blockTag);
  return new Map(
    accounts.map((account, index) => {
      const [activity, stake, level, activeListings, isGenesis, emergencyWithdrawAt = 0n] =
        answers.slice(index * names.length, (index + 1) * names.length);
      return [
        account,
        { activity, stake, level, activeListings, isGenesis, emergencyWithdrawAt } as SellerView,
      ];
    }),
  );
}

/** `history` has no length: it is read until it reverts. */
async function histories(
  chain: TestChain,
  { escrow }: TestMarket,
  escrowIds: readonly bigint[],
): Promise<SnapshotView[][]> {
  if (!hasOffers(escrow.generation)) return escrowIds.map(() => []);
  const all: SnapshotView[][] = [];
  for (const id of escrowIds) {
    const one: SnapshotView[] = [];
    for (;;) {
      const query = snapshotView(escrow.address, id, BigInt(one.length));
      const answer = await chain.tryCall({ to: query.to, data: query.data });
      if (answer === undefined) break;
      one.push(query.decode(answer));
    }
    all.push(one);
  }
  return all;
}

const lower = (address: unknown) => String(address).toLowerCase() as Address;
