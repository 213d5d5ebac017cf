import type { Context } from "ponder:registry";
import { listing } from "ponder:schema";
import { MarketplaceAbi } from "../../abis/index.ts";
import type { CalledTransaction } from "../protocol/accepted-method.ts";
import { availabilityOf, type EscrowHold, holdOf } from "../protocol/availability.ts";
import { createdTerms, type ListingTerms } from "../protocol/created-listing.ts";
import { ImpossibleStateError } from "../protocol/errors.ts";
import type { EscrowState, ListingState, VerificationLevel } from "../protocol/states.ts";
import { sanitizeText } from "../protocol/text.ts";
import { assertEdge, LISTING_EDGES } from "../protocol/transitions.ts";
import { type ContractRow, countOnContract } from "./contract.ts";
import { updatedRow } from "./existing-row.ts";
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
 * Opens a listing. What the event leaves out (metadata link, build id, hash of the assignment) stands
 * in the call itself, or else the contract is asked at the event's block (domain A.8).
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
  transaction: CalledTransaction,
  at: Stamp,
) {
  const terms =
    createdTerms(transaction, at, created) ?? (await readTerms(context, created.listingId, at));
  await context.db.insert(listing).values({
    ...keyOf(created.listingId, at),
    ...created,
    initialPriceUnits: created.askingPriceUnits,
    title: sanitizeText(created.title),
    metadataUri: sanitizeText(terms.metadataUri),
    ipAssignmentHash: terms.ipAssignmentHash,
    buildId: sanitizeText(terms.buildId),
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

async function readTerms(context: Context, listingId: bigint, at: Stamp): Promise<ListingTerms> {
  const stored = await context.client.readContract({
    abi: MarketplaceAbi,
    address: at.contract,
    functionName: "listings",
    args: [listingId],
  });
  return { metadataUri: stored[3], ipAssignmentHash: stored[8], buildId: stored[11] };
}

/** Applies an update: an empty link and a price of 0 mean "unchanged" (trap 12). */
export async function reviseListing(
  context: Context,
  listingId: bigint,
  update: { metadataUri: string; priceUnits: bigint },
  at: Stamp,
) {
  const isRepriced = update.priceUnits !== 0n;
  let previousPriceUnits: bigint | null = null;
  const row = await changeOwn(context, listingId, at, (before) => {
    previousPriceUnits = before.askingPriceUnits;
    return {
      ...(update.metadataUri === "" ? {} : { metadataUri: sanitizeText(update.metadataUri) }),
      ...(isRepriced
        ? { askingPriceUnits: update.priceUnits, priceChangeCount: before.priceChangeCount + 1 }
        : {}),
    };
  });
  if (isRepriced) {
    await recordPrice(context, listingId, previousPriceUnits, update.priceUnits, at);
  }
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
  const row = await change(context, keyOf(listingId, at), at, (before) => ({
    isBuildIdVerified: isVerified,
    ...(isVerified && before.declaredVerification === "standard"
      ? { declaredVerification: "enhanced" }
      : {}),
  }));
  if (!row && listingId !== 0n) {
    throw new ImpossibleStateError(`Build of listing ${listingId} verified before its creation`);
  }
  return row;
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
  const delta = (hold: EscrowHold) => Number(entered === hold) - Number(left === hold);
  await changeForeign(context, on, at, (row) => ({
    openEscrowCount: row.openEscrowCount + delta("open"),
    soldEscrowCount: row.soldEscrowCount + delta("sold"),
    disputedEscrowCount: row.disputedEscrowCount + delta("disputed"),
    escrowCount: row.escrowCount + (from === null ? 1 : 0),
  }));
}

/** Lets a listing know that an offer on it was made (with its price) or ended (without). */
export async function reflectOffer(
  context: Context,
  on: { marketplace: `0x${string}` | null; listingId: bigint },
  madeAtUnits: bigint | null,
  at: Stamp,
) {
  await changeForeign(context, on, at, (row) => {
    const isHighest = madeAtUnits !== null && madeAtUnits > (row.highestOfferUnits ?? -1n);
    return {
      activeOfferCount: row.activeOfferCount + (madeAtUnits === null ? -1 : 1),
      ...(isHighest ? { highestOfferUnits: madeAtUnits } : {}),
    };
  });
}

async function moveListing(
  context: Context,
  listingId: bigint,
  event: keyof typeof LISTING_EDGES,
  state: ListingState,
  at: Stamp,
  changed: Change,
) {
  return changeOwn(context, listingId, at, (before) => {
    assertEdge<ListingState>(LISTING_EDGES[event], before.state, state, `Listing ${listingId}`);
    return { ...changed, state };
  });
}

/** Changes a listing of the emitting marketplace. */
async function changeOwn(
  context: Context,
  listingId: bigint,
  at: Stamp,
  changed: (before: ListingRow) => Change,
) {
  const row = await change(context, keyOf(listingId, at), at, changed);
  if (!row) throw new ImpossibleStateError(`Listing ${listingId} changed before its creation`);
  return row;
}

/** Changes a listing as another contract names it; there is none where its marketplace is not indexed. */
async function changeForeign(
  context: Context,
  { marketplace, listingId }: { marketplace: `0x${string}` | null; listingId: bigint },
  at: Stamp,
  changed: (before: ListingRow) => Change,
) {
  if (!marketplace) return null;
  return change(context, { chainId: at.chainId, contract: marketplace, listingId }, at, changed);
}

// Counts are picked one by one: a row of the store is a proxy, and spreading it is slow.
async function change(
  context: Context,
  key: Pick<ListingRow, "chainId" | "contract" | "listingId">,
  at: Stamp,
  changed: (before: ListingRow) => Change,
) {
  const update = context.db.update(listing, key).set((before) => {
    const set = changed(before);
    return {
      ...set,
      availability: availabilityOf({
        state: set.state ?? before.state,
        openEscrowCount: set.openEscrowCount ?? before.openEscrowCount,
        soldEscrowCount: set.soldEscrowCount ?? before.soldEscrowCount,
        disputedEscrowCount: set.disputedEscrowCount ?? before.disputedEscrowCount,
        activeOfferCount: set.activeOfferCount ?? before.activeOfferCount,
      }),
      updatedAt: at.seconds,
      updatedBlock: at.blockNumber,
    };
  });
  return updatedRow(update);
}
