import type { Expected } from "../../../guard/audit/state/differences.ts";
import type { Query } from "../../../guard/audit/state/query.ts";
import {
  type EscrowView,
  escrowView,
  type ListingView,
  listingView,
  type OfferView,
  offerView,
} from "../../../guard/audit/state/views.ts";
import type { TestChain } from "../anvil.ts";
import type { EscrowRecord, OfferRecord } from "../model/escrow-records.ts";
import type { MarketState } from "../model/market-state.ts";
import type { ListingModel, SellerModel } from "../model/marketplace-model.ts";
import type { Move } from "../model/pick-move.ts";
import { fieldDifferences } from "./differences.ts";
import type { MarketView, SellerView } from "./market-view.ts";
import { ask } from "./query.ts";

const LISTING_STATES = ["active", "pending", "completed", "cancelled", "disputed", "paused"];
const ESCROW_STATES = [
  ...["created", "funded", "delivered", "confirmed", "transition", "disputed"],
  ...["resolved", "completed", "refunded", "expired", "emergency"],
];
const OFFER_STATES = ["active", "accepted", "rejected", "cancelled"];

/** What the latest moves were about must be as the model says, after each block. */
export async function mismatchesOfTouched(
  chain: TestChain,
  { marketplace, escrow }: MarketState,
  moves: readonly Move[],
): Promise<string[]> {
  const checks: { query: Query<unknown>; compare(answer: unknown): string[] }[] = [];
  for (const { kind, args } of moves) {
    const id = args[0];
    if (typeof id !== "bigint") continue;
    const { address, generation } = escrow;
    if (kind.on === "marketplace") {
      const listing = marketplace.listings[Number(id)];
      if (listing === undefined || kind.fn === "withdrawStake") continue;
      const query = listingView(marketplace.address, id);
      checks.push({ query, compare: (it) => listingMismatches(listing, it as ListingView) });
      continue;
    }
    const offer = kind.fn.endsWith("Offer") ? escrow.offer(id) : undefined;
    const record = offer === undefined ? escrow.escrow(id) : escrow.escrow(offer.escrowId);
    if (offer !== undefined && kind.fn !== "makeOffer") {
      const query = offerView(address, generation, offer.id);
      checks.push({ query, compare: (it) => offerMismatches(offer, it as OfferView) });
    }
    if (record !== undefined) {
      const query = escrowView(address, generation, record.id);
      checks.push({ query, compare: (it) => escrowMismatches(record, it as EscrowView) });
    }
  }
  const answers = await ask(
    chain,
    checks.map((check) => check.query),
  );
  return checks.flatMap((check, index) => check.compare(answers[index]));
}

/** The whole model against everything that the contracts say. */
export function modelMismatches(
  { marketplace, escrow, people }: MarketState,
  view: MarketView,
): string[] {
  return [
    ...count("listings", marketplace.listings.length, view.listings.length),
    ...count("escrows", escrow.escrows.length, view.escrows.length),
    ...count("offers", escrow.offers.length, view.offers.length),
    ...view.listings.flatMap((it, index) => {
      const listing = marketplace.listings[index];
      return listing === undefined ? [] : listingMismatches(listing, it);
    }),
    ...view.escrows.flatMap((it, index) => {
      const record = escrow.escrows[index];
      return record === undefined ? [] : escrowMismatches(record, it);
    }),
    ...view.offers.flatMap((it, index) => {
      const offer = escrow.offers[index];
      return offer === undefined ? [] : offerMismatches(offer, it);
    }),
    ...people.flatMap((account) => {
      const seen = view.sellers.get(account);
      return seen === undefined ? [] : sellerMismatches(marketplace.seller(account), seen, account);
    }),
    ...fieldDifferences(
      "settings",
      {
        agent: marketplace.agent,
        isGenesisOpen: marketplace.isGenesisOpen,
        treasury: escrow.treasury,
        marketplaceOwner: marketplace.owner,
        escrowOwner: escrow.owner,
        isEmergency: escrow.emergencyActivatedAt !== undefined,
        isPaused: escrow.isPaused,
        marketplaceBalance: marketplace.token.held(marketplace.address),
        escrowBalance: escrow.token.held(escrow.address),
      },
      {
        agent: view.marketplace.agent,
        isGenesisOpen: view.marketplace.isGenesisOpen,
        treasury: view.escrow.treasury,
        marketplaceOwner: view.marketplace.owner,
        escrowOwner: view.escrow.owner,
        isEmergency: view.escrow.isEmergency,
        isPaused: view.escrow.isPaused,
        marketplaceBalance: view.balances[0]?.units ?? 0n,
        escrowBalance: view.balances[1]?.units ?? 0n,
      },
      ["model", "contracts"],
    ),
  ];
}

