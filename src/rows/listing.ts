import type { Context } from "ponder:registry";
import { listing } from "ponder:schema";
import { MarketplaceAbi } from "../../abis/index.ts";
import { availabilityOf, type EscrowHold, holdOf } from "../protocol/availability.ts";
import { ImpossibleStateError } from "../protocol/errors.ts";
import type { EscrowState, ListingState, VerificationLevel } from "../protocol/states.ts";
import { sanitizeText } from "../protocol/text.ts";
import { assertEdge, LISTING_EDGES } from "../protocol/transitions.ts";
import { type ContractRow, countOnContract } from "./contract.ts";
import { recordPrice } from "./price-change.ts";
import type { Stamp } from "./stamp.ts";

type ListingRow = typeof listing.$inferSelect;
type Change = Partial<Omit<ListingRow, "chainId" | "contract" | "listingId">>;

const keyOf = (listingId: bigint, at: Stamp) => ({
  chainId: at.chainId,
  contract: at.contract,
  listingId,
});

/**
 * Opens a listing. What the event leaves out (metadata link, build id, hash of the assignment) is
 * read at the event's block (domain A.8).
 */
export async function openListing(
  context: Context,
  home: ContractRow,
  created: {
    listingId: bigint;
    seller: `0x${string}`;
    title: string;
    askingPriceUnits: bigint;
    declaredVerification: VerificationLevel;
  },
  at: Stamp,
) {
  const stored = await context.client.readContract({
    abi: MarketplaceAbi,
    address: at.contract,
    functionName: "listings",
    args: [created.listingId],
  });
  await context.db.insert(listing).values({
    ...keyOf(created.listingId, at),
    ...created,
    title: sanitizeText(created.title),
    metadataUri: sanitizeText(stored[3]),
    ipAssignmentHash: stored[8],
    buildId: sanitizeText(stored[11]),
    token: home.token,
    state: "active",
    availability: "for_sale",
    isBuildIdVerified: false,
    ipSignedAt: at.seconds,
    openEscrowCount: 0,
    soldEscrowCount: 0,
    disputedEscrowCount: 0,
    escrowCount: 0,
    activeOfferCount: 0,
    priceChangeCount: 0,
    createdAt: at.seconds,
    createdBlock: at.blockNumber,
    createdLogIndex: at.logIndex,
    createdTxHash: at.txHash,
    updatedAt: at.seconds,
    updatedBlock: at.blockNumber,
  });
  await recordPrice(context, created.listingId, null, created.askingPriceUnits, at);
  await countOnContract(context, "listingCount", at);
}

/** Applies an update: an empty link and a price of 0 mean "unchanged" (trap 12). */
export async function reviseListing(
  context: Context,
  listingId: bigint,
  update: { metadataUri: string; priceUnits: bigint },
  at: Stamp,
) {
  const row = await requireListing(context, listingId, at);
  const isRepriced = update.priceUnits !== 0n;
  if (isRepriced) {
    await recordPrice(context, listingId, row.askingPriceUnits, update.priceUnits, at);
  }
  await change(context, row, at, {
    ...(update.metadataUri === "" ? {} : { metadataUri: sanitizeText(update.metadataUri) }),
    ...(isRepriced
      ? { askingPriceUnits: update.priceUnits, priceChangeCount: row.priceChangeCount + 1 }
      : {}),
  });
  return row;
}

export async function cancelListing(context: Context, listingId: bigint, at: Stamp) {
  return moveListing(context, listingId, "ListingCancelled", "cancelled", at, {
    cancelledAt: at.seconds,
  });
}

export async function pauseListing(context: Context, listingId: bigint, reason: string, at: Stamp) {
  return moveListing(context, listingId, "ListingPaused", "paused", at, {
    pausedAt: at.seconds,
    pauseReason: sanitizeText(reason),
  });
}

export async function resumeListing(context: Context, listingId: bigint, at: Stamp) {
  return moveListing(context, listingId, "ListingResumed", "active", at, {});
}

/**
 * Stores a build check. A good one lifts a standard listing to enhanced without a word (trap 8).
 * On an empty contract listing 0 can be checked before it exists; creating it resets the flag, so
 * there is nothing to keep (trap 17).
 */
