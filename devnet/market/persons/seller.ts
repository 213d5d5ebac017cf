import type { Address } from "viem";
import { shareOf } from "../../../src/protocol/amounts.ts";
import * as marketplace from "../marketplace-actions.ts";
import { UNIT } from "../protocol.ts";
import { at, DAY, HOUR, later, soon } from "../time.ts";
import { ipfsUri, titleFor } from "../titles.ts";
import type { Listing, Seller, Venue, World } from "../world.ts";
import { inspectListing } from "./verifier.ts";

/** Sellers stake, list, change their minds, keep in touch or fall silent, and leave. */

const NEVER_COMES_BACK = 0.12;
const LEAVES = 0.2;
const LEAVES_IN_A_HURRY = 0.25;
const JOINS_GENESIS = 0.3;
const CHANGES_PRICE = 0.55;
const CHANGES_METADATA = 0.3;
const GIVES_UP = 0.18;

/** A seller, old or new, comes with something to sell. */
export function bringBusiness(world: World, venue: Venue, address: Address): void {
  const seller = marketplace.sellerOf(venue, address);
  if (seller.isSilent) return;
  const isNew = !venue.equipped.has(address);
  if (!seller.stakeIsActive && !marketplace.stake(world, venue, seller)) return;
  if (isNew) keepInTouch(world, venue, seller);
  soon(world, 2, () => list(world, venue, seller));
}

/** Takes a listing down that was sold; nothing on chain does it (domain traps 3 and 5). */
export function tidyUp(world: World, venue: Venue, listing: Listing): void {
  soon(world, 30, () => {
    if (marketplace.cancelListing(world, venue, listing))
      considerLeaving(world, venue, listing.seller);
  });
}

function list(world: World, venue: Venue, seller: Seller): void {
  const { prng } = world;
  const listing = marketplace.createListing(world, venue, seller, {
    title: titleFor(prng, venue.listings.length),
    metadata: ipfsUri(prng),
    price: priceOf(world),
    level: [0, 0, 1, 1, 1, 2][prng.between(0, 5)] ?? 0,
    ipHash: prng.hex(32),
    signature: prng.hex(65),
    buildId: prng.hex(20).slice(2),
  });
  if (listing === undefined) return;
  inspectListing(world, venue, listing);
  if (prng.chance(CHANGES_PRICE)) soon(world, 60, () => reprice(world, venue, listing));
  if (prng.chance(CHANGES_METADATA)) soon(world, 40, () => rewrite(world, venue, listing));
  if (prng.chance(GIVES_UP)) soon(world, 250, () => giveUp(world, venue, listing));
  if (listing.level > 0 && prng.chance(JOINS_GENESIS)) {
    soon(world, 20, () => marketplace.joinGenesis(world, venue, seller));
  }
}

/** Whole tokens between 20 million and 4 billion, most of them at the lower end. */
function priceOf(world: World): bigint {
  const magnitude = 2e7 * Math.exp(world.prng.unit() * 5.3);
  return BigInt(Math.round(magnitude / 1e5)) * 100_000n * UNIT;
}

function reprice(world: World, venue: Venue, listing: Listing): void {
  const factor = world.prng.chance(0.8)
    ? world.prng.between(7_500, 9_700)
    : world.prng.between(10_200, 12_000);
  const price = shareOf(listing.price, BigInt(factor));
  if (!listing.isSold) marketplace.updateListing(world, venue, listing, { price });
  if (world.prng.chance(CHANGES_PRICE)) soon(world, 110, () => reprice(world, venue, listing));
}

function rewrite(world: World, venue: Venue, listing: Listing): void {
  const metadata = ipfsUri(world.prng);
  marketplace.updateListing(world, venue, listing, { metadata });
}

function giveUp(world: World, venue: Venue, listing: Listing): void {
  if (listing.isSold) return;
  if (marketplace.cancelListing(world, venue, listing))
    considerLeaving(world, venue, listing.seller);
}

/** Heartbeats before they are due, until one day nothing comes any more. */
function keepInTouch(world: World, venue: Venue, seller: Seller): void {
  later(world, world.prng.between(8 * DAY, 29 * DAY), () => {
    if (world.prng.chance(NEVER_COMES_BACK)) {
      seller.isSilent = true;
      return;
    }
    marketplace.recordHeartbeat(world, venue, seller);
    keepInTouch(world, venue, seller);
  });
}

function considerLeaving(world: World, venue: Venue, seller: Seller): void {
  if (world.prng.chance(LEAVES)) {
    soon(world, 12, () => {
      if (marketplace.withdrawStake(world, venue, seller)) considerReturning(world, venue, seller);
    });
  } else if (venue.abilities.slashing && world.prng.chance(LEAVES_IN_A_HURRY)) {
    leaveInAHurry(world, venue, seller);
  }
}

/** Through the emergency exit of M3, which forgets the seller even with listings open. */
function leaveInAHurry(world: World, venue: Venue, seller: Seller): void {
  soon(world, 6, () => {
    if (!marketplace.requestEmergencyWithdrawal(world, venue, seller)) return;
    const unlockAt = (seller.unlockAt ?? world.now) + world.prng.between(0, 20 * HOUR);
    at(world, unlockAt, () => {
      if (!marketplace.executeEmergencyWithdrawal(world, venue, seller)) return;
      considerReturning(world, venue, seller);
    });
  });
}

/** A verified seller comes back for nothing while the genesis programme is open. */
function considerReturning(world: World, venue: Venue, seller: Seller): void {
  if (!venue.genesisOpen || seller.level === 0) return;
  soon(world, 15, () => bringBusiness(world, venue, seller.address));
}