const sides = ["model", "contracts"] as const;

const count = (what: string, model: number, chain: number) =>
  fieldDifferences("counters", { [what]: model }, { [what]: chain }, sides);

const listingMismatches = (model: ListingModel, chain: ListingView) =>
  fieldDifferences(
    `listing ${model.id}`,
    {
      seller: model.seller,
      title: model.title,
      metadata: model.metadataUri,
      price: model.price,
      level: model.level,
      state: model.state,
      isBuildIdVerified: model.isBuildIdVerified,
    },
    {
      seller: chain.seller.toLowerCase(),
      title: chain.title,
      metadata: chain.ipfsMetadata,
      price: chain.askingPrice,
      level: chain.verificationLevel,
      state: LISTING_STATES[chain.state] ?? null,
      isBuildIdVerified: chain.buildIdVerified,
    },
    sides,
  );

const escrowMismatches = (model: EscrowRecord, chain: EscrowView) =>
  fieldDifferences(
    `escrow ${model.id}`,
    {
      state: model.state,
      amount: model.amount,
      fee: model.fee,
      payout: model.payout,
      handoverDeadline: model.handoverDeadline,
      verifyDeadline: model.verifyDeadline,
      isExtended: model.isExtended,
      ...(chain.totalFunded === undefined ? {} : { totalFunded: model.totalFunded }),
    },
    {
      state: ESCROW_STATES[chain.state] ?? null,
      amount: chain.amount,
      fee: chain.platformFee,
      payout: chain.sellerPayout,
      handoverDeadline: chain.handoverDeadline,
      verifyDeadline: chain.verifyDeadline,
      isExtended: chain.verifyExtensionUsed,
      ...(chain.totalFunded === undefined ? {} : { totalFunded: chain.totalFunded }),
    },
    sides,
  );

const offerMismatches = (model: OfferRecord, chain: OfferView) =>
  fieldDifferences(
    `offer ${model.id}`,
    {
      state: model.state,
      deposit: model.deposit,
      escrowId: model.escrowId,
      expiresAt: chain.expiresAt === undefined ? null : model.expiresAt,
    },
    {
      state: OFFER_STATES[chain.state] ?? null,
      deposit: chain.depositAmount,
      escrowId: chain.escrowId,
      expiresAt: chain.expiresAt ?? null,
    },
    sides,
  );

function sellerMismatches(model: SellerModel, chain: SellerView, account: string): string[] {
  const contracts: Expected = {
    lastHeartbeat: chain.activity.lastHeartbeat,
    isActive: chain.activity.isActive,
    isPaused: chain.activity.isPaused,
    stake: chain.stake.stakeAmount,
    stakedAt: chain.stake.stakedAt,
    isStaked: chain.stake.isActive,
    slashCount: chain.stake.slashCount,
    level: chain.level,
    activeListings: chain.activeListings,
    isGenesis: chain.isGenesis,
    emergencyWithdrawAt: chain.emergencyWithdrawAt,
  };
  return fieldDifferences(`seller ${account}`, { ...model }, contracts, sides);
}
