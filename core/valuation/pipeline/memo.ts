import type { Estimate } from "../engine.ts";
import type { CheckedReading } from "../reading/reading.ts";
import type { ComparableStats } from "./comparables.ts";

/** An estimate in words. */
export type Memo = {
  /** `model`: by a model of language, so untrusted text; `template`: by this service. */
  source: "model" | "template";
  text: string;
  /** What a model has read in the text of the seller, with the words that say so; claims, not evidence. */
  facts: CheckedReading["facts"];
  /** What the reading moved the middle by, in percent, and why. */
  adjustmentPercent: number;
  adjustmentReasons: string[];
};

/** The memo of a reading, or the template where there is none. */
export function memoOf(
  reading: CheckedReading | undefined,
  estimate: Pick<Estimate, "grade" | "confidence" | "advice" | "warnings">,
  stats: Pick<ComparableStats, "deals" | "level" | "ofLevel" | "isDefault">,
): Memo {
  if (reading !== undefined) {
    const isMoved = reading.reasons.length > 0;
    return {
      source: "model",
      text: reading.memo,
      facts: reading.facts,
      adjustmentPercent: isMoved ? reading.adjustmentPercent : 0,
      adjustmentReasons: isMoved ? reading.reasons : [],
    };
  }
  return {
    source: "template",
    text: templateOf(estimate, stats),
    facts: [],
    adjustmentPercent: 0,
    adjustmentReasons: [],
  };
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
