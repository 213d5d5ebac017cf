import type { Address, Hex } from "viem";
import { hasOffers, offersExpire } from "../../../src/protocol/generations.ts";
import type { Generation } from "../../../src/protocol/states.ts";
import {
  escrowView14,
  escrowView15,
  escrowViews,
  marketplaceViews,
  offerViewWithExpiry,
  offerViewWithoutExpiry,
  tokenViews,
} from "./contract-views.ts";
import { type Query, view } from "./query.ts";

export type ListingView = {
  id: bigint;
  seller: Address;
  title: string;
  ipfsMetadata: string;
  askingPrice: bigint;
  createdAt: bigint;
  verificationLevel: number;
  state: number;
  ipAssignmentHash: Hex;
  sellerSignature: Hex;
  ipSignedAt: bigint;
  buildId: string;
  buildIdVerified: boolean;
};

export type ActivityView = {
  seller: Address;
  lastHeartbeat: bigint;
  isActive: boolean;
  isPaused: boolean;
};

export type StakeView = {
  seller: Address;
  stakeAmount: bigint;
  stakedAt: bigint;
  isActive: boolean;
  slashCount: bigint;
};

export type EscrowView = {
  id: bigint;
  listingId: bigint;
  buyer: Address;
  seller: Address;
  amount: bigint;
  platformFee: bigint;
  sellerPayout: bigint;
  depositedAt: bigint;
  handoverDeadline: bigint;
  verifyDeadline: bigint;
  credentialHash: Hex;
  state: number;
  encryptionMethod: number;
  verifyExtensionUsed: boolean;
  /** Absent before E2. */
  totalFunded?: bigint;
};

export type HoldView = {
  escrowId: bigint;
  retainedAmount: bigint;
  releaseTime: bigint;
  isReleased: boolean;
  isClaimed: boolean;
  assistanceNotes: string;
};

export type DisputeView = {
  escrowId: bigint;
  initiator: Address;
  disputeType: number;
  evidenceIpfs: string;
  responseIpfs: string;
  createdAt: bigint;
  responseDeadline: bigint;
  resolution: number;
  resolver: Address;
};

export type OfferView = {
  id: bigint;
  listingId: bigint;
  buyer: Address;
  offerPrice: bigint;
  depositAmount: bigint;
  timestamp: bigint;
  /** Absent before E2d. */
  expiresAt?: bigint;
  state: number;
  escrowId: bigint;
};

export type SnapshotView = { balance: bigint; state: number; timestamp: bigint };

export const listingView = (at: Address, id: bigint) =>
  view<ListingView>(at, marketplaceViews, "listings", [id]);

export const escrowView = (at: Address, generation: Generation, id: bigint) =>
  view<EscrowView>(at, hasOffers(generation) ? escrowView15 : escrowView14, "escrows", [id]);

export const offerView = (at: Address, generation: Generation, id: bigint) =>
  view<OfferView>(
    at,
    offersExpire(generation) ? offerViewWithExpiry : offerViewWithoutExpiry,
    "offers",
    [id],
  );

export const holdView = (at: Address, id: bigint) =>
  view<HoldView>(at, escrowViews, "transitionHolds", [id]);

export const disputeView = (at: Address, id: bigint) =>
  view<DisputeView>(at, escrowViews, "disputes", [id]);

export const snapshotView = (at: Address, id: bigint, index: bigint) =>
  view<SnapshotView>(at, escrowViews, "history", [id, index]);

export const marketplaceView = <Answer>(at: Address, name: string, ...args: unknown[]) =>
  view<Answer>(at, marketplaceViews, name, args);

export const escrowSetting = <Answer>(at: Address, name: string) =>
  view<Answer>(at, escrowViews, name);

export const balanceView = (token: Address, holder: Address): Query<bigint> =>
  view<bigint>(token, tokenViews, "balanceOf", [holder]);
