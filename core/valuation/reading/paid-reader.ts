import type { Cache } from "../../cache/cache.ts";
import type { ReadingBudget } from "./budget.ts";
import { type CachedResult, cacheReadings } from "./cached-reader.ts";
import { prepareListingText, speaksToModels } from "./listing-text.ts";
import { PROMPT_VERSION } from "./prompt.ts";
import { createListingReader, mostTokens, type ProviderSettings } from "./read-listing.ts";

/** A text that is to be read, and on whose account. */
export type PaidQuestion = {
  text: string;
  /** Listing or account whose budget it counts in. */
  scope: string;
  valuationId: string;
  signal: AbortSignal;
};

/** Reads texts within the budget of the day; what was read before is free. */
export type PaidReader = (question: PaidQuestion) => Promise<CachedResult>;

export type PaidReaderOptions = {
  /** Undefined where no model is configured: then nothing is asked, booked or kept. */
  provider: ProviderSettings | undefined;
  budget: ReadingBudget;
  cache: Pick<Cache, "get" | "set">;
};

/** A reader that books what a question may cost before it is asked, and settles after. */
export function createPaidReader({ provider, budget, cache }: PaidReaderOptions): PaidReader {
  const ask = createListingReader(provider);
  return async ({ text, scope, valuationId, signal }) => {
    const nothing = {
      reading: undefined,
      promptVersion: PROMPT_VERSION,
      model: provider?.model,
      attempts: 0,
      tokens: 0,
    };
    if (provider === undefined || text === "") {
      return { ...nothing, failure: "not_configured", isCached: false };
    }
    const paid = async (listing: string) => {
      // Nothing is booked for what is not sent.
      if (speaksToModels(listing)) return { ...nothing, failure: "suspicious_text" as const };
      const most = mostTokens(prepareListingText(listing), provider);
      const booking = await budget.book(scope, valuationId, most);
      if (booking === undefined) return { ...nothing, failure: "over_budget" as const };
      const result = await ask(listing, signal);
      await budget.settle(booking, result.tokens);
      return result;
    };
    return cacheReadings(paid, cache, { model: provider.model })(text);
  };
}
