import type { Address } from "viem";
import { shareOf } from "../../src/protocol/amounts.ts";
import { EARNEST_DEPOSIT_BPS } from "../../src/protocol/constants.ts";
import { callEscrow, openEscrow, pay } from "./escrow-book.ts";
import { equip } from "./marketplace-actions.ts";
import { OFFER_WINDOW } from "./protocol.ts";
import {
  type Escrow,
  type Listing,
  type Offer,
  received,
  type Venue,
  type World,
} from "./world.ts";

/** What can be done with offers; the rules of refusal are those of `marketplace-actions.ts`. */

export function makeOffer(
  world: World,
  venue: Venue,
  listing: Listing,
  buyer: Address,
  price: bigint,
  isRaise = false,
): Offer | undefined {
  const { offers, oneOffer, expiry } = venue.abilities;
  if (!offers || venue.escrowPaused || listing.isLost || listing.state !== "active")
    return undefined;
  if (listing.seller.address === buyer) return undefined;
  const place = placeOf(listing, buyer);
  if (oneOffer && venue.takenPlaces.has(place)) return undefined;

  equip(world, venue, buyer);
  callEscrow(world, venue, buyer, {
    method: "makeOffer",
    args: [BigInt(listing.id), price],
    behaviour: isRaise ? "raise offer" : "offer",
    subject: listing,
  });
  const deposit = received(venue, shareOf(price, EARNEST_DEPOSIT_BPS));
  venue.escrowBalance += deposit;
  const offer: Offer = {
    id: venue.offers.length,
    listing,
    buyer,
    price,
    deposit,
    expiresAt: expiry ? world.now + OFFER_WINDOW : Number.POSITIVE_INFINITY,
    state: "active",
    isLost: false,
  };
  venue.offers.push(offer);
  venue.takenPlaces.add(place);
  return offer;
}

/** Works past the expiry and on a listing that is no longer active (domain trap 30). */
export function acceptOffer(
  world: World,
  venue: Venue,
  offer: Offer,
  method: number,
): Escrow | undefined {
  if (!isOpen(venue, offer)) return undefined;
  callEscrow(world, venue, offer.listing.seller.address, {
    method: "acceptOffer",
    args: [BigInt(offer.id), method],
    behaviour: world.now > offer.expiresAt ? "accept expired offer" : "accept offer",
    events: 2,
    subject: offer,
  });
  close(venue, offer, "accepted");
  return openEscrow(world, venue, {
    listing: offer.listing,
    buyer: offer.buyer,
    amount: offer.price,
    funded: offer.deposit,
    state: "created",
  });
}

export function rejectOffer(world: World, venue: Venue, offer: Offer): boolean {
  if (!isOpen(venue, offer) || !pay(venue, offer.deposit)) return false;
  callEscrow(world, venue, offer.listing.seller.address, {
    method: "rejectOffer",
    args: [BigInt(offer.id)],
    behaviour: "reject offer",
    subject: offer,
  });
  close(venue, offer, "rejected");
  return true;
}

/** By the buyer at any time; by anybody else only after the expiry. */
export function cancelOffer(world: World, venue: Venue, offer: Offer, by: Address): boolean {
  const isBuyer = by === offer.buyer;
  if (!isOpen(venue, offer) || (!isBuyer && world.now <= offer.expiresAt)) return false;
  if (!pay(venue, offer.deposit)) return false;
  callEscrow(world, venue, by, {
    method: "cancelOffer",
    args: [BigInt(offer.id)],
    behaviour: isBuyer ? "withdraw offer" : "cancel expired offer",
    subject: offer,
  });
  close(venue, offer, "cancelled");
  return true;
}

/** By the owner while paused: the earnest money is saved, the buyer's place stays taken (trap 38). */
export function ejectOffer(world: World, venue: Venue, offer: Offer): boolean {
  if (!venue.escrowPaused || venue.safetyWallet === undefined) return false;
  if (offer.isLost || offer.state !== "active" || !pay(venue, offer.deposit)) return false;
  callEscrow(world, venue, venue.market.owner, {
    method: "emergencyEjectOffer",
    args: [BigInt(offer.id)],
    behaviour: "eject offer",
    subject: offer,
  });
  offer.state = "cancelled";
  return true;
}

function isOpen(venue: Venue, offer: Offer): boolean {
  return !venue.escrowPaused && !offer.isLost && offer.state === "active";
}

function close(venue: Venue, offer: Offer, state: Offer["state"]): void {
  offer.state = state;
  venue.takenPlaces.delete(placeOf(offer.listing, offer.buyer));
}

function placeOf(listing: Listing, buyer: Address): string {
  return `${listing.id}/${buyer}`;
}
