import type { Address } from "viem";
import { MINIMUM_STAKE_UNITS } from "../../src/protocol/constants.ts";
import { EMERGENCY_COOLDOWN, GENESIS_SELLER_LIMIT, SLASH_PENALTY, UNIT } from "./protocol.ts";
import {
  type Call,
  type Listing,
  received,
  type Seller,
  send,
  type Venue,
  type World,
} from "./world.ts";

/**
 * What can be done at a marketplace. Each action does nothing when the contract would refuse it, and
 * otherwise sends it and remembers what it changes.
 */

const PURSE = 10n ** 15n * UNIT;
const UNLIMITED = 2n ** 256n - 1n;

/** Gives a newcomer tokens and lets the venue's contracts spend them. */
export function equip(world: World, venue: Venue, from: Address): void {
  if (venue.equipped.has(from)) return;
  venue.equipped.add(from);
  const { token, marketplace, escrow } = venue.market;
  const call = { from, to: token.address, contract: "TestToken", events: 0 } as const;
  send(world, { ...call, method: "mint", args: [from, PURSE], behaviour: "get tokens" });
  for (const spender of [marketplace.address, escrow.address]) {
    const args = [spender, UNLIMITED];
    send(world, { ...call, method: "approve", args, behaviour: "allow spending" });
  }
}

/** The seller's record, made when it is first needed. */
export function sellerOf(venue: Venue, address: Address): Seller {
  let seller = venue.sellers.get(address);
  if (seller === undefined) {
    seller = {
      address,
      stake: 0n,
      stakeIsActive: false,
      activeListings: 0,
      level: 0,
      isGenesis: false,
      lastHeartbeat: 0,
      isSilent: false,
      isPaused: false,
      unlockAt: undefined,
      listings: [],
    };
    venue.sellers.set(address, seller);
  }
  return seller;
}

/** Stakes the minimum, or nothing as a verified seller while the genesis programme is open. */
export function stake(world: World, venue: Venue, seller: Seller): boolean {
  const { slashing, health } = venue.abilities;
  const isGenesis =
    venue.genesisOpen && venue.genesisSellers < GENESIS_SELLER_LIMIT && seller.level > 0;
  if (slashing ? seller.stakeIsActive : seller.stake !== 0n) return false;
  // M1 and M2 let nobody in while the programme is open (domain trap 14).
  if (!slashing && venue.genesisOpen && !isGenesis) return false;

  equip(world, venue, seller.address);
  call(world, venue, seller.address, {
    method: "stakeToSell",
    behaviour: isGenesis ? "stake as genesis seller" : "stake",
    events: health ? 2 : 1,
  });
  if (isGenesis) {
    venue.genesisSellers += 1;
    seller.isGenesis ||= slashing;
  } else {
    venue.marketplaceBalance += received(venue, MINIMUM_STAKE_UNITS);
  }
  seller.stake = isGenesis ? 0n : MINIMUM_STAKE_UNITS;
  seller.stakeIsActive = true;
  if (health) seller.lastHeartbeat = world.now;
  return true;
}

export type NewListing = {
  title: string;
  metadata: string;
  price: bigint;
  level: number;
  ipHash: `0x${string}`;
  signature: `0x${string}`;
  buildId: string;
};

export function createListing(
  world: World,
  venue: Venue,
  seller: Seller,
  wanted: NewListing,
): Listing | undefined {
  if (!seller.stakeIsActive || venue.marketplacePaused) return undefined;
  const { title, metadata, price, level, ipHash, signature, buildId } = wanted;
  call(world, venue, seller.address, {
    method: "createListing",
    args: [title, metadata, price, level, ipHash, signature, buildId],
    behaviour: "list",
  });
  const listing: Listing = {
    id: venue.listings.length,
    seller,
    price,
    level,
    state: "active",
    isSold: false,
    isLost: false,
  };
  venue.listings.push(listing);
  venue.active.add(listing.id);
  seller.listings.push(listing);
  seller.activeListings += 1;
  seller.level = level;
  seller.lastHeartbeat = world.now;
  return listing;
}

/** A price of 0 or an empty link leaves that part as it is (domain trap 12). */
export function updateListing(
  world: World,
  venue: Venue,
  listing: Listing,
  { price = 0n, metadata = "" }: { price?: bigint; metadata?: string },
): boolean {
  if (!isOpen(listing) || venue.marketplacePaused || !venue.abilities.health) return false;
  call(world, venue, listing.seller.address, {
    method: "updateListing",
    args: [BigInt(listing.id), metadata, price],
    behaviour: price === 0n ? "change metadata" : "reprice",
    subject: listing,
  });
  if (price !== 0n) listing.price = price;
  return true;
}

export function cancelListing(world: World, venue: Venue, listing: Listing): boolean {
  if (!isOpen(listing)) return false;
  call(world, venue, listing.seller.address, {
    method: "cancelListing",
    args: [BigInt(listing.id)],
    behaviour: listing.isSold ? "cancel sold listing" : "cancel listing",
    subject: listing,
  });
  leaveMarket(venue, listing, "cancelled");
  return true;
}

export function pauseListing(world: World, venue: Venue, listing: Listing): boolean {
  if (!isOpen(listing) || !venue.abilities.health || venue.isAgentAway) return false;
  call(world, venue, venue.agent, {
    method: "pauseListing",
    args: [BigInt(listing.id)],
    behaviour: "pause listing",
    subject: listing,
  });
  leaveMarket(venue, listing, "paused");
  return true;
}

