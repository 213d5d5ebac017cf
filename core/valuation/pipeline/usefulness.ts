import type { Estimate } from "../engine.ts";

/**
 * High over low beyond which a range says nothing: ten times less and ten times more than the middle are
 * both in it, so that not even the order of magnitude is known.
 */
const MOST_RATIO = 100;

/**
 * An estimate whose range says nothing is for a reviewer, however well founded its figures are, and
 * says first what would narrow it. Any other stays as it is.
 */
export function forReview(estimate: Estimate): Estimate {
  const { low, high, warnings, advice } = estimate;
  if (high / low <= MOST_RATIO) return estimate;
  const steps = advice
    .slice(0, 3)
    .map(({ metrics, action }) => `${action} ${metrics.join(" or ")}`);
  const fix = steps.join("; ") || "wait until more deals of its kind are known";
  const warning = `four of five prices would lie between one and ${Math.round(high / low)} times of the lowest, too wide to be of use; what would narrow it: ${fix}`;
  return { ...estimate, decision: "escalated", warnings: [warning, ...warnings] };
}
