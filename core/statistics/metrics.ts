import type { Metric } from "./metric.ts";

const flow = { version: 1, kind: "flow", whenEmpty: "zero" } as const;
const typical = { version: 1, kind: "flow", whenEmpty: "null" } as const;
const stock = { version: 1, kind: "stock", whenEmpty: "zero" } as const;

/**
 * The value that half (or the given share) of all values do not exceed: one that occurred. Values are
 * collected before they are put in order, because Postgres can then group rows without sorting them.
 */
const percentile = (share: "0.5" | "0.9", value: string, where?: string) =>
  `(SELECT percentile_disc(${share}) WITHIN GROUP (ORDER BY one)
    FROM unnest(array_agg(${value})${where ? ` FILTER (WHERE ${where})` : ""}) AS one)`;

const countWhere = (condition: string) => `count(*) FILTER (WHERE ${condition})`;

/** Share in basis points, rounded down; null of nothing. */
const share = (part: string, whole = "true") =>
  `10000 * ${countWhere(part)} / nullif(${countWhere(whole)}, 0)`;

const outcome = (name: string, word: string, meaning: string) =>
  ({
    ...flow,
    name,
    unit: "count",
    source: "offersEnded",
    aggregate: countWhere(`outcome = '${word}'`),
    meaning,
  }) as const satisfies Metric;

const timeTo = (
  name: string,
  source: "offerMilestones" | "escrowMilestones",
  milestone: string,
  what: string,
) =>
  (
    [
      ["median", "0.5", "Median"],
      ["p90", "0.9", "90th percentile"],
    ] as const
  ).map(
    ([suffix, part, title]) =>
      ({
        ...typical,
        name: `seconds_to_${name}_${suffix}`,
        unit: "seconds",
        source,
        aggregate: percentile(part, "seconds", `milestone = '${milestone}'`),
        meaning: `${title} of the seconds from the creation of a listing to ${what}, of listings for which that moment lies in the period.`,
      }) as const satisfies Metric,
  );

