import { z } from "zod";
import { isPlausible, METRICS } from "../metric.ts";
import { fold, isPlainlyStated } from "./statements.ts";
import { NEGATED, TOPIC_NAMES, TOPICS, type TopicName } from "./topics.ts";

/** The furthest that a reviewer may let a reading move the middle of a range, percent. */
export const MOST_ADJUSTMENT_PERCENT = 15;

const Quote = z.string().min(3).max(300);

/**
 * What a model answers: figures, and qualities of a closed list, each with the words that tell them. It
 * has no field for a number of its own, and none for free words: what it cannot write, no text of a
 * stranger can make it write.
 */
export const Reading = z.strictObject({
  facts: z
    .array(
      z.strictObject({
        metric: z.enum(METRICS),
        value: z.number(),
        /** Words of the listing that say so. */
        quote: Quote,
      }),
    )
    .max(20),
  points: z.array(z.strictObject({ topic: z.enum(TOPIC_NAMES), quote: Quote })).max(12),
});

export type Reading = z.infer<typeof Reading>;

/** A reading is believed only as far as the text goes. */
export const CheckedReading = Reading.extend({
  /** Facts and points that the text does not plainly state. */
  dropped: z.int().min(0),
});

export type CheckedReading = z.infer<typeof CheckedReading>;

/**
 * Keeps the figures whose quote stands in the text, in a plain sentence, and holds their number; and the
 * points whose quote does and speaks of their topic, each topic once. Quoted figures are claimed, and no
 * amount of wording makes them more.
 *
 * @param text as the model was shown it
 */
export function checkReading(reading: Reading, text: string): CheckedReading {
  const facts = reading.facts.filter(
    ({ metric, value, quote }) =>
      isPlausible(metric, value) && tellsNumber(quote, value) && isPlainlyStated(quote, text),
  );
  const topics = new Set<TopicName>();
  const points = reading.points.filter(({ topic, quote }) => {
    const words = fold(quote);
    if (topics.has(topic) || !TOPICS[topic].told.test(words) || isReversed(topic, words)) {
      return false;
    }
    if (!isPlainlyStated(quote, text)) return false;
    topics.add(topic);
    return true;
  });
  const given = reading.facts.length + reading.points.length;
  return { facts, points, dropped: given - facts.length - points.length };
}

/**
 * What the points of a reading add up to, percent: a proposal for a reviewer, within 15 either way. No
 * estimate moves by it before a person has taken it as proved (ADR 0034).
 */
export function proposedPercent({ points }: Pick<Reading, "points">): number {
  const sum = points.reduce((total, { topic }) => total + TOPICS[topic].percent, 0);
  return Math.max(-MOST_ADJUSTMENT_PERCENT, Math.min(MOST_ADJUSTMENT_PERCENT, sum));
}

/** "Without the owner" is how that strength is said; of the others a negation tells the opposite. */
const isReversed = (topic: TopicName, words: string) =>
  topic !== "runs_without_owner" && NEGATED.test(words);

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
