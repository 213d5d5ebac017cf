import type { VariableDoc } from "./variable-doc.ts";

/** What valuations go by. */
export const VALUATION_VARIABLES = {
  VALUATION_RATES: {
    processes: ["workers"],
    meaning:
      "US dollars for one unit of tokens and currencies other than USD, USDC, USDT and DAI, separated by commas.",
    whenAbsent: "estimates of listings in other tokens are in US dollars",
    example: "IDRX=0.000061,EUR=1.08",
  },
  VALUATION_MODEL_KEY: {
    processes: ["workers"],
    meaning: "Key of a provider with OpenAI's chat completions, which reads texts of listings.",
    whenAbsent: "no text is sent to anybody; estimates are statistical",
    example: "sk-change-me",
    isSecret: true,
  },
  VALUATION_MODEL_URL: {
    processes: ["workers"],
    meaning: "Base address of that provider.",
    whenAbsent: "https://api.openai.com/v1",
    example: "https://api.openai.com/v1",
  },
  VALUATION_MODEL: {
    processes: ["workers"],
    meaning: "Model that is asked.",
    whenAbsent: "gpt-5-mini",
    example: "gpt-5-mini",
  },
  VALUATION_TOKENS_PER_LISTING: {
    processes: ["workers"],
    meaning: "Tokens that one listing, or one account for what is not listed, may take in a day.",
    whenAbsent: "100000",
    example: "100000",
  },
  VALUATION_TOKENS_PER_DAY: {
    processes: ["workers"],
    meaning: "Tokens that all valuations together may take in a day.",
    whenAbsent: "5000000",
    example: "5000000",
  },
  VALUATION_CENTS_PER_DAY: {
    processes: ["workers"],
    meaning: "What they may cost in a day, US cents.",
    whenAbsent: "1000",
    example: "1000",
  },
  VALUATION_MICRODOLLARS_PER_1000_TOKENS: {
    processes: ["workers"],
    meaning: "Price of a thousand tokens, asked or answered, in millionths of a US dollar.",
    whenAbsent: "2000",
    example: "2000",
  },
} as const satisfies Record<string, VariableDoc>;
