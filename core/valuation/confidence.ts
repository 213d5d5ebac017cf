import type { EvidenceGrade, MetricName } from "./metric.ts";
import type { Intake } from "./subject.ts";

/**
 * Confidence by the table of docs/valuation.md: four factors of 0 to 1, multiplied, times 100. It says
 * how well an estimate is founded. It is no hit rate: the interval is.
 */
export type Confidence = {
  /** 0 to 100, whole. */
  score: number;
  /** Weight of the fields that are present. */
  completeness: number;
  /** Weakness of their evidence: attested 1, computed 0.8, claimed 0.5. */
  evidence: number;
  /** Age of that evidence. */
  freshness: number;
  /** How many deals resemble the business. */
  density: number;
};

/** What happens with an estimate (domain.md F.1: 80 and above, 60 to 80, below 60). */
export const DECISIONS = ["published", "marked", "escalated"] as const;

export type Decision = (typeof DECISIONS)[number];

/** Fields that count; where several are named, the best of them does. They add up to 1. */
export const FIELDS: readonly { metrics: readonly MetricName[]; weight: number }[] = [
  { metrics: ["profit"], weight: 0.3 },
  { metrics: ["revenue", "recurringRevenue"], weight: 0.25 },
  { metrics: ["ageYears"], weight: 0.15 },
  { metrics: ["monthlyVisitors"], weight: 0.1 },
  { metrics: ["growthPercent"], weight: 0.1 },
  { metrics: ["customers", "churnPercent"], weight: 0.05 },
  { metrics: ["teamSize"], weight: 0.05 },
];

const GRADE_FACTOR: Record<EvidenceGrade, number> = { attested: 1, computed: 0.8, claimed: 0.5 };
const FRESHNESS: readonly (readonly [days: number, factor: number])[] = [
  [31, 1],
  [92, 0.9],
  [183, 0.75],
  [366, 0.5],
];
const OLDEST = 0.25;
const DENSITY: readonly (readonly [count: number, factor: number])[] = [
  [12, 1],
  [8, 0.95],
  [5, 0.85],
  [3, 0.7],
  [1, 0.5],
];
const NOBODY_NEAR = 0.3;
/** Figures that cannot be true together are worth half. */
const CONTRADICTED = 0.5;

/**
 * The score of an intake. Better or fresher evidence for the same figures never lowers it: evidence is
 * weighed over the fields present, freshness over their evidence, so the product only grows.
 *
 * @param near how many deals resemble the business
 */
export function confidenceOf(
  { evidence, contradictions }: Pick<Intake, "evidence" | "contradictions">,
  near: number,
): Confidence {
  let present = 0;
  let graded = 0;
  let fresh = 0;
  for (const { metrics, weight } of FIELDS) {
    const found = metrics
      .flatMap((metric) => evidence[metric] ?? [])
      .map((one) => ({
        grade: GRADE_FACTOR[one.grade],
        worth: GRADE_FACTOR[one.grade] * freshnessAfter(one.ageDays),
      }))
      .sort((a, b) => b.worth - a.worth)[0];
    if (found === undefined) continue;
    present += weight;
    graded += weight * found.grade;
    fresh += weight * found.worth;
  }
  const trust = contradictions.length > 0 ? CONTRADICTED : 1;
  const completeness = present;
  const evidenceFactor = present === 0 ? 0 : (graded / present) * trust;
  const freshness = graded === 0 ? 0 : fresh / graded;
  const density = DENSITY.find(([count]) => near >= count)?.[1] ?? NOBODY_NEAR;
  const product = completeness * evidenceFactor * freshness * density;
  return {
    score: Math.round(100 * product),
    completeness,
    evidence: evidenceFactor,
    freshness,
    density,
  };
}

/** What the score lets an estimate be. */
export function decide(score: number): Decision {
  if (score >= 80) return "published";
  return score >= 60 ? "marked" : "escalated";
}

function freshnessAfter(days: number): number {
  return FRESHNESS.find(([most]) => days <= most)?.[1] ?? OLDEST;
}
