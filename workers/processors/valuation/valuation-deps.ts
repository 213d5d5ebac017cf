import type { Cache } from "../../../core/cache/cache.ts";
import type { Config } from "../../../core/config/config.schema.ts";
import { asFetch } from "../../../core/outgoing/as-fetch.ts";
import type { Rates } from "../../../core/valuation/currency.ts";
import type { GuardrailHit } from "../../../core/valuation/guardrails.ts";
import {
  createEngineSource,
  type EngineSource,
} from "../../../core/valuation/pipeline/engine-source.ts";
import { createReadingBudget } from "../../../core/valuation/reading/budget.ts";
import { createPaidReader, type PaidReader } from "../../../core/valuation/reading/paid-reader.ts";
import type { ProviderSettings } from "../../../core/valuation/reading/read-listing.ts";
import type { WorkerDeps } from "../../deps.ts";

/**
 * A reading that figures may rest on takes so long at most, both of its questions together (req 5.150).
 * Where it comes to nothing, the memo asks once more; the flow has 30 s (req 5.132).
 */
const READING_MS = 15_000;
const MOST_ANSWER_TOKENS = 1_500;
const MICRODOLLARS_PER_CENT = 10_000;

/** What the stages of a valuation work with. */
export type ValuationDeps = {
  engines: EngineSource;
  /** Reads texts within the budget; answers at once that it cannot where no model is configured. */
  read: PaidReader;
  /** US dollars for other currencies, as the operator has set them. */
  rates: Rates;
  /** Told of each bound that has moved a number, once that is written down. */
  onGuardrail: (hit: GuardrailHit) => void;
};

type Settings = Pick<
  Config<"workers">,
  | "VALUATION_RATES"
  | "VALUATION_MODEL_KEY"
  | "VALUATION_MODEL_URL"
  | "VALUATION_MODEL"
  | "VALUATION_TOKENS_PER_LISTING"
  | "VALUATION_TOKENS_PER_DAY"
  | "VALUATION_CENTS_PER_DAY"
  | "VALUATION_MICRODOLLARS_PER_1000_TOKENS"
>;

/** Makes them from the settings; nothing is read, learned or asked yet. */
export function createValuationDeps(
  settings: Settings,
  {
    pool,
    database,
    outgoing,
    cache,
    onGuardrail = () => undefined,
  }: Pick<WorkerDeps, "pool" | "database" | "outgoing"> &
    Partial<Pick<ValuationDeps, "onGuardrail">> & { cache: Pick<Cache, "get" | "set"> },
): ValuationDeps {
  const rates = settings.VALUATION_RATES;
  const apiKey = settings.VALUATION_MODEL_KEY;
  const provider: ProviderSettings | undefined =
    apiKey === undefined
      ? undefined
      : {
          apiKey,
          baseUrl: settings.VALUATION_MODEL_URL,
          model: settings.VALUATION_MODEL,
          totalMs: READING_MS,
          maxTokens: MOST_ANSWER_TOKENS,
          fetch: asFetch(outgoing, { totalMs: READING_MS }),
        };
  const budget = createReadingBudget(pool, {
    scopeTokens: settings.VALUATION_TOKENS_PER_LISTING,
    allTokens: settings.VALUATION_TOKENS_PER_DAY,
    allMicrodollars: settings.VALUATION_CENTS_PER_DAY * MICRODOLLARS_PER_CENT,
    microdollarsPer1000Tokens: settings.VALUATION_MICRODOLLARS_PER_1000_TOKENS,
  });
  return {
    rates,
    onGuardrail,
    read: createPaidReader({ provider, budget, cache }),
    engines: createEngineSource({ read: (work) => database.read(work), rates }),
  };
}
