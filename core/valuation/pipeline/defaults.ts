import { type Confidence, decide } from "../confidence.ts";
import type { Estimate } from "../engine.ts";

/** Density counts for at most so much where the deals of the marketplace could not be read. */
const MOST_DENSITY = 0.5;

/** The words that such an estimate carries. */
export const DEFAULTS_WARNING =
  "deals of this marketplace could not be read; only the published ones count";

/**
 * An estimate from default deals: less sure of itself, and marked (req 5.129). The range is as it was;
 * what is lowered is the confidence, by its density.
 */
export function withDefaults(estimate: Estimate): Estimate {
  const density = Math.min(estimate.confidence.density, MOST_DENSITY);
  const { completeness, evidence, freshness } = estimate.confidence;
  const score = Math.round(100 * completeness * evidence * freshness * density);
  const confidence: Confidence = { ...estimate.confidence, density, score };
  return {
    ...estimate,
    confidence,
    decision: decide(score),
    warnings: [...estimate.warnings, DEFAULTS_WARNING],
  };
}
