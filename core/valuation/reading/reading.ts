import { z } from "zod";
import { isPlausible, METRICS } from "../metric.ts";
import { prepareListingText } from "./listing-text.ts";

/** The furthest that a reading may move the middle of a range, in percent, and never out of it. */
export const MOST_ADJUSTMENT_PERCENT = 15;

/** What a model answers: facts with the words that tell them, an adjustment and a memo. */
export const Reading = z.strictObject({
  facts: z
    .array(
      z.strictObject({
        metric: z.enum(METRICS),
        value: z.number(),
        /** Words of the listing that say so. */
        quote: z.string().min(3).max(300),
      }),
    )
    .max(20),
  adjustmentPercent: z.number().min(-MOST_ADJUSTMENT_PERCENT).max(MOST_ADJUSTMENT_PERCENT),
  reasons: z.array(z.string().min(1).max(200)).max(6),
  memo: z.string().min(20).max(1500),
});

export type Reading = z.infer<typeof Reading>;

/** A reading is believed only as far as the text goes. */
export const CheckedReading = Reading.extend({
  /** Facts whose quote is not in the text, or that are no plausible figure. */
  dropped: z.int().min(0),
  // What is taken out of a memo may leave less of it than a model has to write.
  memo: z.string().max(4_000),
});

export type CheckedReading = z.infer<typeof CheckedReading>;

/**
 * Keeps the facts whose quote stands in the text and holds their number. Quoted figures are claimed,
 * and no amount of wording makes them more. Links and addresses do not come through the memo either.
 */
export function checkReading(reading: Reading, text: string): CheckedReading {
  const searched = fold(text);
  const facts = reading.facts.filter(
    ({ metric, value, quote }) =>
      isPlausible(metric, value) && searched.includes(fold(quote)) && tellsNumber(quote, value),
  );
  const memo = prepareListingText(reading.memo);
  return { ...reading, facts, memo, dropped: reading.facts.length - facts.length };
}

type Range = { low: number; mid: number; high: number };

/**
 * The range after an adjustment: only its middle moves, by 15 % at most and never out of the range.
 * A reading that gives no reasons moves nothing.
 */
export function adjustRange<Held extends Range>(held: Held, reading: Reading | undefined): Held {
  const percent =
    reading === undefined || reading.reasons.length === 0 ? 0 : reading.adjustmentPercent;
  if (!Number.isFinite(percent)) return held;
  const bounded = Math.max(-MOST_ADJUSTMENT_PERCENT, Math.min(MOST_ADJUSTMENT_PERCENT, percent));
  const mid = Math.min(held.high, Math.max(held.low, held.mid * (1 + bounded / 100)));
  return { ...held, mid };
}

/** The quote holds the number itself, a thousandth of it (12k), or its monthly part. */
function tellsNumber(quote: string, value: number): boolean {
  const numbers = [...quote.matchAll(/(\d[\d,]*(?:\.\d+)?)\s*([km])?/gi)].map(
    ([, digits = "", unit]) =>
      Number(digits.replaceAll(",", "")) *
      (unit === undefined ? 1 : unit.toLowerCase() === "k" ? 1e3 : 1e6),
  );
  return numbers.some((number) =>
    [number, number * 12, -number].some((one) => Math.abs(one - value) <= Math.abs(value) * 0.01),
  );
}

const fold = (text: string) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ");
