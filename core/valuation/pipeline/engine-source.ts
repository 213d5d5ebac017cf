import type { Snapshot } from "../../db/consistent-read.ts";
import type { Rates } from "../currency.ts";
import type { Deal } from "../deals/deal.ts";
import { findSettledDeals, readSeedDeals } from "../deals/known-deals.ts";
import { createEngine, type Engine, learnEngine } from "../engine.ts";
import { hashOf } from "../record/frozen-estimate.ts";

/** Deals settled here are read anew after this, milliseconds (domain.md F.2: cached 6 h). */
const FRESH_MS = 6 * 3_600_000;

/** An engine, and what it has learned from. */
export type LearnedEngine = {
  engine: Engine;
  deals: readonly Deal[];
  /** How many of the deals were settled on this marketplace. */
  settled: number;
  /** Of the deals, by which an estimate can be made again. */
  dealsHash: `0x${string}`;
};

/** Engines of a process; learning is dear, so the same deals are learned from once. */
export type EngineSource = {
  /** With the deals that were settled here, read at most every six hours. Throws what reading throws. */
  current(): Promise<LearnedEngine>;
  /** With the published deals alone, where those of the marketplace cannot be read. */
  byDefault(): LearnedEngine;
};

export type EngineSourceOptions = {
  read: <Answer>(work: (snapshot: Snapshot) => Promise<Answer>) => Promise<Answer>;
  rates: Rates;
  now?: () => number;
};

/** Opens the engines of a process; nothing is read or learned before the first is wanted. */
export function createEngineSource({
  read,
  rates,
  now = Date.now,
}: EngineSourceOptions): EngineSource {
  let seed: readonly Deal[] | undefined;
  let ofSeed: LearnedEngine | undefined;
  let newest: (LearnedEngine & { readAt: number }) | undefined;
  let reading: Promise<LearnedEngine> | undefined;
  const seedDeals = () => {
    seed ??= readSeedDeals(rates);
    return seed;
  };
  const byDefault = () => {
    ofSeed ??= learn(seedDeals(), 0, rates);
    return ofSeed;
  };
  const readAnew = async (): Promise<LearnedEngine> => {
    const settled = await read((snapshot) => findSettledDeals(snapshot, rates));
    const deals = [...seedDeals(), ...settled];
    const isSame = newest !== undefined && newest.dealsHash === hashOf(deals);
    const learned = settled.length === 0 ? byDefault() : isSame ? newest : undefined;
    newest = { ...(learned ?? (await learnInSlices(deals, settled.length, rates))), readAt: now() };
    return newest;
  };
  return {
    byDefault,
    async current() {
      if (newest !== undefined && now() - newest.readAt < FRESH_MS) return newest;
      reading ??= readAnew().finally(() => {
        reading = undefined;
      });
      return reading;
    },
  };
}

/** The published deals are few: they are learned from at once, in a tenth of a second. */
function learn(deals: readonly Deal[], settled: number, rates: Rates): LearnedEngine {
  return { engine: createEngine(deals, rates), deals, settled, dealsHash: hashOf(deals) };
}

async function learnInSlices(
  deals: readonly Deal[],
  settled: number,
  rates: Rates,
): Promise<LearnedEngine> {
  return { engine: await learnEngine(deals, rates), deals, settled, dealsHash: hashOf(deals) };
}
