import { expect, test } from "vitest";
import { type CacheStore, createCache } from "../../../core/cache/cache.ts";
import { cacheReadings } from "../../../core/valuation/reading/cached-reader.ts";
import { PROMPT_VERSION } from "../../../core/valuation/reading/prompt.ts";
import type { ListingReader } from "../../../core/valuation/reading/read-listing.ts";

/** A store in memory that keeps what it was told, times included. */
function memoryStore() {
  const kept = new Map<string, { text: string; ttlSeconds: number }>();
  const store: CacheStore = {
    read: async (name) => kept.get(name)?.text,
    write: async (name, text, ttlSeconds) => void kept.set(name, { text, ttlSeconds }),
    remove: async (name) => void kept.delete(name),
    increment: async () => 1,
    close: async () => undefined,
  };
  return { kept, cache: createCache(store, () => undefined) };
}

/** A reader that tells by a quote which text it was asked about. */
function countingReader(isFailing = false) {
  const asked: string[] = [];
  const reader: ListingReader = async (text) => {
    asked.push(text);
    return {
      reading: isFailing
        ? undefined
        : {
            facts: [],
            points: [{ topic: "documented" as const, quote: text }],
            dropped: 0,
          },
      failure: isFailing ? "provider_failed" : undefined,
      promptVersion: PROMPT_VERSION,
      model: "fake-1",
      attempts: 1,
      tokens: 100,
    };
  };
  return { asked, reader };
}

test("AI-4: the same text is paid once and marked, for a day [1.51]", async () => {
  const { kept, cache } = memoryStore();
  const { asked, reader } = countingReader();
  const read = cacheReadings(reader, cache, { model: "fake-1" });
  const first = await read("A shop.");
  const second = await read("A  shop. ");
  expect([first.isCached, second.isCached]).toEqual([false, true]);
  expect(second).toMatchObject({ reading: first.reading, tokens: 0, attempts: 0 });
  expect(asked).toHaveLength(1);
  expect([...kept.values()].map(({ ttlSeconds }) => ttlSeconds)).toEqual([86_400]);
  kept.clear();
  expect((await read("A shop.")).isCached).toBe(false);
});

test("AI-4: other text, another model or prompt, and a damaged entry are misses; nobody gets another's words", async () => {
  const { kept, cache } = memoryStore();
  const { asked, reader } = countingReader();
  const read = cacheReadings(reader, cache, { model: "fake-1" });
  const mine = await read("My secret plan for the shop.");
  const yours = await read("Your secret plan for the shop.");
  expect(yours.isCached).toBe(false);
  expect(JSON.stringify(yours.reading)).not.toContain("My secret");
  expect(JSON.stringify(mine.reading)).not.toContain("Your secret");
  for (const settings of [
    { model: "fake-2" },
    { model: "fake-1", promptVersion: "valuation-reading-0" },
  ]) {
    const other = cacheReadings(reader, cache, settings);
    expect((await other("My secret plan for the shop.")).isCached).toBe(false);
  }
  expect(asked).toHaveLength(4);
  expect([...kept.keys()].join()).not.toContain("secret");
  for (const entry of kept.values()) entry.text = '{"adjustmentPercent":900}';
  expect((await read("My secret plan for the shop.")).isCached).toBe(false);
});

test("failures are not kept", async () => {
  const { kept, cache } = memoryStore();
  const { asked, reader } = countingReader(true);
  const read = cacheReadings(reader, cache, { model: "fake-1" });
  await read("A shop.");
  await read("A shop.");
  expect(asked).toHaveLength(2);
  expect(kept.size).toBe(0);
});
