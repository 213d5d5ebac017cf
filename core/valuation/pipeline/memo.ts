import type { Estimate } from "../engine.ts";
import { type CheckedReading, proposedPercent } from "../reading/reading.ts";
import { TOPICS, type TopicName } from "../reading/topics.ts";
import type { ComparableStats } from "./comparables.ts";

/** A quality that a model has found in the text of the seller, with the words that tell it. */
export type MemoPoint = {
  topic: TopicName;
  side: "risk" | "strength";
  /** What it would move the middle by, percent, if a reviewer takes it as proved. */
  percent: number;
  /** Words of ours. */
  says: string;
  /** Words of the seller: untrusted text. */
  quote: string;
};

/** An estimate in words. */
export type Memo = {
  /** `model`: it tells what a model of language has pointed to; `template`: no model had a part. */
  source: "model" | "template";
  /** Sentences of ours alone, whoever has chosen them. */
  text: string;
  /** What a model has read in the text of the seller, with the words that say so; claims, not evidence. */
  facts: CheckedReading["facts"];
  points: MemoPoint[];
  /** What the points add up to, percent; moves nothing by itself. */
  proposedPercent: number;
  /** What a reviewer has let move the middle, percent; 0 until then (`app.accept_adjustment`). */
  adjustmentPercent: number;
  adjustmentReasons: string[];
};

/**
 * The memo, with what a reading points to where there is one. No word of a model or of a seller stands
 * in its text, so that neither can say anything through it (ADR 0034).
 */
export function memoOf(
  reading: CheckedReading | undefined,
  estimate: Pick<Estimate, "grade" | "confidence" | "advice" | "warnings">,
  stats: Pick<ComparableStats, "deals" | "level" | "ofLevel" | "isDefault">,
): Memo {
  const points = (reading?.points ?? []).map(({ topic, quote }): MemoPoint => {
    const { side, percent, says } = TOPICS[topic];
    return { topic, side, percent, says, quote };
  });
  return {
    source: reading === undefined ? "template" : "model",
    text: [templateOf(estimate, stats), ...pointsInWords(points)].join(" "),
    facts: reading?.facts ?? [],
    points,
    proposedPercent: reading === undefined ? 0 : proposedPercent(reading),
    adjustmentPercent: 0,
    adjustmentReasons: [],
  };
}

/** What is good and what is bad by the words of the seller, and what to ask for. */
function pointsInWords(points: readonly MemoPoint[]): string[] {
  const of = (side: MemoPoint["side"]) =>
    points.filter((point) => point.side === side).map(({ says }) => says);
  const part = (words: string, found: readonly string[]) =>
    found.length === 0 ? [] : [`${words}: ${found.join(" ")}`];
  return [
    ...part("By the words of the seller, in favour", of("strength")),
    ...part("By the words of the seller, against", of("risk")),
    ...part(
      "Ask to see",
      points.map(({ topic }) => `${TOPICS[topic].verify}.`),
    ),
  ];
}

/** Words of ours alone: nothing of the seller stands in it. */
function templateOf(
  { grade, confidence, advice, warnings }: Parameters<typeof memoOf>[1],
  { deals, level, ofLevel, isDefault }: Parameters<typeof memoOf>[2],
): string {
  const [first] = advice;
  const sentences = [
    `Estimated from ${deals} closed deals, ${ofLevel} of them of the same ${level}.`,
    `The figures that the size rests on are ${grade}; confidence is ${confidence.score} of 100.`,
    isDefault ? "Deals of this marketplace could not be read." : undefined,
    warnings.length > 0 ? `The range is wider than usual: ${warnings.join("; ")}.` : undefined,
    first === undefined
      ? undefined
      : `Verify next: ${first.metrics.join(" or ")} (${first.action}), worth ${first.confidenceGain} points of confidence.`,
  ];
  return sentences.filter((sentence) => sentence !== undefined).join(" ");
}
