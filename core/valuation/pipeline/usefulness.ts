import type { Estimate } from "../engine.ts";
import type { ValuationReason } from "./stages.ts";

/**
 * High over low beyond which a range says nothing: ten times less and ten times more than the middle are
 * both in it, so that not even the order of magnitude is known.
 */
const MOST_RATIO = 100;

/**
 * Why an estimate is of no use to anybody, with what would make it one; undefined for one that is. Such
 * numbers are not shown: three of them look like knowledge, whatever is written beside them.
 */
export function whyUseless({
  low,
  high,
  warnings,
  advice,
}: Pick<Estimate, "low" | "high" | "warnings" | "advice">): ValuationReason | undefined {
  if (high / low <= MOST_RATIO) return undefined;
  const steps = advice
    .slice(0, 3)
    .map(({ metrics, action }) => `${action} ${metrics.join(" or ")}`)
    .join("; ");
  const because = warnings.length === 0 ? "" : `: ${warnings.join("; ")}`;
  return {
    code: "RANGE_TOO_WIDE",
    message: `Four of five prices would lie between one and ${Math.round(high / low)} times of the lowest${because}.`,
    fix: steps === "" ? "wait until more deals of its kind are known" : steps,
  };
}
