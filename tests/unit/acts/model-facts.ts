import { getAddress, type Hex } from "viem";
import type {
  ContractFacts,
  EscrowFacts,
  ListingFacts,
  OfferFacts,
} from "../../../core/acts/facts.ts";
import { DISPUTE_RESOLUTIONS } from "../../../src/protocol/states.ts";
import type { Pair } from "../../support/differential/pairs.ts";
import type { EscrowRecord, OfferRecord } from "../../support/model/escrow-records.ts";
import { type MarketState, newMarketState } from "../../support/model/market-state.ts";
import type { ListingModel } from "../../support/model/marketplace-model.ts";
import { ZERO_ADDRESS } from "../../support/model/proxied-model.ts";
import { TokenModel } from "../../support/model/token-model.ts";

const START = 1_700_000_000n;

const addressOf = (number: number): Hex =>
  getAddress(`0x${number.toString(16).padStart(40, "0")}`).toLowerCase() as Hex;

/** Everybody of a market: owner and agent act as people, too. */
const PEOPLE = Array.from({ length: 8 }, (_, index) => addressOf(0xa0 + index));
const [OWNER = ZERO_ADDRESS, AGENT = ZERO_ADDRESS, TREASURY = ZERO_ADDRESS] = PEOPLE;

/** An untouched market of the models, without any chain behind it. */
export function newMarket({ marketplace, escrow, isUpgraded }: Pair): MarketState {
  const token = { kind: "standard", address: addressOf(1), startBlock: 0 } as const;
  const place = (number: number) => ({
    address: addressOf(number),
    implementation: addressOf(number + 1),
    startBlock: 0,
  });
  return newMarketState(
    {
      owner: OWNER,
      agent: AGENT,
      treasury: TREASURY,
      token,
      escrowToken: token,
      marketplace: { ...place(10), generation: marketplace },
      escrow: { ...place(20), generation: escrow },
    },
    { marketplace: new TokenModel(token.address, 0n), escrow: new TokenModel(token.address, 0n) },
    PEOPLE,
    START,
    isUpgraded ? addressOf(30) : undefined,
  );
}

function contractFacts(state: MarketState, which: "marketplace" | "escrow"): ContractFacts {
  const { marketplace, escrow } = state;
  const { address, generation, owner, isPaused, token } = state[which];
  return {
    address,
    generation,
    owner,
    agent: which === "marketplace" ? marketplace.agent : null,
    safetyWallet: which === "escrow" ? escrow.safetyWallet : null,
    isPaused,
    emergencyActivatedAt: (which === "escrow" ? escrow.emergencyActivatedAt : undefined) ?? null,
    token: token.address,
    heldUnits: token.held(address),
  };
}

export function escrowFacts(state: MarketState, record: EscrowRecord): EscrowFacts {
  const { id, amount, totalFunded, verifyDeadline, isExtended, hold, dispute, ...same } = record;
  return {
    ...same,
    contract: contractFacts(state, "escrow"),
    escrowId: id,
    amountUnits: amount,
    totalFundedUnits: totalFunded,
    verifyDeadline: verifyDeadline === 0n ? null : verifyDeadline,
    isVerificationExtended: isExtended,
    hold: hold === undefined ? null : { ...hold, retainedUnits: hold.retained },
    dispute:
      dispute === undefined
        ? null
        : { ...dispute, resolution: DISPUTE_RESOLUTIONS[dispute.resolution] ?? "pending" },
  };
}

export function offerFacts(state: MarketState, offer: OfferRecord): OfferFacts {
  const { id, deposit, expiresAt, ...same } = offer;
  return {
    ...same,
    contract: contractFacts(state, "escrow"),
    offerId: id,
    seller: state.marketplace.listings[Number(offer.listingId)]?.seller ?? null,
    depositUnits: deposit,
    expiresAt: expiresAt === 0n ? null : expiresAt,
  };
}

export function listingFacts(
  state: MarketState,
  { id, price, state: listingState, seller }: ListingModel,
  account: Hex,
  which: "marketplace" | "escrow" = "marketplace",
): ListingFacts {
  return {
    contract: contractFacts(state, which),
    listingId: id,
    state: listingState,
    seller,
    askingPriceUnits: price,
    // Ejected offers keep their place (trap 38).
    hasOfferPlace: state.escrow.offers.some(
      ({ listingId, buyer, state: offerState, endedBy }) =>
        listingId === id &&
        buyer === account &&
        (offerState === "active" || endedBy === "EmergencyEjectOffer"),
    ),
  };
}
