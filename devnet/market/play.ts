import type { Chain } from "../chain.ts";
import type { Behaviour } from "./behaviours.ts";
import { nextBlock, openWorld, type Scene } from "./script.ts";
import { openSender } from "./sender.ts";
import { DAY } from "./time.ts";
import type { World } from "./world.ts";

export type PlayOptions = {
  seed: string;
  /** Days of history to play. */
  days?: number;
  /** Or: events to play, however many days that takes; the market is as large as it must be. */
  events?: number;
};

export type Progress = {
  /** Between 0 and 1. */
  fraction: number;
  /** Days of history so far. */
  days: number;
  blocks: number;
  transactions: number;
  /** Events of the market's contracts; token transfers are not counted. */
  events: number;
};

export type Played = Progress & {
  /** How often each behaviour occurred. */
  behaviours: Partial<Record<Behaviour, number>>;
  world: World;
};

/** Seconds of a block's window where nothing asks for more. */
const SHORTEST_WINDOW = 600;

/**
 * The node hashes its whole state for each block and keeps some 500 states at hand; what is older
 * goes to disk, slowly. A long history or a large market therefore gets longer blocks, not more.
 */
const MOST_BLOCKS = 420;
const MOST_LARGE_BLOCKS = 100;

/** Events a day of a market of scale 1, roughly, and the time that a larger one is given. */
const EVENTS_PER_DAY = 150;
const DAYS_OF_MANY_EVENTS = 40;

/** How large a market must be for what is asked, and how many seconds go into one block. */
export function measureOf({ days, events = 0 }: PlayOptions): { scale: number; window: number } {
  const longest = (span: number, blocks: number) =>
    Math.max(SHORTEST_WINDOW, Math.round((span * DAY) / blocks));
  if (days !== undefined) return { scale: 1, window: longest(days, MOST_BLOCKS) };
  const scale = Math.max(1, events / (EVENTS_PER_DAY * DAYS_OF_MANY_EVENTS));
  const span = events / (EVENTS_PER_DAY * scale);
  return { scale, window: longest(span, MOST_LARGE_BLOCKS) };
}

/**
 * Plays a history on a deployed market, block by block, with times of its own. The same seed on the
 * same deployment gives the same block hashes. The chain must be without automatic mining; nobody
 * else may use it meanwhile.
 */
export async function playMarket(
  chain: Chain,
  scene: Scene,
  options: PlayOptions,
  onProgress: (progress: Progress) => Promise<void> | void = () => {},
): Promise<Played> {
  const openedAt = Number(await chain.now());
  const { scale, window } = measureOf(options);
  const world = openWorld(scene, chain.accounts, { seed: options.seed, now: openedAt, scale });
  const sender = await openSender(chain, { isSigned: options.events === undefined });
  const tally = new Tally(options, openedAt);

  let block = nextBlock(world, window, tally.until);
  while (block !== undefined) {
    const sending = sender.send(block);
    tally.add(block);
    // The next block is thought out while this one is mined.
    const next = tally.isComplete() ? undefined : nextBlock(world, window, tally.until);
    const { refused } = await sending;
    if (refused[0] !== undefined) {
      throw new Error(`the contracts refused "${refused[0].behaviour}" at ${block.timestamp}`);
    }
    await onProgress(tally.progress());
    block = next;
  }
  await sender.close();
  return { ...tally.progress(), behaviours: tally.behaviours, world };
}

/**
 * Goes through a history without a chain and answers the world as it is at its end, for someone who
 * wants to go on from there.
 */
export function rehearse(
  scene: Scene,
  accounts: Chain["accounts"],
  openedAt: number,
  options: PlayOptions,
): Played {
  const { scale, window } = measureOf(options);
  const world = openWorld(scene, accounts, { seed: options.seed, now: openedAt, scale });
  const tally = new Tally(options, openedAt);
  for (;;) {
    const block = tally.isComplete() ? undefined : nextBlock(world, window, tally.until);
    if (block === undefined) return { ...tally.progress(), behaviours: tally.behaviours, world };
    tally.add(block);
  }
}

class Tally {
  readonly behaviours: Partial<Record<Behaviour, number>> = {};
  /** Unix seconds after which nobody acts. */
  readonly until: number;
  private readonly openedAt: number;
  private readonly wantedEvents: number;
  private latest: number;
  private blocks = 0;
  private transactions = 0;
  private events = 0;

  constructor({ days, events }: PlayOptions, openedAt: number) {
    if ((days === undefined) === (events === undefined)) {
      throw new Error("say either how many days or how many events to play");
    }
    this.openedAt = openedAt;
    this.latest = openedAt;
    this.until = days === undefined ? Number.POSITIVE_INFINITY : openedAt + days * DAY;
    this.wantedEvents = events ?? Number.POSITIVE_INFINITY;
  }

  add(block: NonNullable<ReturnType<typeof nextBlock>>): void {
    this.latest = block.timestamp;
    this.blocks += 1;
    this.transactions += block.transactions.length;
    this.events += block.events;
    for (const { behaviour } of block.transactions) {
      this.behaviours[behaviour] = (this.behaviours[behaviour] ?? 0) + 1;
    }
  }

  isComplete(): boolean {
    return this.events >= this.wantedEvents;
  }

  progress(): Progress {
    const { blocks, transactions, events } = this;
    const elapsed = this.latest - this.openedAt;
    const fraction = Number.isFinite(this.until)
      ? elapsed / (this.until - this.openedAt)
      : events / this.wantedEvents;
    return { fraction: Math.min(1, fraction), days: elapsed / DAY, blocks, transactions, events };
  }
}
