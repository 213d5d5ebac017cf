import type { Snapshot } from "../../db/consistent-read.ts";
import type { Rates } from "../currency.ts";
import type { Deal } from "../deals/deal.ts";
import { countSettledSales, findSettledDeals, readSeedDeals } from "../deals/known-deals.ts";
import { createEngine, type Engine, learnEngine } from "../engine.ts";
import { hashOf } from "../record/frozen-estimate.ts";

/** Deals settled here are read anew after this, milliseconds (domain.md F.2: cached 6 h). */
const FRESH_MS = 6 * 3_600_000;
/**
 * Before that too, once there are so many times as many, for which is looked so often, milliseconds: a
 * young market would else be priced by the published deals alone for hours.
 */
const OUTGROWN = 1.1;
const LOOK_MS = 60_000;

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
  /**
   * With the deals that were settled here, read anew after six hours, or once there are a tenth more.
   * Throws what reading throws.
   */
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
  let newest: (LearnedEngine & { readAt: number; sales: number }) | undefined;
  let lookedAt = 0;
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
    const [settled, sales] = await read(async (snapshot) => [
      await findSettledDeals(snapshot, rates),
      await countSettledSales(snapshot),
    ]);
    lookedAt = now();
    const deals = [...seedDeals(), ...settled];
    const isSame = newest !== undefined && newest.dealsHash === hashOf(deals);
    const learned = settled.length === 0 ? byDefault() : isSame ? newest : undefined;
    const engine = learned ?? (await learnInSlices(deals, settled.length, rates));
    newest = { ...engine, readAt: now(), sales };
    return newest;
  };
  const isOutgrown = async ({ readAt, sales }: NonNullable<typeof newest>): Promise<boolean> => {
    if (now() - readAt >= FRESH_MS) return true;
    if (now() - lookedAt < LOOK_MS) return false;
    lookedAt = now();
    return (await read(countSettledSales)) > OUTGROWN * sales;
  };
  return {
    byDefault,
    async current() {
      if (newest !== undefined && !(await isOutgrown(newest))) return newest;
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