export async function verifyBuild(
  context: Context,
  listingId: bigint,
  isVerified: boolean,
  at: Stamp,
) {
  const row = await context.db.find(listing, keyOf(listingId, at));
  if (!row) {
    if (listingId === 0n) return null;
    throw new ImpossibleStateError(`Build of listing ${listingId} verified before its creation`);
  }
  const isLifted = isVerified && row.declaredVerification === "standard";
  await change(context, row, at, {
    isBuildIdVerified: isVerified,
    ...(isLifted ? { declaredVerification: "enhanced" } : {}),
  });
  return row;
}

/** A listing as another contract names it; undefined where its marketplace is not indexed. */
export async function findForeignListing(
  context: Context,
  marketplace: `0x${string}` | null,
  listingId: bigint,
  at: Stamp,
) {
  if (!marketplace) return null;
  return context.db.find(listing, { chainId: at.chainId, contract: marketplace, listingId });
}

/** Lets a listing know that an escrow on it changed its state; `from` is null for a new one. */
export async function reflectEscrow(
  context: Context,
  on: { marketplace: `0x${string}` | null; listingId: bigint },
  from: EscrowState | null,
  to: EscrowState,
  at: Stamp,
) {
  const left = from === null ? "none" : holdOf(from);
  const entered = holdOf(to);
  if (from !== null && left === entered) return;
  const row = await findForeignListing(context, on.marketplace, on.listingId, at);
  if (!row) return;
  const delta = (hold: EscrowHold) => Number(entered === hold) - Number(left === hold);
  await change(context, row, at, {
    openEscrowCount: row.openEscrowCount + delta("open"),
    soldEscrowCount: row.soldEscrowCount + delta("sold"),
    disputedEscrowCount: row.disputedEscrowCount + delta("disputed"),
    escrowCount: row.escrowCount + (from === null ? 1 : 0),
  });
}

/** Lets a listing know that an offer on it was made (with its price) or ended (without). */
export async function reflectOffer(
  context: Context,
  on: { marketplace: `0x${string}` | null; listingId: bigint },
  madeAtUnits: bigint | null,
  at: Stamp,
) {
  const row = await findForeignListing(context, on.marketplace, on.listingId, at);
  if (!row) return;
  const isHighest = madeAtUnits !== null && madeAtUnits > (row.highestOfferUnits ?? -1n);
  await change(context, row, at, {
    activeOfferCount: row.activeOfferCount + (madeAtUnits === null ? -1 : 1),
    ...(isHighest ? { highestOfferUnits: madeAtUnits } : {}),
  });
}

async function requireListing(context: Context, listingId: bigint, at: Stamp) {
  const row = await context.db.find(listing, keyOf(listingId, at));
  if (!row) throw new ImpossibleStateError(`Listing ${listingId} changed before its creation`);
  return row;
}

async function moveListing(
  context: Context,
  listingId: bigint,
  event: keyof typeof LISTING_EDGES,
  state: ListingState,
  at: Stamp,
  changed: Change,
) {
  const row = await requireListing(context, listingId, at);
  assertEdge<ListingState>(LISTING_EDGES[event], row.state, state, `Listing ${listingId}`);
  await change(context, row, at, { ...changed, state });
  return row;
}

// Counts are picked one by one: a row of the store is a proxy, and spreading it is slow.
async function change(context: Context, row: ListingRow, at: Stamp, changed: Change) {
  const { chainId, contract, listingId } = row;
  await context.db.update(listing, { chainId, contract, listingId }).set({
    ...changed,
    availability: availabilityOf({
      state: changed.state ?? row.state,
      openEscrowCount: changed.openEscrowCount ?? row.openEscrowCount,
      soldEscrowCount: changed.soldEscrowCount ?? row.soldEscrowCount,
      disputedEscrowCount: changed.disputedEscrowCount ?? row.disputedEscrowCount,
      activeOfferCount: changed.activeOfferCount ?? row.activeOfferCount,
    }),
    updatedAt: at.seconds,
    updatedBlock: at.blockNumber,
  });
}
