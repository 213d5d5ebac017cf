import type { Address, Hex } from "viem";
import { splitEscrow } from "../../src/protocol/amounts.ts";
import type { Behaviour } from "./behaviours.ts";
import { callEscrow, openEscrow, pay } from "./escrow-book.ts";
import { equip } from "./marketplace-actions.ts";
import { encodeCall } from "./outbox.ts";
import { EMERGENCY_COOLDOWN, EXTENSION, RESPONSE_WINDOW, VERIFICATION_WINDOW } from "./protocol.ts";
import {
  type Escrow,
  type EscrowState,
  type Listing,
  received,
  send,
  type Venue,
  type World,
} from "./world.ts";

/** What can be done at an escrow; the rules of refusal are those of `marketplace-actions.ts`. */

/** Buys a listing at its asking price. */
export function deposit(
  world: World,
  venue: Venue,
  listing: Listing,
  buyer: Address,
  method: number,
): Escrow | undefined {
  if (!isPurchasable(venue, listing, buyer)) return undefined;
  equip(world, venue, buyer);
  callEscrow(world, venue, buyer, {
    method: "depositFunds",
    args: [BigInt(listing.id), listing.price, method],
    behaviour: "buy",
    events: 2,
    subject: listing,
  });
  return bookDeposit(world, venue, listing, buyer);
}

/**
 * Buys several listings in one transaction of a smart account, whose call data says nothing about
 * the purchases inside.
 */
export function depositBatch(
  world: World,
  venue: Venue,
  listings: readonly Listing[],
  account: Address,
): Escrow[] {
  const owner = world.smartAccounts.get(account);
  const wanted = listings.filter((listing) => isPurchasable(venue, listing, account));
  if (owner === undefined || wanted.length === 0) return [];
  const calls = wanted.map((listing) => ({
    target: venue.market.escrow.address,
    data: encodeCall("EscrowE3", "depositFunds", [BigInt(listing.id), listing.price, 0]),
  }));
  send(world, {
    from: owner,
    to: account,
    contract: "SmartAccount",
    method: "executeBatch",
    args: [calls],
    behaviour: "buy several at once",
    events: 2 * wanted.length,
  });
  return wanted.map((listing) => bookDeposit(world, venue, listing, account));
}

export function completeFunding(world: World, venue: Venue, escrow: Escrow): boolean {
  if (!isOpen(venue, escrow, "created")) return false;
  callEscrow(world, venue, escrow.buyer, {
    method: "completeFunding",
    args: [BigInt(escrow.id)],
    behaviour: world.now > escrow.handoverDeadline ? "fund too late" : "fund",
    subject: escrow,
  });
  const arrived = received(venue, escrow.amount - escrow.funded);
  escrow.funded += arrived;
  escrow.amount = escrow.funded;
  venue.escrowBalance += arrived;
  escrow.state = "funded";
  escrow.listing.isSold = true;
  return true;
}

export function uploadCredentials(world: World, venue: Venue, escrow: Escrow, hash: Hex): boolean {
  if (!isOpen(venue, escrow, "funded") || world.now > escrow.handoverDeadline) return false;
  callEscrow(world, venue, escrow.listing.seller.address, {
    method: "uploadCredentialHash",
    args: [BigInt(escrow.id), hash],
    behaviour: "upload credentials",
    subject: escrow,
  });
  escrow.verifyDeadline = world.now + VERIFICATION_WINDOW;
  escrow.state = "delivered";
  return true;
}

export function extendVerification(world: World, venue: Venue, escrow: Escrow): boolean {
  if (!isOpen(venue, escrow, "delivered") || escrow.isExtended) return false;
  if (world.now >= escrow.verifyDeadline) return false;
  callEscrow(world, venue, escrow.buyer, {
    method: "requestVerificationExtension",
    args: [BigInt(escrow.id)],
    behaviour: "extend verification",
    subject: escrow,
  });
  escrow.isExtended = true;
  escrow.verifyDeadline += EXTENSION;
  return true;
}