export function resumeListing(world: World, venue: Venue, listing: Listing): boolean {
  if (listing.isLost || listing.state !== "paused" || !venue.abilities.health) return false;
  call(world, venue, listing.seller.address, {
    method: "resumeListing",
    args: [BigInt(listing.id)],
    behaviour: "resume listing",
    subject: listing,
  });
  listing.state = "active";
  listing.seller.activeListings += 1;
  venue.active.add(listing.id);
  return true;
}

/** Lifts a STANDARD listing to ENHANCED with no event of its own (domain trap 8). */
export function verifyBuild(
  world: World,
  venue: Venue,
  listing: Listing,
  isRight: boolean,
): boolean {
  if (listing.isLost || !venue.abilities.health || venue.isAgentAway) return false;
  call(world, venue, venue.agent, {
    method: "verifyBuildId",
    args: [BigInt(listing.id), isRight],
    behaviour: isRight ? "verify build" : "deny build",
    subject: listing,
  });
  if (isRight && listing.level === 1) listing.level = 2;
  return true;
}

/** Possible on an empty contract, for listing 0 alone (domain trap 17). */
export function verifyBeforeListing(world: World, venue: Venue): boolean {
  if (venue.listings.length > 0 || !venue.abilities.health || venue.isAgentAway) return false;
  const args = [0n, true];
  call(world, venue, venue.agent, {
    method: "verifyBuildId",
    args,
    behaviour: "verify before listing",
  });
  return true;
}

export function recordHeartbeat(world: World, venue: Venue, seller: Seller): boolean {
  if (!venue.abilities.health) return false;
  call(world, venue, seller.address, { method: "recordHeartbeat", behaviour: "send heartbeat" });
  seller.lastHeartbeat = world.now;
  return true;
}

/** Works for an address that never listed, whose heartbeat is 0 (domain trap 11). */
export function pauseSilentSeller(
  world: World,
  venue: Venue,
  seller: Seller,
  silence: number,
): boolean {
  if (!venue.abilities.health || seller.isPaused || venue.isAgentAway) return false;
  if (world.now - seller.lastHeartbeat <= silence) return false;
  call(world, venue, venue.agent, {
    method: "pauseInactiveSeller",
    args: [seller.address],
    behaviour: "pause silent seller",
  });
  seller.isPaused = true;
  return true;
}

export function slashSeller(world: World, venue: Venue, seller: Seller, reason: string): boolean {
  const canSlash = venue.abilities.slashing && !venue.isAgentAway;
  if (!canSlash || !seller.stakeIsActive || seller.stake < SLASH_PENALTY) return false;
  call(world, venue, venue.agent, {
    method: "slashSeller",
    args: [seller.address, reason],
    behaviour: "slash seller",
  });
  seller.stake -= SLASH_PENALTY;
  if (seller.stake < MINIMUM_STAKE_UNITS) {
    seller.stakeIsActive = false;
    seller.isPaused = true;
  }
  return true;
}

export function joinGenesis(world: World, venue: Venue, seller: Seller): boolean {
  if (!venue.genesisOpen || seller.isGenesis || seller.level === 0) return false;
  if (venue.genesisSellers >= GENESIS_SELLER_LIMIT) return false;
  call(world, venue, seller.address, { method: "joinGenesis", behaviour: "join genesis" });
  seller.isGenesis = true;
  venue.genesisSellers += 1;
  return true;
}

/** Takes the whole stake out; impossible while a listing is active (domain trap 5). */
export function withdrawStake(world: World, venue: Venue, seller: Seller): boolean {
  if (!seller.stakeIsActive || seller.activeListings !== 0 || seller.stake === 0n) return false;
  if (seller.stake > venue.marketplaceBalance) return false;
  call(world, venue, seller.address, {
    method: "withdrawStake",
    args: [seller.stake],
    behaviour: "withdraw stake",
  });
  venue.marketplaceBalance -= seller.stake;
  seller.stake = 0n;
  seller.stakeIsActive = false;
  return true;
}

export function requestEmergencyWithdrawal(world: World, venue: Venue, seller: Seller): boolean {
  if (!venue.abilities.slashing || seller.stake === 0n) return false;
  call(world, venue, seller.address, {
    method: "requestEmergencyWithdraw",
    behaviour: "request emergency withdrawal",
  });
  seller.unlockAt = world.now + EMERGENCY_COOLDOWN;
  return true;
}

/** Forgets stake and activity; listings stay active. */
export function executeEmergencyWithdrawal(world: World, venue: Venue, seller: Seller): boolean {
  if (seller.unlockAt === undefined || world.now < seller.unlockAt) return false;
  if (seller.stake === 0n || seller.stake > venue.marketplaceBalance) return false;
  call(world, venue, seller.address, {
    method: "executeEmergencyWithdraw",
    behaviour: "execute emergency withdrawal",
  });
  venue.marketplaceBalance -= seller.stake;
  seller.stake = 0n;
  seller.stakeIsActive = false;
  seller.isPaused = false;
  seller.lastHeartbeat = 0;
  seller.unlockAt = undefined;
  return true;
}

function isOpen(listing: Listing): boolean {
  return !listing.isLost && listing.state === "active";
}

function leaveMarket(venue: Venue, listing: Listing, state: "paused" | "cancelled"): void {
  listing.state = state;
  venue.active.remove(listing.id);
  if (listing.seller.activeListings > 0) listing.seller.activeListings -= 1;
}

function call(
  world: World,
  venue: Venue,
  from: Address,
  rest: Pick<Call, "method" | "args" | "behaviour" | "events" | "subject">,
): void {
  // M3 has every function of the generations before it, with the same signatures.
  send(world, { from, to: venue.market.marketplace.address, contract: "MarketplaceM3", ...rest });
}
