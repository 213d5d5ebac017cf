import type { Statements } from "../../jobs/add-job.ts";
import type { EXCLUSIONS } from "./outcome.ts";

/** By what deals are grouped; `all` is everything together. */
export const TRACK_DIMENSIONS = ["all", "category", "grade", "horizon"] as const;

export type TrackDimension = (typeof TRACK_DIMENSIONS)[number];

/** How far one way to a price was off in one group of deals; shares and errors as decimal text. */
export type TrackRow = {
  dimension: TrackDimension;
  /** Which category, grade or horizon; null for all. */
  value: string | null;
  /** `estimate`, `asking price` or the name of a rule of thumb. */
  way: string;
  deals: bigint;
  medianError: string;
  /** 95 % interval; null of fewer than six deals. */
  medianErrorLow: string | null;
  medianErrorHigh: string | null;
  within10: string;
  within20: string;
  within20Low: string;
  within20High: string;
  within30: string;
  medianBias: string;
  inside: bigint;
  /** Null for ways without a range, as the next three. */
  coverage: string | null;
  coverageLow: string | null;
  coverageHigh: string | null;
  medianWidth: string | null;
};

/** Closed escrows that count, and those that do not, with the reason. */
export type OutcomeCounts = {
  closed: number;
  scored: number;
  /** At arm's length, with no blind estimate before the price was known. */
  withoutEstimate: number;
  excluded: Partial<Record<(typeof EXCLUSIONS)[number], number>>;
};

/**
 * Errors of blind estimates on deals that closed later, with asks and rules of thumb on the same deals:
 * all of them, then by category, grade and horizon, each in the order of the number of deals.
 */
export async function readTrackRecord(db: Statements): Promise<TrackRow[]> {
  const { rows } = await db.query<TrackRow>(
    `SELECT dimension, value, way, deals, median_error AS "medianError",
       median_error_low AS "medianErrorLow", median_error_high AS "medianErrorHigh",
       within_10 AS "within10", within_20 AS "within20", within_20_low AS "within20Low",
       within_20_high AS "within20High", within_30 AS "within30", median_bias AS "medianBias",
       inside, coverage, coverage_low AS "coverageLow", coverage_high AS "coverageHigh",
       median_width AS "medianWidth"
     FROM app.valuation_track_record
     ORDER BY array_position(ARRAY['all', 'category', 'grade', 'horizon'], dimension),
       deals DESC, value, way = 'estimate' DESC, way`,
  );
  return rows;
}

/** How many closed escrows are written down, and what became of them. */
export async function countOutcomes(db: Statements): Promise<OutcomeCounts> {
  const { rows } = await db.query<{
    reason: keyof OutcomeCounts["excluded"] | null;
    isScored: boolean;
    count: number;
  }>(
    `SELECT excluded_because AS reason, sequence IS NOT NULL AS "isScored", count(*)::integer AS count
     FROM app.estimate_outcome GROUP BY 1, 2`,
  );
  const counts: OutcomeCounts = { closed: 0, scored: 0, withoutEstimate: 0, excluded: {} };
  for (const { reason, isScored, count } of rows) {
    counts.closed += count;
    if (reason !== null) counts.excluded[reason] = (counts.excluded[reason] ?? 0) + count;
    else if (isScored) counts.scored += count;
    else counts.withoutEstimate += count;
  }
  return counts;
}
