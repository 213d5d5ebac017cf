import { z } from "zod";

const RATE = /^([A-Z0-9]{2,10})=(\d{1,12}(?:\.\d{1,18})?)$/;

/** US dollars for one unit of currencies, as `IDRX=0.000061,EUR=1.08`. */
const rates = z
  .string()
  .transform((list) => list.split(",").map((rate) => rate.trim()))
  .pipe(z.array(z.string().regex(RATE, "must be rates as IDRX=0.000061")))
  .transform((list) =>
    Object.fromEntries(
      list.map((rate) => {
        const [, code = "", usd = ""] = RATE.exec(rate) ?? [];
        return [code, { usd: Number(usd), asOf: new Date().toISOString() }];
      }),
    ),
  );

const wholeNumber = (minimum: number, maximum: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, "must be a whole number")
    .transform(Number)
    .refine((value) => value >= minimum && value <= maximum, {
      error: `must be between ${minimum} and ${maximum}`,
    });

/** What valuations go by, by variable name. */
export const VALUATION_SETTINGS = {
  VALUATION_RATES: rates.default({}),
  VALUATION_MODEL_KEY: z.string().min(1).optional(),
  VALUATION_MODEL_URL: z
    .url({ protocol: /^https?$/, error: "must be an http:// address" })
    .optional(),
  VALUATION_MODEL: z.string().min(1).max(100).default("gpt-5-mini"),
  VALUATION_TOKENS_PER_LISTING: wholeNumber(0, 999_999_999).default(100_000),
  VALUATION_TOKENS_PER_DAY: wholeNumber(0, 999_999_999).default(5_000_000),
  VALUATION_CENTS_PER_DAY: wholeNumber(0, 9_999_999).default(1_000),
  VALUATION_MICRODOLLARS_PER_1000_TOKENS: wholeNumber(0, 999_999_999).default(2_000),
};
