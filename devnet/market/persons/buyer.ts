import type { Address } from "viem";
import { deposit, depositBatch } from "../escrow-actions.ts";
import type { Listing, Venue, World } from "../world.ts";
import { handOver } from "./deal.ts";
import { bid } from "./negotiation.ts";

/** Buyers look around, pay the price or bid, and like what others like. */

const PAYS_THE_PRICE = 0.35;
const FOLLOWS_OTHERS = 0.3;
const REMEMBERED = 20;

/** A visit to a venue; most of them end with an offer or a purchase. */
export function visit(world: World, venue: Venue, buyer: Address): void {
  const listing = chooseListing(world, venue);
  if (listing === undefined) return;
  if (!venue.abilities.offers || world.prng.chance(PAYS_THE_PRICE)) {
    const escrow = deposit(world, venue, listing, buyer, world.prng.between(0, 1));
    if (escrow !== undefined) handOver(world, venue, escrow);
  } else {
    bid(world, venue, listing, buyer);
  }
}

/** An investor's smart account buys up to three businesses in one transaction. */
export function goShopping(world: World, venue: Venue, account: Address): void {
  const basket = new Set<Listing>();
  for (let look = 0; look < 3; look += 1) {
    const id = venue.active.draw(world.prng);
    const listing = id === undefined ? undefined : venue.listings[id];
    if (listing !== undefined) basket.add(listing);
  }
  for (const escrow of depositBatch(world, venue, [...basket], account)) {
    handOver(world, venue, escrow);
  }
}

/** Often something that others already bid for: a listing stays open while it is sold (trap 4). */
function chooseListing(world: World, venue: Venue): Listing | undefined {
  const { prng } = world;
  if (prng.chance(FOLLOWS_OTHERS) && venue.escrows.length > 1) {
    const oldest = Math.max(1, venue.escrows.length - REMEMBERED);
    const wanted = venue.escrows[prng.between(oldest, venue.escrows.length - 1)]?.listing;
    if (wanted?.state === "active" && !wanted.isLost) return wanted;
  }
  const id = venue.active.draw(prng);
  return id === undefined ? undefined : venue.listings[id];
}