export function confirmReceipt(world: World, venue: Venue, escrow: Escrow): boolean {
  if (!isOpen(venue, escrow, "delivered") || world.now > escrow.verifyDeadline) return false;
  const { platformFee, retainer, immediate } = splitEscrow(escrow.amount);
  if (!pay(venue, immediate, platformFee)) return false;
  callEscrow(world, venue, escrow.buyer, {
    method: "confirmReceipt",
    args: [BigInt(escrow.id)],
    behaviour: "confirm receipt",
    events: 3,
    subject: escrow,
  });
  escrow.hold = { amount: retainer, releaseAt: world.now + venue.holdPeriod };
  escrow.state = "transition";
  return true;
}

export function claimRetainer(world: World, venue: Venue, escrow: Escrow): boolean {
  const { hold } = escrow;
  if (!isOpen(venue, escrow, "transition") || hold === undefined) return false;
  if (world.now < hold.releaseAt || !pay(venue, hold.amount)) return false;
  callEscrow(world, venue, escrow.listing.seller.address, {
    method: "claimTransitionRetainer",
    args: [BigInt(escrow.id)],
    behaviour: "claim retainer",
    subject: escrow,
  });
  escrow.state = "completed";
  return true;
}

/** Disputes the escrow without a dispute record (domain trap 19). */
export function reportIssue(world: World, venue: Venue, escrow: Escrow, issue: string): boolean {
  const { hold } = escrow;
  if (!isOpen(venue, escrow, "transition") || hold === undefined) return false;
  if (world.now >= hold.releaseAt) return false;
  callEscrow(world, venue, escrow.buyer, {
    method: "reportTransitionIssue",
    args: [BigInt(escrow.id), issue],
    behaviour: "report issue",
    subject: escrow,
  });
  escrow.state = "disputed";
  return true;
}

export function raiseDispute(
  world: World,
  venue: Venue,
  escrow: Escrow,
  { by, type, evidence }: { by: Address; type: number; evidence: string },
): boolean {
  const wasDelivered = isOpen(venue, escrow, "delivered");
  if (!wasDelivered && !isOpen(venue, escrow, "transition")) return false;
  callEscrow(world, venue, by, {
    method: "raiseDispute",
    args: [BigInt(escrow.id), type, evidence],
    behaviour: wasDelivered ? "dispute delivery" : "dispute transition",
    subject: escrow,
  });
  escrow.dispute = { initiator: by, respondBy: world.now + RESPONSE_WINDOW };
  escrow.state = "disputed";
  return true;
}

/** The party that did not open the dispute answers; a second answer replaces the first. */
export function respondToDispute(
  world: World,
  venue: Venue,
  escrow: Escrow,
  response: string,
): boolean {
  const { dispute } = escrow;
  if (!isOpen(venue, escrow, "disputed") || dispute === undefined) return false;
  if (world.now > dispute.respondBy) return false;
  const seller = escrow.listing.seller.address;
  callEscrow(world, venue, dispute.initiator === seller ? escrow.buyer : seller, {
    method: "respondToDispute",
    args: [BigInt(escrow.id), response],
    behaviour: "respond to dispute",
    subject: escrow,
  });
  return true;
}

export type Verdict = "refund" | "release" | "partial" | "split";

const VERDICTS: Record<Verdict, { ordinal: number; behaviour: Behaviour; next: EscrowState }> = {
  refund: { ordinal: 1, behaviour: "refund buyer", next: "refunded" },
  partial: { ordinal: 2, behaviour: "split", next: "resolved" },
  release: { ordinal: 3, behaviour: "pay seller", next: "completed" },
  split: { ordinal: 4, behaviour: "split", next: "resolved" },
};

/**
 * Settles on the full amount even when most of it was paid out before (domain trap 22).
 * @param refundBps buyer's share of a partial refund or split; at most 9750, or the contract underflows
 */
export function resolveDispute(
  world: World,
  venue: Venue,
  escrow: Escrow,
  verdict: Verdict,
  refundBps: bigint,
): boolean {
  // The owner may resolve while the escrow is paused.
  if (escrow.isLost || escrow.state !== "disputed") return false;
  const { ordinal, behaviour, next } = VERDICTS[verdict];
  if (!pay(venue, escrow.amount)) return false;
  callEscrow(world, venue, venue.market.owner, {
    method: "resolveDispute",
    args: [BigInt(escrow.id), ordinal, ordinal % 2 === 0 ? refundBps : 0n],
    behaviour,
    subject: escrow,
  });
  escrow.state = next;
  return true;
}

