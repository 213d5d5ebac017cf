import type { Address } from "viem";
import type { DeployedAgents, DeployedMarket } from "../deployed.ts";
import { createAgenda } from "./agenda.ts";
import { castOf } from "./cast.ts";
import { openInvestor } from "./investor.ts";
import type { MarketTransaction } from "./outbox.ts";
import { hire, openDesk } from "./persons/agent-user.ts";
import { visit } from "./persons/buyer.ts";
import { keepMainVenue, keepTaxedVenue } from "./persons/owner.ts";
import { bringBusiness } from "./persons/seller.ts";
import { lookForSilentSellers } from "./persons/verifier.ts";
import { createPrng } from "./prng.ts";
import { flow } from "./time.ts";
import { openVenue } from "./venue.ts";
import type { World } from "./world.ts";

/** Where the play takes place. Only the main market is needed. */
export type Scene = { main: DeployedMarket; taxed?: DeployedMarket; agents?: DeployedAgents };

export type WorldOptions = {
  seed: string;
  /** Unix seconds of the chain's latest block. */
  now: number;
  /** 1 is a small market of about 150 events a day. */
  scale?: number;
};

/** Arrivals a day at scale 1. */
const SELLERS_PER_DAY = 6;
const VISITS_PER_DAY = 26;
const HIRES_PER_DAY = 8;

const TAXED_SHARE = 0.2;

/** A world in which everybody is about to come. Same arguments, same history. */
export function openWorld(
  scene: Scene,
  accounts: readonly Address[],
  { seed, now, scale = 1 }: WorldOptions,
): World {
  const main = openVenue("main", scene.main);
  const taxed = scene.taxed === undefined ? undefined : openVenue("taxed", scene.taxed);
  const world: World = {
    now,
    prng: createPrng(seed),
    agenda: createAgenda(),
    outbox: [],
    venues: taxed === undefined ? [main] : [main, taxed],
    agents:
      scene.agents === undefined
        ? undefined
        : { contracts: scene.agents, equipped: new Set(), agents: [] },
    people: castOf(accounts),
    smartAccounts: new Map(),
    pace: 1,
    scale,
  };
  const { people, prng, agents } = world;
  const anyVenue = () => (taxed !== undefined && prng.chance(TAXED_SHARE) ? taxed : main);

  keepMainVenue(world, main);
  if (taxed !== undefined) keepTaxedVenue(world, taxed, scene.main.marketplace.implementation);
  openInvestor(world, main);
  for (const venue of world.venues) lookForSilentSellers(world, venue);
  flow(world, SELLERS_PER_DAY, () => bringBusiness(world, anyVenue(), prng.pick(people.sellers)));
  flow(world, VISITS_PER_DAY, () => visit(world, anyVenue(), prng.pick(people.buyers)));
  if (agents !== undefined) {
    openDesk(world, agents, people.developers);
    flow(world, HIRES_PER_DAY, () => hire(world, agents, prng.pick(people.buyers)));
  }
  return world;
}

/** A block of the market: what people did within a short time. */
export type MarketBlock = { timestamp: number; transactions: MarketTransaction[]; events: number };

/**
 * The next block in which something happens.
 * @param window seconds within which everything that is due goes into one block
 * @param until unix seconds; nothing due later is done
 */
export function nextBlock(world: World, window: number, until: number): MarketBlock | undefined {
  for (;;) {
    const dueAt = world.agenda.nextAt();
    if (dueAt === undefined || dueAt > until) return undefined;
    const block = blockAt(world, Math.max(Math.ceil(dueAt) + window, world.now + 1));
    if (block.transactions.length > 0) return block;
  }
}

/** The block at a given time, with whatever is due by then; it may be empty. */
export function blockAt(world: World, timestamp: number): MarketBlock {
  world.now = timestamp;
  world.outbox = [];
  for (;;) {
    const intention = world.agenda.takeDue(timestamp);
    if (intention === undefined) break;
    intention.act();
  }
  const transactions = world.outbox;
  const events = transactions.reduce((sum, transaction) => sum + transaction.events, 0);
  return { timestamp, transactions, events };
}
