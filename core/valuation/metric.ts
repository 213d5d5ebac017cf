/**
 * What is known of a business in numbers. Yearly money is in US dollars inside the engine
 * (`currency.ts` converts at the border); numbers here are statistics, never amounts that are paid.
 */
export const METRICS = [
  /** Recurring revenue of the latest month, times twelve; US dollars a year. */
  "recurringRevenue",
  /** Revenue of the last twelve months, US dollars. */
  "revenue",
  /** Profit of the last twelve months before the owner's pay, US dollars; may be negative. */
  "profit",
  /** Age of the business in years. */
  "ageYears",
  /** Visitors in a month. */
  "monthlyVisitors",
  /** Users or customers. */
  "customers",
  /** Change of revenue against the year before, in percent. */
  "growthPercent",
  /** Customers lost in a month, in percent. */
  "churnPercent",
  /** People who work in it. */
  "teamSize",
] as const;

export type MetricName = (typeof METRICS)[number];

/** How a figure is known: signed by an attester, computed from the index, or said by the seller. */
export const EVIDENCE_GRADES = ["attested", "computed", "claimed"] as const;

export type EvidenceGrade = (typeof EVIDENCE_GRADES)[number];

/** Bare figures, without the evidence for them. */
export type Figures = Partial<Record<MetricName, number>>;

/** Money metrics are yearly sums; the others are counts, years and percentages. */
export const MONEY_METRICS: ReadonlySet<MetricName> = new Set([
  "recurringRevenue",
  "revenue",
  "profit",
]);

/** Beyond these nothing is believed: (smallest, largest), both allowed. */
export const METRIC_BOUNDS: Record<MetricName, readonly [number, number]> = {
  recurringRevenue: [0, 1e9],
  revenue: [0, 1e9],
  profit: [-1e9, 1e9],
  ageYears: [0, 60],
  monthlyVisitors: [0, 1e10],
  customers: [0, 1e9],
  growthPercent: [-100, 100_000],
  churnPercent: [0, 100],
  teamSize: [0, 100_000],
};

/** Whether a figure is a number within the bounds of its metric. */
export function isPlausible(metric: MetricName, value: number): boolean {
  const [smallest, largest] = METRIC_BOUNDS[metric];
  return Number.isFinite(value) && value >= smallest && value <= largest;
}
