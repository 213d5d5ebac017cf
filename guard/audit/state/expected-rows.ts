import { sanitizeText } from "../../../src/protocol/text.ts";
import type { Expected } from "./differences.ts";
import type {
  ActivityView,
  DisputeView,
  EscrowView,
  HoldView,
  ListingView,
  OfferView,
  StakeView,
} from "./views.ts";
import {
  CLOSED,
  DISPUTE_TYPE_WORDS,
  ESCROW_WORDS,
  LEVEL_WORDS,
  LISTING_WORDS,
  lower,
  METHOD_WORDS,
  OFFER_WORDS,
  RESOLUTION_WORDS,
  word,
  ZERO_HASH,
} from "./words.ts";

/** What a marketplace says of a seller. */
export type SellerView = {
  activity: ActivityView;
  stake: StakeView;
  activeListings: bigint;
  isGenesis: boolean;
  /** 0 before M3, and without a request. */
  emergencyWithdrawAt: bigint;
};

/** Columns of `listing` that the marketplace has on record itself. */
export function expectedListing(listing: ListingView, token: string): Expected {
  return {
    seller: lower(listing.seller),
    title: sanitizeText(listing.title),
    metadata_uri: sanitizeText(listing.ipfsMetadata),
    asking_price_units: listing.askingPrice,
    token,
    declared_verification: word(LEVEL_WORDS, listing.verificationLevel),
    state: word(LISTING_WORDS, listing.state),
    build_id: sanitizeText(listing.buildId),
    is_build_id_verified: listing.buildIdVerified,
    ip_assignment_hash: listing.ipAssignmentHash,
    ip_signed_at: listing.ipSignedAt,
    created_at: listing.createdAt,
  };
}

/** Columns of `escrow` that the contract has on record itself; of E0 and E1 without what reached it. */
export function expectedEscrow(
  escrow: EscrowView,
  settings: { marketplace: string | null; token: string },
): Expected {
  const state = word(ESCROW_WORDS, escrow.state);
  return {
    marketplace: settings.marketplace,
    listing_id: escrow.listingId,
    buyer: lower(escrow.buyer),
    seller: lower(escrow.seller),
    token: settings.token,
    state,
    amount_units: escrow.amount,
    platform_fee_units: escrow.platformFee,
    seller_payout_units: escrow.sellerPayout,
    ...(escrow.totalFunded === undefined ? {} : { total_funded_units: escrow.totalFunded }),
    encryption_method: word(METHOD_WORDS, escrow.encryptionMethod),
    credential_hash: escrow.credentialHash === ZERO_HASH ? null : escrow.credentialHash,
    deposited_at: escrow.depositedAt,
    handover_deadline: escrow.handoverDeadline,
    verify_deadline: escrow.verifyDeadline === 0n ? null : escrow.verifyDeadline,
    is_verification_extended: escrow.verifyExtensionUsed,
    is_emergency_exit: state === "emergency",
  };
}

/** A hold, or undefined where the contract has none. */
export function expectedHold(hold: HoldView, escrow: EscrowView): Expected | undefined {
  if (hold.escrowId === 0n) return undefined;
  return {
    retained_units: hold.retainedAmount,
    release_time: hold.releaseTime,
    is_released: hold.isReleased,
    is_claimed: hold.isClaimed,
    assistance_notes: sanitizeText(hold.assistanceNotes),
    // Flags stay false when the escrow ends otherwise (trap 23): closed follows from the escrow.
    ...(CLOSED.has(word(ESCROW_WORDS, escrow.state)) ? {} : { closed_at: null }),
  };
}

/**
 * What the read model shows of a dispute: the contract has no record of one that began as a
 * transition issue, until its resolution makes one with the escrow id 0 (trap 19).
 */
export function expectedDispute(dispute: DisputeView, hold: HoldView): Expected | undefined {
  const isRaised = dispute.escrowId !== 0n;
  if (!isRaised && hold.assistanceNotes === "") return undefined;
  const isResolved = dispute.resolution !== 0;
  return {
    origin: isRaised ? "raised" : "transition_issue",
    initiator: isRaised ? lower(dispute.initiator) : null,
    dispute_type: isRaised ? word(DISPUTE_TYPE_WORDS, dispute.disputeType) : null,
    evidence: sanitizeText(isRaised ? dispute.evidenceIpfs : hold.assistanceNotes),
    response: dispute.responseIpfs === "" ? null : sanitizeText(dispute.responseIpfs),
    response_deadline: isRaised ? dispute.responseDeadline : null,
    resolution: word(RESOLUTION_WORDS, dispute.resolution),
    resolver: isResolved ? lower(dispute.resolver) : null,
    ...(isRaised ? { created_at: dispute.createdAt } : {}),
  };
}

/** Columns of `offer` that the escrow contract has on record itself. */
export function expectedOffer(
  offer: OfferView,
  settings: { marketplace: string | null; token: string },
): Expected {
  const state = word(OFFER_WORDS, offer.state);
  return {
    marketplace: settings.marketplace,
    listing_id: offer.listingId,
    buyer: lower(offer.buyer),
    token: settings.token,
    price_units: offer.offerPrice,
    deposit_units: offer.depositAmount,
    state,
    created_at: offer.timestamp,
    expires_at: offer.expiresAt ?? null,
    escrow_id: offer.escrowId === 0n ? null : offer.escrowId,
    // An offer that has ended says when and by whom, an active one does not.
    ...(state === "active" ? { ended_at: null, ended_by: null } : {}),
  };
}

/** Columns of `seller` that the marketplace has on record itself. */
export function expectedSeller(seller: SellerView): Expected {
  return {
    last_heartbeat_at: seller.activity.lastHeartbeat,
    is_active: seller.activity.isActive,
    is_paused: seller.activity.isPaused,
    active_listing_count: seller.activeListings,
    is_genesis: seller.isGenesis,
    emergency_withdraw_at: seller.emergencyWithdrawAt === 0n ? null : seller.emergencyWithdrawAt,
  };
}

/** Columns of `seller_stake`; an emergency withdrawal deletes the record, so that all is zero. */
export function expectedStake({ stake }: SellerView): Expected {
  return {
    stake_units: stake.stakeAmount,
    staked_at: stake.stakedAt,
    is_active: stake.isActive,
    slash_count: stake.slashCount,
  };
}
