import { setTimeout as delay } from "node:timers/promises";
import type { CacheKey } from "./keys.ts";
import { type Cacheable, parse, serialise } from "./serialise.ts";

/** Where texts are kept until they expire. Every method may fail; the cache takes that for a miss. */
export type CacheStore = {
  read(name: string): Promise<string | undefined>;
  write(name: string, text: string, ttlSeconds: number): Promise<void>;
  remove(name: string): Promise<void>;
  /** Adds one in a single step, which also sets the end of a counter that it begins. */
  increment(name: string, ttlSeconds: number): Promise<number>;
  close(): Promise<void>;
};

/** Values that can be found again, kept for a while. It never fails: an outage is a miss. */
export type Cache = {
  get(key: CacheKey): Promise<Cacheable | undefined>;
  /** Keeps a value for the time of its kind; one that is too large is left out. */
  set(key: CacheKey, value: Cacheable): Promise<void>;
  /** For whoever writes the real value. */
  del(key: CacheKey): Promise<void>;
  /** Counts within a window that begins with the first; undefined when nobody can count now. */
  incrementWithExpiry(key: CacheKey): Promise<number | undefined>;
  /** Lookups since the start; an outage is a miss too. */
  use(): { hit: number; miss: number; outage: number };
  close(): Promise<void>;
};

/** A cache that answers more slowly than this is no help, milliseconds. */
const PATIENCE_MS = 250;

/** Larger values are not kept. */
const MAX_CHARACTERS = 262_144;

/** @param onOutage told of failures of the store */
export function createCache(store: CacheStore, onOutage: (error: unknown) => void): Cache {
  const use = { hit: 0, miss: 0, outage: 0 };
  const attempt = async <Result>(work: () => Promise<Result>): Promise<Result | undefined> => {
    const finished = new AbortController();
    try {
      return await Promise.race([work(), failLate(finished.signal)]);
    } catch (error) {
      use.outage += 1;
      onOutage(error);
      return undefined;
    } finally {
      finished.abort();
    }
  };
  return {
    async get({ name }) {
      const value = await attempt(async () => {
        const text = await store.read(name);
        return text === undefined ? undefined : parse(text);
      });
      if (value === undefined) use.miss += 1;
      else use.hit += 1;
      return value;
    },
    async set({ name, ttlSeconds }, value) {
      const text = serialise(value);
      if (text.length > MAX_CHARACTERS) return;
      await attempt(() => store.write(name, text, ttlSeconds));
    },
    async del({ name }) {
      await attempt(() => store.remove(name));
    },
    incrementWithExpiry: ({ name, ttlSeconds }) => attempt(() => store.increment(name, ttlSeconds)),
    use: () => ({ ...use }),
    close: () => store.close(),
  };
}

async function failLate(finished: AbortSignal): Promise<never> {
  // Ends quietly when the work was done in time; nobody waits for it then.
  await delay(PATIENCE_MS, undefined, { signal: finished, ref: false }).catch(() => undefined);
  throw new Error("the store of the cache does not answer in time");
}