/** Every statistic, in the order in which answers list them. */
export const METRICS: readonly Metric[] = [
  {
    ...flow,
    name: "listings_created",
    unit: "count",
    source: "listings",
    aggregate: "count(*)",
    meaning: "Listings created.",
  },
  {
    ...stock,
    name: "active_listings",
    unit: "count",
    source: "buyableListings",
    aggregate: "coalesce(sum(change), 0)",
    meaning:
      "Listings that can be bought: active on the marketplace, and not sold, in escrow or disputed. The marketplace's own count does not fall after a sale.",
  },
  {
    ...typical,
    name: "median_ask",
    unit: "base_units",
    source: "asks",
    aggregate: percentile("0.5", "units"),
    meaning: "Median of the first asking prices of listings created.",
  },
  {
    ...flow,
    name: "offers_made",
    unit: "count",
    source: "offersMade",
    aggregate: "count(*)",
    meaning: "Offers made with earnest money.",
  },
  outcome("offers_accepted", "accepted", "Offers accepted, those past their expiry included."),
  outcome("offers_rejected", "rejected", "Offers rejected by the seller."),
  outcome(
    "offers_cancelled",
    "cancelled",
    "Offers cancelled, except those that somebody else cancelled after their expiry.",
  ),
  outcome(
    "offers_expired",
    "expired",
    "Offers that passed their expiry and nobody has accepted, rejected or withdrawn, counted at their expiry. The contract can still accept one: it then counts as accepted.",
  ),
  {
    ...typical,
    name: "offer_acceptance_rate",
    unit: "bps",
    source: "offersEnded",
    aggregate: share("outcome = 'accepted'", "outcome <> 'ejected'"),
    meaning:
      "Share of the offers ended or expired in the period that were accepted. Ejected ones do not count.",
  },
  {
    ...flow,
    name: "funded_escrows",
    unit: "count",
    source: "escrowsFunded",
    aggregate: "count(*)",
    meaning: "Escrows whose money became complete.",
  },
  {
    ...flow,
    name: "funded_volume",
    unit: "base_units",
    source: "escrowsFunded",
    aggregate: "coalesce(sum(units), 0)",
    meaning: "Sum of the prices of escrows whose money became complete, whatever became of them.",
  },
  {
    ...flow,
    name: "sales",
    unit: "count",
    source: "escrowsClosed",
    aggregate: countWhere("state = 'completed'"),
    meaning: "Escrows completed: the seller was paid in full.",
  },
  {
    ...flow,
    name: "sale_volume",
    unit: "base_units",
    source: "escrowsClosed",
    aggregate: "coalesce(sum(sold_units), 0)",
    meaning:
      "Gross settled sales: the whole price of completed escrows, fee and retainer included, and of escrows split by a dispute the part that was not refunded.",
  },
  {
    ...typical,
    name: "median_sale",
    unit: "base_units",
    source: "escrowsClosed",
    aggregate: percentile("0.5", "amount_units", "state = 'completed'"),
    meaning: "Median price of completed escrows.",
  },
  {
    ...typical,
    name: "median_discount",
    unit: "bps",
    source: "discounts",
    aggregate: percentile("0.5", "discount_bps"),
    meaning:
      "Median discount of completed escrows to the asking price in force when they were opened, each cut to whole basis points; negative for a premium, -1000000 at the lowest. Only where both prices are in one token.",
  },
  {
    ...stock,
    name: "value_locked",
    unit: "base_units",
    source: "dealMoney",
    aggregate: "coalesce(sum(change), 0)",
    meaning:
      "Money owed to parties of open deals by the rules of the escrow contracts: prices of escrows, retainers in transition, earnest money of offers. What contracts really hold is told by /v1/solvency.",
  },
  {
    ...flow,
    name: "platform_fees",
    unit: "base_units",
    source: "feesPaid",
    aggregate: "coalesce(sum(units), 0)",
    meaning: "Fees that reached the treasury from escrows, by transfers of the token.",
  },
  {
    ...stock,
    name: "stake_locked",
    unit: "base_units",
    source: "stakeMoney",
    aggregate: "coalesce(sum(change), 0)",
    meaning: "Money that sellers have staked, less what was withdrawn, slashed or forfeited.",
  },
  {
    ...flow,
    name: "stake_slashed",
    unit: "base_units",
    source: "stakeMoney",
    aggregate: "coalesce(sum(units) FILTER (WHERE purpose = 'slash'), 0)",
    meaning: "Stake taken from sellers; it stays in the marketplace contract.",
  },
  ...timeTo("first_offer", "offerMilestones", "offer", "the first offer"),
  ...timeTo("acceptance", "offerMilestones", "acceptance", "the first accepted offer"),
  ...timeTo("funding", "escrowMilestones", "funding", "the first escrow with complete money"),
  ...timeTo("sale", "escrowMilestones", "sale", "the first completed escrow"),
  {
    ...typical,
    name: "dispute_rate",
    unit: "bps",
    source: "escrowsFunded",
    aggregate: share("is_disputed"),
    meaning: "Share of the escrows funded in the period that were disputed at any time since.",
  },
  {
    ...typical,
    name: "refund_rate",
    unit: "bps",
    source: "escrowsClosed",
    aggregate: share("state IN ('refunded', 'expired')"),
    meaning: "Share of the escrows closed in the period that gave the whole price back.",
  },
  {
    ...flow,
    name: "handover_timeouts",
    unit: "count",
    source: "timeouts",
    aggregate: countWhere("state = 'expired'"),
    meaning: "Timeouts claimed because the seller did not deliver; the buyer was refunded.",
  },
  {
    ...flow,
    name: "verification_timeouts",
    unit: "count",
    source: "timeouts",
    aggregate: countWhere("state = 'completed'"),
    meaning: "Timeouts claimed because the buyer did not confirm; the seller was paid.",
  },
  {
    ...flow,
    name: "emergency_exits",
    unit: "count",
    source: "emergencyExits",
    aggregate: "count(*)",
    meaning: "Escrows ended by emergency withdrawal or ejection, and offers ejected.",
  },
  {
    ...flow,
    name: "unique_buyers",
    unit: "count",
    source: "escrowsFunded",
    aggregate: "count(DISTINCT buyer)",
    meaning: "Different buyers of the escrows funded. Periods and groups cannot be added up.",
  },
  {
    ...flow,
    name: "unique_sellers",
    unit: "count",
    source: "escrowsFunded",
    aggregate: "count(DISTINCT seller)",
    meaning: "Different sellers of the escrows funded. Periods and groups cannot be added up.",
  },
  {
    ...flow,
    name: "agent_payments",
    unit: "count",
    source: "agentDeposits",
    aggregate: "count(*)",
    meaning: "Payments deposited for agents.",
  },
  {
    ...flow,
    name: "agent_payment_volume",
    unit: "base_units",
    source: "agentDeposits",
    aggregate: "coalesce(sum(units), 0)",
    meaning: "Sum of the payments deposited for agents, whatever became of them.",
  },
  {
    ...flow,
    name: "agent_payment_fees",
    unit: "base_units",
    source: "agentReleases",
    aggregate: "coalesce(sum(units), 0)",
    meaning: "Platform fees of the agent payments released.",
  },
];

/** Names of all statistics. */
export const METRIC_NAMES = METRICS.map(({ name }) => name) as [string, ...string[]];

/** @throws RangeError when no metric has this name */
export function getMetric(name: string): Metric {
  const metric = METRICS.find((candidate) => candidate.name === name);
  if (metric === undefined) throw new RangeError(`There is no metric ${name}`);
  return metric;
}
