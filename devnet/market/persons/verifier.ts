import * as marketplace from "../marketplace-actions.ts";
import { SILENCE_UNTIL_PAUSE } from "../protocol.ts";
import { DAY, later, soon } from "../time.ts";
import type { Listing, Venue, World } from "../world.ts";

/** The verifying agent looks at builds and sites, pauses what is down and who is silent. */

const BUILD_IS_RIGHT = 0.85;
const LOOKS_AGAIN = 0.1;
const SITE_GOES_DOWN = 0.1;
const COMES_BACK_UP = 0.8;

export function inspectListing(world: World, venue: Venue, listing: Listing): void {
  const { prng } = world;
  soon(world, 4, () => lookAtBuild(world, venue, listing));
  if (!prng.chance(SITE_GOES_DOWN)) return;
  soon(world, 90, () => {
    if (listing.isSold || !marketplace.pauseListing(world, venue, listing)) return;
    if (prng.chance(COMES_BACK_UP)) {
      soon(world, 24, () => marketplace.resumeListing(world, venue, listing));
    }
  });
}

/** Once a day, everybody whose silence has lasted too long. */
export function lookForSilentSellers(world: World, venue: Venue): void {
  later(world, DAY, () => {
    for (const seller of venue.sellers.values()) {
      if (seller.listings.length === 0) continue;
      marketplace.pauseSilentSeller(world, venue, seller, SILENCE_UNTIL_PAUSE);
    }
    lookForSilentSellers(world, venue);
  });
}

function lookAtBuild(world: World, venue: Venue, listing: Listing): void {
  marketplace.verifyBuild(world, venue, listing, world.prng.chance(BUILD_IS_RIGHT));
  if (world.prng.chance(LOOKS_AGAIN)) {
    soon(world, 48, () => marketplace.verifyBuild(world, venue, listing, world.prng.chance(0.5)));
  }
}
