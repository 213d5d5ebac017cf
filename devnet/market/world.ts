import type { Address } from "viem";
import type { ContractName } from "../contracts/artifact.ts";
import type { DeployedAgents, DeployedMarket } from "../deployed.ts";
import type { Agenda } from "./agenda.ts";
import type { Behaviour } from "./behaviours.ts";
import { encodeCall, type MarketTransaction } from "./outbox.ts";
import type { Prng } from "./prng.ts";

/**
 * What the people know of the market: a mirror of the contracts, kept by the actions, so that nobody
 * has to read the chain and a history can be generated, or gone through again, without one.
 * Times are unix seconds, amounts the token's smallest unit.
 */
export type World = {
  now: number;
  readonly prng: Prng;
  readonly agenda: Agenda;
  /** Transactions of the block that is being made. */
  outbox: MarketTransaction[];
  readonly venues: readonly Venue[];
  readonly agents: AgentDesk | undefined;
  readonly people: People;
  /** Accounts that are contracts, and who owns them. */
  readonly smartAccounts: Map<Address, Address>;
  /** How many times faster than in life people act: 1 in history, more while one watches. */
  pace: number;
  /** How many times more people come than in a small market. */
  readonly scale: number;
};

export type People = {
  sellers: readonly Address[];
  buyers: readonly Address[];
  /** Calls what is overdue, for a tip or out of tidiness. */
  keeper: Address;
  /** Receives what the owner saves in an emergency. */
  safety: Address;
  /** Takes over as verifying agent. */
  secondAgent: Address;
  /** Owns a smart account that buys in its stead. */
  investor: Address;
  /** Build paid agents. */
  developers: readonly Address[];
};

/** What the generation of a contract can do. */
export type Abilities = {
  /** Listings can be changed, paused and resumed; heartbeats count (not M1). */
  health: boolean;
  /** Slashing and emergency withdrawal of stakes (M3). */
  slashing: boolean;
  /** Offers with earnest money (E2). */
  offers: boolean;
  /** Offers run out (E2d, E3). */
  expiry: boolean;
  /** One offer per buyer and listing (E2b and later). */
  oneOffer: boolean;
  /** A transition period that the owner sets, and an early release (E3). */
  ownTransition: boolean;
};

export type Venue = {
  readonly name: string;
  market: DeployedMarket;
  abilities: Abilities;
  agent: Address;
  /** Whether somebody outside of the market acts as its agent: its own people leave that alone. */
  isAgentAway: boolean;
  treasury: Address;
  genesisOpen: boolean;
  genesisSellers: number;
  /** Seconds that a retainer is held. */
  holdPeriod: number;
  marketplacePaused: boolean;
  escrowPaused: boolean;
  emergencyAt: number | undefined;
  safetyWallet: Address | undefined;
  /** Tokens that the contracts hold. */
  marketplaceBalance: bigint;
  escrowBalance: bigint;
  readonly sellers: Map<Address, Seller>;
  /** Who has tokens and let the contracts spend them. */
  readonly equipped: Set<Address>;
  /** By id; ids start at 0. A stranger's has no entry. */
  readonly listings: (Listing | undefined)[];
  /** By id; ids start at 1, so that place 0 is empty. */
  readonly offers: (Offer | undefined)[];
  readonly escrows: (Escrow | undefined)[];
  /** Ids of the listings that are active now. */
  readonly active: ActiveListings;
  /** `listing/buyer` that may not make an offer: one is open, or was ejected (domain trap 38). */
  readonly takenPlaces: Set<string>;
};

export type Seller = {
  readonly address: Address;
  stake: bigint;
  stakeIsActive: boolean;
  activeListings: number;
  level: number;
  isGenesis: boolean;
  lastHeartbeat: number;
  /** Does not answer any more. */
  isSilent: boolean;
  isPaused: boolean;
  unlockAt: number | undefined;
  readonly listings: Listing[];
};

/** `isLost`: a reorganisation took it away, or the chain knows better; nobody touches it again. */
export type Listing = {
  readonly id: number;
  readonly seller: Seller;
  price: bigint;
  level: number;
  state: "active" | "paused" | "cancelled";
  isSold: boolean;
  isLost: boolean;
};

export type Offer = {
  readonly id: number;
  readonly listing: Listing;
  readonly buyer: Address;
  readonly price: bigint;
  readonly deposit: bigint;
  readonly expiresAt: number;
  state: "active" | "accepted" | "rejected" | "cancelled";
  isLost: boolean;
};

export type EscrowState =
  | "created"
  | "funded"
  | "delivered"
  | "transition"
  | "disputed"
  | "resolved"
  | "completed"
  | "refunded"
  | "expired"
  | "emergency";

export type Escrow = {
  readonly id: number;
  readonly listing: Listing;
  readonly buyer: Address;
  amount: bigint;
  funded: bigint;
  readonly handoverDeadline: number;
  verifyDeadline: number;
  state: EscrowState;
  isExtended: boolean;
  hold: { amount: bigint; releaseAt: number } | undefined;
  dispute: { initiator: Address; respondBy: number } | undefined;
  isLost: boolean;
};

export type AgentDesk = {
  readonly contracts: DeployedAgents;
  readonly equipped: Set<Address>;
  readonly agents: PaidAgent[];
};

export type PaidAgent = {
  readonly id: number;
  readonly developer: Address;
  readonly tokenId: number;
  readonly isTransferrable: boolean;
  readonly holders: Set<Address>;
};

export type Subject = { isLost: boolean };

/** A set of listing ids from which one can be drawn evenly. */
export type ActiveListings = {
  add(id: number): void;
  remove(id: number): void;
  draw(prng: Prng): number | undefined;
  readonly size: number;
};

export function createActiveListings(): ActiveListings {
  const ids: number[] = [];
  const places = new Map<number, number>();
  return {
    add(id) {
      if (places.has(id)) return;
      places.set(id, ids.length);
      ids.push(id);
    },
    remove(id) {
      const place = places.get(id);
      if (place === undefined) return;
      const last = ids.pop() as number;
      if (last !== id) {
        ids[place] = last;
        places.set(last, place);
      }
      places.delete(id);
    },
    draw: (prng) => (ids.length === 0 ? undefined : prng.pick(ids)),
    get size() {
      return ids.length;
    },
  };
}

/** A call that a person makes: who, to what, and how the world should remember it. */
export type Call = {
  from: Address;
  to: Address;
  contract: ContractName;
  method: string;
  args?: readonly unknown[];
  behaviour: Behaviour;
  /** Events that the market's contracts log. */
  events?: number;
  subject?: Subject;
};

/** Puts a call into the block that is being made; a smart account's goes through its owner. */
export function send(world: World, call: Call): void {
  const data = encodeCall(call.contract, call.method, call.args ?? []);
  const { from, to, behaviour, events = 1, subject } = call;
  const owner = world.smartAccounts.get(from);
  if (owner === undefined) {
    world.outbox.push({ from, to, data, behaviour, events, subject });
    return;
  }
  const batch = encodeCall("SmartAccount", "executeBatch", [[{ target: to, data }]]);
  world.outbox.push({ from: owner, to: from, data: batch, behaviour, events, subject });
}

/** What arrives when `amount` of a venue's token is sent (domain A.9 trap 25). */
export function received(venue: Venue, amount: bigint): bigint {
  return venue.market.token.kind === "fee-on-transfer" ? amount - (amount * TAX_BPS) / BPS : amount;
}

export const BPS = 10_000n;
const TAX_BPS = 100n;
