import type { Hex } from "viem";
import { DAY, HOUR, ProxiedModel, ZERO_ADDRESS } from "./proxied-model.ts";
import { type Gate, require } from "./refusal.ts";
import type { TokenModel } from "./token-model.ts";

export type MarketplaceGeneration = "M1" | "M2" | "M3";

const UNIT = 10n ** 18n;
const MINIMUM_STAKE = 750_000n * UNIT;
const SLASH_PENALTY = 250_000n * UNIT;
const GENESIS_LIMIT = 50n;
/** Silence after which the agent may pause a seller; strictly more is needed. */
export const PAUSABLE_AFTER = 44n * DAY;
const EMERGENCY_COOLDOWN = 72n * HOUR;

export type ListingModel = {
  id: bigint;
  seller: Hex;
  title: string;
  metadataUri: string;
  price: bigint;
  createdAt: bigint;
  /** 0 basic, 1 standard, 2 enhanced. */
  level: number;
  state: "active" | "cancelled" | "paused";
  ipHash: Hex;
  buildId: string;
  isBuildIdVerified: boolean;
};

export type SellerModel = {
  lastHeartbeat: bigint;
  isActive: boolean;
  isPaused: boolean;
  stake: bigint;
  stakedAt: bigint;
  isStaked: boolean;
  slashCount: bigint;
  level: number;
  activeListings: bigint;
  isGenesis: boolean;
  emergencyWithdrawAt: bigint;
};

export type NewListing = {
  title: string;
  metadataUri: string;
  price: bigint;
  level: number;
  ipHash: Hex;
  buildId: string;
};

/**
 * What the marketplace is expected to do, from domain A.8. Each function checks its rules in any
 * order, then commits, then changes the model.
 */
export class MarketplaceModel extends ProxiedModel<MarketplaceGeneration> {
  readonly token: TokenModel;
  agent: Hex;
  isGenesisOpen = true;
  genesisCount = 0n;
  readonly listings: ListingModel[] = [];
  /** Edges of domain A.8 that were taken. */
  readonly edges: string[] = [];
  readonly #sellers = new Map<Hex, SellerModel>();

  constructor(
    address: Hex,
    generation: MarketplaceGeneration,
    owner: Hex,
    agent: Hex,
    token: TokenModel,
    gate: Gate,
  ) {
    super(address, generation, owner, gate);
    this.agent = agent;
    this.token = token;
  }

  seller(account: Hex): SellerModel {
    let seller = this.#sellers.get(account);
    if (seller === undefined) {
      seller = {
        lastHeartbeat: 0n,
        isActive: false,
        isPaused: false,
        stake: 0n,
        stakedAt: 0n,
        isStaked: false,
        slashCount: 0n,
        level: 0,
        activeListings: 0n,
        isGenesis: false,
        emergencyWithdrawAt: 0n,
      };
      this.#sellers.set(account, seller);
    }
    return seller;
  }

  get sellers(): ReadonlyMap<Hex, SellerModel> {
    return this.#sellers;
  }

  createListing(from: Hex, now: bigint, wanted: NewListing): void {
    const seller = this.seller(from);
    this.requireRunning();
    require(seller.isStaked, "no stake");
    require(wanted.title !== "" && wanted.price !== 0n, "incomplete");
    this.gate.commit();
    this.listings.push({
      ...wanted,
      id: BigInt(this.listings.length),
      seller: from,
      createdAt: now,
      state: "active",
      isBuildIdVerified: false,
    });
    seller.lastHeartbeat = now;
    seller.isActive = true;
    seller.level = wanted.level;
    seller.activeListings += 1n;
    this.edges.push("listing >active");
  }

  updateListing(from: Hex, id: bigint, metadataUri: string, price: bigint): void {
    const listing = this.#ownListing(from, id);
    this.requireRunning();
    const isSkeleton = this.generation === "M1";
    require(isSkeleton || listing.state === "active", "not active");
    this.gate.commit();
    if (isSkeleton) return;
    this.edges.push(`listing updated: price ${price === 0n ? "kept" : "set"}`);
    if (metadataUri !== "") listing.metadataUri = metadataUri;
    if (price !== 0n) listing.price = price;
  }

  cancelListing(from: Hex, id: bigint): void {
    const listing = this.#ownListing(from, id);
    require(listing.state === "active", "not active");
    this.gate.commit();
    listing.state = "cancelled";
    this.edges.push("listing active>cancelled");
    this.#dropActive(from);
  }

  pauseListing(from: Hex, id: bigint): void {
    this.#requireAgent(from);
    if (this.generation === "M1") {
      this.gate.commit();
      return;
    }
    const listing = this.listings[Number(id)];
    require(listing !== undefined, "no such listing");
    require(listing.state === "active", "not active");
    this.gate.commit();
    listing.state = "paused";
    this.edges.push("listing active>paused");
    this.#dropActive(listing.seller);
  }

  resumeListing(from: Hex, id: bigint): void {
    const listing = this.#ownListing(from, id);
    if (this.generation === "M1") {
      this.gate.commit();
      return;
    }
    require(listing.state === "paused", "not paused");
    this.gate.commit();
    this.edges.push("listing paused>active");
    listing.state = "active";
    this.seller(from).activeListings += 1n;
  }

  verifyBuildId(from: Hex, id: bigint, isVerified: boolean): void {
    this.#requireAgent(from);
    if (this.generation === "M1") {
      this.gate.commit();
      return;
    }
    const listing = this.listings[Number(id)];
    require(listing !== undefined || id === 0n, "no such listing");
    this.gate.commit();
    if (listing === undefined) return;
    const lift = isVerified && listing.level === 1 ? " standard>enhanced" : "";
    this.edges.push(`build verified ${isVerified}${lift}`);
    listing.isBuildIdVerified = isVerified;
    if (isVerified && listing.level === 1) listing.level = 2;
  }

