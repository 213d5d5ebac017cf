import type { Context } from "ponder:registry";
import { offer } from "ponder:schema";
import { OFFER_EXPIRY_SECONDS } from "../protocol/constants.ts";
import { ImpossibleStateError } from "../protocol/errors.ts";
import { offersExpire } from "../protocol/generations.ts";
import type { OfferState } from "../protocol/states.ts";
import { assertEdge, OFFER_EDGES } from "../protocol/transitions.ts";
import { type ContractRow, countOnContract } from "./contract.ts";
import { updatedRow } from "./existing-row.ts";
import { reflectOffer } from "./listing.ts";
import type { Stamp } from "./stamp.ts";
import { bookInternal, claimAll } from "./token-movement.ts";

export type OfferRow = typeof offer.$inferSelect;
type Change = Partial<Omit<OfferRow, "chainId" | "contract" | "offerId">>;

const accountOf = (offerId: bigint) => `offer:${offerId}`;

/** Records an offer; its earnest money is what arrived (trap 25). */
export async function makeOffer(
  context: Context,
  home: ContractRow,
  made: {
    offerId: bigint;
    listingId: bigint;
    buyer: `0x${string}`;
    priceUnits: bigint;
    depositUnits: bigint;
  },
  at: Stamp,
) {
  const { offerId } = made;
  const purpose = { purpose: "offer_deposit", account: accountOf(offerId), offerId } as const;
  await claimAll(context, home.token, purpose, at);
  await context.db.insert(offer).values({
    chainId: at.chainId,
    contract: at.contract,
    ...made,
    marketplace: home.marketplace,
    token: home.token,
    state: "active",
    expiresAt: offersExpire(home.generation) ? at.seconds + OFFER_EXPIRY_SECONDS : null,
    isEndedByExpiry: false,
    isEjected: false,
    createdAt: at.seconds,
    createdBlock: at.blockNumber,
    createdLogIndex: at.logIndex,
    createdTxHash: at.txHash,
    updatedAt: at.seconds,
    updatedBlock: at.blockNumber,
  });
  await reflectOffer(context, { ...made, marketplace: home.marketplace }, made.priceUnits, at);
  await countOnContract(context, "offerCount", at);
}

/** Accepts an offer: its earnest money now belongs to the escrow. Expiry does not matter (trap 30). */
export async function acceptOffer(
  context: Context,
  home: ContractRow,
  offerId: bigint,
  escrowId: bigint,
  at: Stamp,
): Promise<OfferRow> {
  const row = await endOffer(context, offerId, "OfferAccepted", "accepted", { escrowId }, at);
  await bookInternal(
    context,
    home.token,
    row.depositUnits,
    { from: accountOf(offerId), to: `escrow:${escrowId}` },
    { purpose: "offer_accepted", offerId, escrowId },
    at,
  );
  return row;
}

export async function rejectOffer(context: Context, home: ContractRow, offerId: bigint, at: Stamp) {
  await refund(context, home, offerId, at);
  return endOffer(context, offerId, "OfferRejected", "rejected", {}, at);
}

/**
 * Cancels an offer. Withdrawal by the buyer and expiry claimed by anybody emit the same event: it
 * counts as expiry when it came too late and from somebody else (domain A.8).
 */
export async function cancelOffer(context: Context, home: ContractRow, offerId: bigint, at: Stamp) {
  await refund(context, home, offerId, at);
  const isEndedByExpiry = ({ expiresAt, buyer }: OfferRow) =>
    expiresAt !== null && at.seconds > expiresAt && at.sender !== buyer;
  const changed = (made: OfferRow) => ({ isEndedByExpiry: isEndedByExpiry(made) });
  return endOffer(context, offerId, "OfferCancelled", "cancelled", changed, at);
}

/** The owner moved the earnest money to the safety wallet; no `OfferCancelled` follows. */
export async function ejectOffer(context: Context, home: ContractRow, offerId: bigint, at: Stamp) {
  const purpose = { purpose: "eject", account: accountOf(offerId), offerId } as const;
  await claimAll(context, home.token, purpose, at);
  return endOffer(context, offerId, "EmergencyEjectOffer", "cancelled", { isEjected: true }, at);
}

async function refund(context: Context, home: ContractRow, offerId: bigint, at: Stamp) {
  const purpose = { purpose: "offer_refund", account: accountOf(offerId), offerId } as const;
  await claimAll(context, home.token, purpose, at);
}

async function endOffer(
  context: Context,
  offerId: bigint,
  event: keyof typeof OFFER_EDGES,
  state: OfferState,
  changed: Change | ((made: OfferRow) => Change),
  at: Stamp,
): Promise<OfferRow> {
  const key = { chainId: at.chainId, contract: at.contract, offerId };
  const update = context.db.update(offer, key).set((made) => {
    assertEdge<OfferState>(OFFER_EDGES[event], made.state, state, `Offer ${offerId}`);
    return {
      ...(typeof changed === "function" ? changed(made) : changed),
      state,
      endedBy: at.sender,
      endedAt: at.seconds,
      updatedAt: at.seconds,
      updatedBlock: at.blockNumber,
    };
  });
  const ended = await updatedRow(update);
  if (!ended) throw new ImpossibleStateError(`Offer ${offerId} ended before it was made`);
  await reflectOffer(context, ended, null, at);
  return ended;
}