/** Open to anybody (domain trap 33). */
export function claimTimeout(world: World, venue: Venue, escrow: Escrow, by: Address): boolean {
  const isHandover = isOpen(venue, escrow, "funded");
  if (!isHandover && !isOpen(venue, escrow, "delivered")) return false;
  const deadline = isHandover ? escrow.handoverDeadline : escrow.verifyDeadline;
  if (world.now <= deadline || !pay(venue, escrow.amount)) return false;
  callEscrow(world, venue, by, {
    method: "claimTimeout",
    args: [BigInt(escrow.id)],
    behaviour: isHandover ? "claim handover timeout" : "claim verification timeout",
    subject: escrow,
  });
  escrow.state = isHandover ? "expired" : "completed";
  return true;
}

/** Buyer or seller, by state, once withdrawals are open; works while paused. */
export function emergencyWithdraw(world: World, venue: Venue, escrow: Escrow): boolean {
  if (venue.emergencyAt === undefined || escrow.isLost) return false;
  if (world.now < venue.emergencyAt + EMERGENCY_COOLDOWN) return false;
  const isTransition = escrow.state === "transition";
  if (!isTransition && escrow.state !== "funded" && escrow.state !== "delivered") return false;
  if (!pay(venue, isTransition ? (escrow.hold?.amount ?? 0n) : escrow.amount)) return false;
  callEscrow(world, venue, isTransition ? escrow.listing.seller.address : escrow.buyer, {
    method: "emergencyWithdraw",
    args: [BigInt(escrow.id)],
    behaviour: "withdraw in emergency",
    subject: escrow,
  });
  escrow.state = "emergency";
  return true;
}

/** By the owner while paused: what is left of an open escrow goes to the safety wallet. */
export function ejectEscrow(world: World, venue: Venue, escrow: Escrow): boolean {
  if (!venue.escrowPaused || venue.safetyWallet === undefined || escrow.isLost) return false;
  const amount = ejectable(escrow);
  if (amount === 0n || !pay(venue, amount)) return false;
  callEscrow(world, venue, venue.market.owner, {
    method: "emergencyEjectEscrow",
    args: [BigInt(escrow.id)],
    behaviour: "eject escrow",
    subject: escrow,
  });
  escrow.state = "emergency";
  return true;
}

/** By the owner of an E3 escrow, at any time of the transition. */
export function releaseRetainer(world: World, venue: Venue, escrow: Escrow): boolean {
  if (!venue.abilities.ownTransition || escrow.isLost || escrow.state !== "transition")
    return false;
  if (!pay(venue, escrow.hold?.amount ?? 0n)) return false;
  callEscrow(world, venue, venue.market.owner, {
    method: "adminReleaseRetainer",
    args: [BigInt(escrow.id)],
    behaviour: "release retainer",
    subject: escrow,
  });
  escrow.state = "completed";
  return true;
}

/** Whether the escrow's whole amount is still in the contract when it is disputed. */
export function isDoublePay(escrow: Escrow): boolean {
  return escrow.state === "disputed" && escrow.hold !== undefined;
}

function ejectable(escrow: Escrow): bigint {
  switch (escrow.state) {
    case "created":
      return escrow.funded;
    case "funded":
    case "delivered":
      return escrow.amount;
    case "transition":
    case "disputed":
      return escrow.hold?.amount ?? escrow.amount;
    default:
      return 0n;
  }
}

function bookDeposit(world: World, venue: Venue, listing: Listing, buyer: Address): Escrow {
  const arrived = received(venue, listing.price);
  venue.escrowBalance += arrived;
  listing.isSold = true;
  // E1 books the nominal amount whatever arrived (domain trap 25).
  const amount = venue.abilities.offers ? arrived : listing.price;
  return openEscrow(world, venue, { listing, buyer, amount, funded: amount, state: "funded" });
}

function isPurchasable(venue: Venue, listing: Listing, buyer: Address): boolean {
  if (venue.escrowPaused || listing.isLost || listing.state !== "active") return false;
  return listing.seller.address !== buyer;
}

function isOpen(venue: Venue, escrow: Escrow, state: EscrowState): boolean {
  return !venue.escrowPaused && !escrow.isLost && escrow.state === state;
}
