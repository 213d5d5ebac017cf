import type { Explanation } from "../../../core/valuation/pipeline/stages.ts";

const DIGITS = 3;

/** Three significant digits: an estimate knows no more, and nobody reads seventeen. */
const rounded = (value: number): number => Number(value.toPrecision(DIGITS));

/**
 * What explains an estimate, as people read it: each part in the order of its schema, which a column of
 * JSON does not keep, and with as many digits as mean something.
 */
export function toExplained(estimate: Explanation) {
  const { confidence } = estimate;
  return {
    confidence: {
      score: confidence.score,
      completeness: rounded(confidence.completeness),
      evidence: rounded(confidence.evidence),
      freshness: rounded(confidence.freshness),
      density: rounded(confidence.density),
    },
    comparables: estimate.comparables.map(
      ({ id, source, category, year, soldUsd, carriedUsd, weight, distance, alike, unlike }) => ({
        ...{ id, source, category, ...(year === undefined ? {} : { year }) },
        // The price that was paid stays as it was, cents included.
        soldUsd: Math.round(soldUsd * 100) / 100,
        carriedUsd: rounded(carriedUsd),
        weight: rounded(weight),
        distance: rounded(distance),
        ...{ alike, unlike },
      }),
    ),
    contributions: estimate.contributions.map(({ feature, factor }) => ({
      feature,
      factor: rounded(factor),
    })),
    verifyNext: estimate.advice.map(({ metrics, action, confidenceGain, rangeFactor }) => ({
      metrics: [...metrics],
      ...{ action, confidenceGain, rangeFactor: rounded(rangeFactor) },
    })),
    guardrails: estimate.guardrails.map(({ rule, edge, fromUsd, toUsd }) => ({
      ...{ rule, edge, fromUsd: rounded(fromUsd), toUsd: rounded(toUsd) },
    })),
  };
}