  recordHeartbeat(from: Hex, now: bigint): void {
    this.gate.commit();
    if (this.generation !== "M1") this.#beat(from, now);
  }

  pauseInactiveSeller(from: Hex, now: bigint, account: Hex): void {
    this.#requireAgent(from);
    this.gate.commit();
    const seller = this.seller(account);
    if (this.generation === "M1" || now - seller.lastHeartbeat <= PAUSABLE_AFTER) return;
    this.edges.push("seller paused");
    seller.isPaused = true;
    seller.isActive = false;
  }

  stakeToSell(from: Hex, now: bigint): void {
    const seller = this.seller(from);
    const isFree = this.isGenesisOpen && this.genesisCount < GENESIS_LIMIT;
    const isLocked = this.generation === "M3" ? seller.isStaked : seller.stake !== 0n;
    require(!isLocked, "already staked");
    if (this.generation !== "M3") require(!isFree || seller.level !== 0, "level too low");
    this.gate.commit();
    if (isFree && seller.level !== 0) {
      this.edges.push("seller staked: free");
      this.#setStake(seller, 0n, now);
      if (this.generation === "M3") seller.isGenesis = true;
      this.genesisCount += 1n;
    } else {
      this.edges.push(seller.stake === 0n ? "seller staked" : "seller staked: forfeits");
      this.token.receive(this.address, MINIMUM_STAKE);
      this.#setStake(seller, MINIMUM_STAKE, now);
    }
    if (this.generation !== "M1") this.#beat(from, now);
  }

  withdrawStake(from: Hex, units: bigint): void {
    const seller = this.seller(from);
    require(seller.isStaked && seller.activeListings === 0n, "not free to withdraw");
    require(units !== 0n && seller.stake >= units, "bad amount");
    this.token.requireHeld(this.address, units);
    this.gate.commit();
    this.edges.push(`stake withdrawn: ${seller.stake === units ? "all" : "part"}`);
    seller.stake -= units;
    if (seller.stake < MINIMUM_STAKE) seller.isStaked = false;
    this.token.pay(this.address, units);
  }

  joinGenesis(from: Hex): void {
    const seller = this.seller(from);
    require(this.isGenesisOpen && this.genesisCount < GENESIS_LIMIT, "genesis closed");
    require(!seller.isGenesis && seller.level !== 0, "not eligible");
    this.gate.commit();
    this.edges.push("genesis joined");
    seller.isGenesis = true;
    this.genesisCount += 1n;
  }

  slashSeller(from: Hex, account: Hex): void {
    this.#requireM3();
    this.#requireAgent(from);
    const seller = this.seller(account);
    require(seller.isStaked && seller.stake >= SLASH_PENALTY, "nothing to slash");
    this.gate.commit();
    this.edges.push("seller slashed");
    seller.stake -= SLASH_PENALTY;
    seller.slashCount += 1n;
    if (seller.stake >= MINIMUM_STAKE) return;
    seller.isStaked = false;
    seller.isActive = false;
    seller.isPaused = true;
  }

  requestEmergencyWithdraw(from: Hex, now: bigint): void {
    this.#requireM3();
    const seller = this.seller(from);
    require(seller.stake !== 0n, "no stake");
    this.gate.commit();
    this.edges.push(
      `emergency withdrawal requested${seller.emergencyWithdrawAt === 0n ? "" : " again"}`,
    );
    seller.emergencyWithdrawAt = now + EMERGENCY_COOLDOWN;
  }

  executeEmergencyWithdraw(from: Hex, now: bigint): void {
    this.#requireM3();
    const seller = this.seller(from);
    require(seller.emergencyWithdrawAt !== 0n, "no request");
    require(now >= seller.emergencyWithdrawAt, "cooling down");
    require(seller.stake !== 0n, "no stake");
    this.token.requireHeld(this.address, seller.stake);
    this.gate.commit();
    this.edges.push("emergency withdrawal executed");
    this.token.pay(this.address, seller.stake);
    Object.assign(seller, {
      lastHeartbeat: 0n,
      isActive: false,
      isPaused: false,
      stake: 0n,
      stakedAt: 0n,
      isStaked: false,
      slashCount: 0n,
      emergencyWithdrawAt: 0n,
    } satisfies Partial<SellerModel>);
  }

  setAgentAddress(from: Hex, agent: Hex): void {
    this.requireOwner(from);
    require(agent !== ZERO_ADDRESS, "agent is zero");
    this.gate.commit();
    this.agent = agent;
  }

  endGenesisProgram(from: Hex): void {
    this.requireOwner(from);
    require(this.isGenesisOpen, "genesis has ended");
    this.gate.commit();
    this.isGenesisOpen = false;
  }

  #ownListing(from: Hex, id: bigint): ListingModel {
    const listing = this.listings[Number(id)];
    require(listing !== undefined && listing.seller === from, "not the seller");
    return listing;
  }

  #requireAgent(from: Hex): void {
    require(from === this.agent, "not the agent");
  }

  #requireM3(): void {
    require(this.generation === "M3", "no such function");
  }

  #beat(account: Hex, now: bigint): void {
    const seller = this.seller(account);
    this.edges.push(seller.isPaused ? "heartbeat of a paused seller" : "heartbeat");
    seller.lastHeartbeat = now;
    seller.isActive = true;
  }

  #setStake(seller: SellerModel, units: bigint, now: bigint): void {
    seller.stake = units;
    seller.stakedAt = now;
    seller.isStaked = true;
    seller.slashCount = 0n;
  }

  #dropActive(account: Hex): void {
    const seller = this.seller(account);
    if (seller.activeListings > 0n) seller.activeListings -= 1n;
  }
}
