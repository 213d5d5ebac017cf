import type { ReadingFailureCode } from "../../db/valuation.tables.ts";

/** A failed reading as callers see it. */
export type ToldFailure = { code: ReadingFailureCode; message: string };

/** Why a text was not read, in words of ours. */
const FAILURES = {
  suspicious_text: {
    code: "TEXT_NOT_SENT",
    message: "The text speaks to models of language, so none was asked.",
  },
  over_budget: {
    code: "MODEL_BUDGET_SPENT",
    message: "What models of language may cost is spent for this listing or for today.",
  },
  unusable_answer: {
    code: "MODEL_OUTPUT_INVALID",
    message: "The answer of the model was no form, and neither was its repair.",
  },
  provider_failed: {
    code: "MODEL_UNAVAILABLE",
    message: "The provider of the model failed, refused or was too late.",
  },
} as const satisfies Record<string, ToldFailure>;

/** Why there is no reading; `not_configured` is no failure: nobody was to be asked. */
export type ReadingFailure = keyof typeof FAILURES | "not_configured";

/** A failure as callers see it; undefined where nothing failed. */
export const toldFailure = (failure: ReadingFailure | undefined): ToldFailure | undefined =>
  failure === undefined || failure === "not_configured" ? undefined : FAILURES[failure];

const WORDS: ReadonlyMap<ReadingFailureCode, string> = new Map(
  Object.values(FAILURES).map(({ code, message }) => [code, message]),
);

/** The words of a code that was kept. */
export const wordsOfFailure = (code: ReadingFailureCode): string => WORDS.get(code) ?? code;
