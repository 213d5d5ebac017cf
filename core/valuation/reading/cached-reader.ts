import type { Cache } from "../../cache/cache.ts";
import { cacheKey } from "../../cache/keys.ts";
import { hashOf } from "../record/frozen-estimate.ts";
import { prepareListingText } from "./listing-text.ts";
import { PROMPT_VERSION } from "./prompt.ts";
import type { ListingReader, ReadingResult } from "./read-listing.ts";
import { Reading } from "./reading.ts";

/** A reading, and whether it was paid for now. */
export type CachedResult = ReadingResult & { isCached: boolean };

/**
 * Pays once a day for the same text (req 1.51). The key is the hash of exactly what a model would see,
 * with model and prompt version: nobody gets a reading of words that he did not send himself. Failures are
 * not kept, and what comes from the store is checked like what comes from a provider.
 */
export function cacheReadings(
  reader: ListingReader,
  cache: Pick<Cache, "get" | "set">,
  { model, promptVersion = PROMPT_VERSION }: { model: string; promptVersion?: string },
): (listing: string) => Promise<CachedResult> {
  return async (listing) => {
    const text = prepareListingText(listing);
    const key = cacheKey("reading", hashOf({ text, model, promptVersion }));
    const kept = Reading.safeParse(await cache.get(key));
    if (kept.success) {
      return {
        reading: { ...kept.data, dropped: 0 },
        failure: undefined,
        promptVersion,
        model,
        attempts: 0,
        tokens: 0,
        isCached: true,
      };
    }
    const result = await reader(listing);
    if (result.reading !== undefined) {
      const { facts, points } = result.reading;
      await cache.set(key, { facts, points });
    }
    return { ...result, isCached: false };
  };
}
