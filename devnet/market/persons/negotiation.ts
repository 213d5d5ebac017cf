import { shareOf } from "../../../src/protocol/amounts.ts";
import { completeFunding } from "../escrow-actions.ts";
import * as offers from "../offer-actions.ts";
import { at, HOUR, MINUTE, soonAtEscrow, whenOpen } from "../time.ts";
import type { Escrow, Listing, Offer, Venue, World } from "../world.ts";
import { handOver } from "./deal.ts";

/** Both sides of an offer, from the first bid to the funded escrow. */

const PRICE_IS_ROUND = 1_000_000n * 10n ** 18n;

/** A buyer bids below the asking price. */
export function bid(world: World, venue: Venue, listing: Listing, buyer: `0x${string}`): void {
  const { prng } = world;
  const price = rounded(shareOf(listing.price, BigInt(prng.between(7_000, 9_900))));
  const offer = offers.makeOffer(world, venue, listing, buyer, price);
  if (offer !== undefined) negotiate(world, venue, offer);
}

function negotiate(world: World, venue: Venue, offer: Offer): void {
  const buyerPlan = world.prng.weighted({ wait: 68, raise: 17, withdraw: 15 });
  if (buyerPlan === "raise") {
    soonAtEscrow(world, venue, 6, () => raise(world, venue, offer));
  } else if (buyerPlan === "withdraw") {
    soonAtEscrow(world, venue, 10, () => offers.cancelOffer(world, venue, offer, offer.buyer));
  }
  if (offer.listing.seller.isSilent) {
    letExpire(world, venue, offer);
    return;
  }
  const sellerPlan = world.prng.weighted({ accept: 42, reject: 22, ignore: 36 });
  if (sellerPlan === "accept") {
    soonAtEscrow(world, venue, 9, () => accept(world, venue, offer));
  } else if (sellerPlan === "reject") {
    soonAtEscrow(world, venue, 9, () => offers.rejectOffer(world, venue, offer));
  }
  letExpire(world, venue, offer);
}

/** There is no raise on chain: the old offer is cancelled and a better one made. */
function raise(world: World, venue: Venue, offer: Offer): void {
  if (!offers.cancelOffer(world, venue, offer, offer.buyer)) return;
  const more = rounded(shareOf(offer.price, BigInt(world.prng.between(10_300, 11_500))));
  const better = offers.makeOffer(world, venue, offer.listing, offer.buyer, more, true);
  if (better !== undefined) negotiate(world, venue, better);
}

/** After a day without an answer: cancelled by somebody, accepted after all, or forgotten. */
function letExpire(world: World, venue: Venue, offer: Offer): void {
  if (offer.expiresAt === Number.POSITIVE_INFINITY) return;
  const { prng } = world;
  const wait = 1 + Math.round(prng.exponential(15 * HOUR));
  at(world, offer.expiresAt + wait, () =>
    whenOpen(world, venue, () => {
      const end = prng.weighted({ keeper: 40, buyer: 25, accepted: 10, forgotten: 25 });
      if (end === "keeper") offers.cancelOffer(world, venue, offer, world.people.keeper);
      else if (end === "buyer") offers.cancelOffer(world, venue, offer, offer.buyer);
      else if (end === "accepted") accept(world, venue, offer);
    }),
  );
}

function accept(world: World, venue: Venue, offer: Offer): void {
  const escrow = offers.acceptOffer(world, venue, offer, world.prng.between(0, 1));
  if (escrow === undefined) return;
  const plan = world.prng.weighted({ soon: 84, late: 8, never: 8 });
  if (plan === "soon") soonAtEscrow(world, venue, 10, () => fund(world, venue, escrow));
  if (plan === "late") {
    // The handover clock has run since acceptance (domain trap 28).
    const wait = world.prng.between(5 * MINUTE, 30 * HOUR);
    at(world, escrow.handoverDeadline + wait, () =>
      whenOpen(world, venue, () => fund(world, venue, escrow)),
    );
  }
}

function fund(world: World, venue: Venue, escrow: Escrow): void {
  if (completeFunding(world, venue, escrow)) handOver(world, venue, escrow);
}

function rounded(amount: bigint): bigint {
  return amount < PRICE_IS_ROUND ? amount : amount - (amount % PRICE_IS_ROUND);
}
