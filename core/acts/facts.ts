import type {
  DisputeResolution,
  EscrowState,
  Generation,
  ListingState,
  OfferState,
} from "../../src/protocol/states.ts";

export type Account = `0x${string}`;

/** A contract as acts see it; addresses in lower case. */
export type ContractFacts = {
  address: Account;
  generation: Generation;
  owner: Account | null;
  agent: Account | null;
  safetyWallet: Account | null;
  isPaused: boolean;
  /** Unix seconds; null while emergency mode is off. */
  emergencyActivatedAt: bigint | null;
  token: Account | null;
  /** Base units of its token that it holds; null while unknown. */
  heldUnits: bigint | null;
};

/** An escrow as acts see it, with its retainer and its dispute. */
export type EscrowFacts = {
  contract: ContractFacts;
  escrowId: bigint;
  state: EscrowState;
  buyer: Account;
  seller: Account;
  amountUnits: bigint;
  totalFundedUnits: bigint;
  handoverDeadline: bigint;
  verifyDeadline: bigint | null;
  isVerificationExtended: boolean;
  hold: { retainedUnits: bigint; releaseTime: bigint; isReleased: boolean } | null;
  dispute: {
    initiator: Account | null;
    responseDeadline: bigint | null;
    resolution: DisputeResolution;
  } | null;
};

/** An offer as acts see it. */
export type OfferFacts = {
  contract: ContractFacts;
  offerId: bigint;
  state: OfferState;
  buyer: Account;
  /** Seller of the listing; null while the listing is unknown. */
  seller: Account | null;
  depositUnits: bigint;
  expiresAt: bigint | null;
};

/** A listing as acts on one contract see it: its marketplace, or an escrow contract that reads it. */
export type ListingFacts = {
  contract: ContractFacts;
  listingId: bigint;
  state: ListingState;
  seller: Account;
  askingPriceUnits: bigint;
  /** Whether an offer of the account takes its place on the listing (trap 38); false without one. */
  hasOfferPlace: boolean;
};
