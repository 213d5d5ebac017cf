import { setTimeout as delay } from "node:timers/promises";
import type { Hex } from "viem";
import type { Chain } from "../chain.ts";
import { encodeCall } from "./outbox.ts";
import { blockAt } from "./script.ts";
import { type BlockSender, openSender } from "./sender.ts";
import type { Subject, Venue, World } from "./world.ts";

/** Seconds of chain time between two live blocks. */
const BLOCK_SECONDS = 2;

/** A day of deliberation takes five minutes while somebody watches; deadlines take their time. */
const LIVE_PACE = 288;

export type LiveOptions = {
  signal: AbortSignal;
  /** Milliseconds of real time between two blocks. */
  everyMs?: number;
  /** Told after each block. */
  onBlock?: () => Promise<void> | void;
  /** Told what went otherwise than the people thought; they go on. */
  onSurprise?: (what: string) => void;
};

/** Makes the people hurry, as they do when somebody watches, with what they had in mind before too. */
export function hurry(world: World): void {
  if (world.pace === LIVE_PACE) return;
  world.pace = LIVE_PACE;
  world.agenda.hasten(world.now, LIVE_PACE);
}

/**
 * Lets the people go on in real time, one block every two seconds, until the signal. Without
 * disturbances the live blocks follow from the seed as history does. After one (a reorganisation,
 * somebody else's transaction) the people give up what the chain no longer knows.
 */
export async function goLive(
  chain: Chain,
  world: World,
  {
    signal,
    everyMs = BLOCK_SECONDS * 1_000,
    onBlock = () => {},
    onSurprise = () => {},
  }: LiveOptions,
): Promise<void> {
  hurry(world);
  const sender = await openSender(chain, { isShared: true });
  let next = performance.now();
  while (!signal.aborted) {
    next = Math.max(next + everyMs, performance.now());
    await chain.exclusively(() => tick(chain, world, sender, onSurprise));
    await onBlock();
    await delay(Math.max(0, next - performance.now()), undefined, { signal }).catch(() => {});
  }
}

/** The block that follows, in the mirror alone: for going over live blocks that are there already. */
export function rehearseTick(world: World): void {
  blockAt(world, world.now + BLOCK_SECONDS);
}

async function tick(
  chain: Chain,
  world: World,
  sender: BlockSender,
  onSurprise: (what: string) => void,
): Promise<void> {
  for (const venue of world.venues) await agreeWithChain(chain, venue, onSurprise);
  const timestamp = Math.max(world.now, Number(await chain.now())) + BLOCK_SECONDS;
  sender.forgetNonces();
  const { refused } = await sender.send(blockAt(world, timestamp));
  for (const { behaviour, subject } of refused) {
    if (subject !== undefined) subject.isLost = true;
    onSurprise(`"${behaviour}" was refused; it is not tried again`);
  }
}

/** Gives up what the chain does not know, and leaves room for what it knows beyond the mirror. */
export async function agreeWithChain(
  chain: Chain,
  venue: Venue,
  onSurprise: (what: string) => void,
): Promise<void> {
  const { marketplace, escrow } = venue.market;
  const counter = (name: string) => ({
    method: "eth_call",
    params: [{ to: escrow.address, data: encodeCall("EscrowE3", name, []) }, "latest"],
  });
  const [listings, escrows, offers] = await chain.batch<Hex>([
    // The listing counter is private and sits in slot 0 of every generation (domain A.7).
    { method: "eth_getStorageAt", params: [marketplace.address, "0x0", "latest"] },
    counter("escrowCounter"),
    ...(venue.abilities.offers ? [counter("offerCounter")] : []),
  ]);
  const gone = [
    ...trim(venue.listings, Number(listings)),
    ...trim(venue.escrows, Number(escrows) + 1),
    ...(offers === undefined ? [] : trim(venue.offers, Number(offers) + 1)),
  ];
  if (gone.length === 0) return;
  for (const item of gone) item.isLost = true;
  onSurprise(`${gone.length} things are gone from the ${venue.name} market and are given up`);
}

/** Brings a list of everything by id to the chain's length; answers what was cut off. */
function trim<Item extends Subject>(items: (Item | undefined)[], length: number): Item[] {
  const gone = items.splice(length).filter((item) => item !== undefined);
  while (items.length < length) items.push(undefined);
  return gone;
}
