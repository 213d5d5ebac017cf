import { holdOf } from "../../src/protocol/availability.ts";
import { type Availability, TERMINAL_ESCROW_STATES } from "../../src/protocol/states.ts";
import { escrowsOwing, OWED_NOW, OWED_STEP, OWING_STATES, type ViewSchema } from "./obligations.ts";

/** By what statistics can be filtered and grouped. */
export const DIMENSIONS = ["marketplace", "token", "verification", "category"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Facts of one kind, each with its second (`at`) and the dimensions that it has. */
export type Source = {
  dimensions: readonly Dimension[];
  /**
   * Query of the facts; of a stock several that have its changes between them, each added up in a
   * statement of its own so that none takes long. Whatever a dimension is read from is left out by
   * Postgres where nobody asks for it.
   */
  sql: (schema: ViewSchema) => string | readonly string[];
  /**
   * Of a stock, what its changes have come to by the newest fact: rows with the same columns but `at`,
   * read from present states at a fraction of the work. A test holds both to the same sums.
   */
  present?: (schema: ViewSchema) => string;
};

const ALL = DIMENSIONS;

/** Profiles of listings lie beside the index; analysts have a view of them. */
const PROFILES: Record<ViewSchema, string> = {
  indexed: "app.listing_profile",
  analytics: "analytics.listing_profile",
};

/** What is told now of the listing of a row `x`, not at the time of a fact. */
const profileOf = (schema: ViewSchema, x: string, contract: string) => `
  LEFT JOIN ${PROFILES[schema]} AS profile ON profile.chain_id = ${x}.chain_id
    AND profile.contract = ${x}.${contract} AND profile.listing_id = ${x}.listing_id`;

/**
 * The listing `l` of an offer or escrow `x`, and its profile. Neither is joined by number alone (trap
 * 18), and each by what the row itself holds, so that Postgres reads only the one that is asked for.
 */
const listingOf = (schema: ViewSchema, x: string) => `
  LEFT JOIN ${schema}.listing AS l ON l.chain_id = ${x}.chain_id
    AND l.contract = ${x}.marketplace AND l.listing_id = ${x}.listing_id
  ${profileOf(schema, x, "marketplace")}`;

/** What the listing `l` and its profile decide by which a fact counts. */
const TOLD_COLUMNS = "l.declared_verification AS verification, profile.category";

const LISTING_COLUMNS = `l.contract AS marketplace, l.token, ${TOLD_COLUMNS}`;

/** Listings `l`, each with its profile. */
const listings = (schema: ViewSchema) =>
  `${schema}.listing AS l ${profileOf(schema, "l", "contract")}`;

/** The level is what the seller declared (trap 7). */
const dealColumns = (x: string) => `${x}.marketplace, ${x}.token, ${TOLD_COLUMNS}`;

/** Last states of an escrow that let its listing be bought again; whatever comes before binds it. */
const FREEING = TERMINAL_ESCROW_STATES.filter((state) => holdOf(state) === "none")
  .map((state) => `'${state}'`)
  .join(", ");

/** Of a listing that can be bought; an offer on it binds nobody. */
const BUYABLE = (["for_sale", "under_offer"] as const satisfies Availability[])
  .map((availability) => `'${availability}'`)
  .join(", ");

/** Last second of the year 9999, so that a contract's "never" fits a bigint. */
const LAST_SECOND = "253402300798";

/** Seconds from a listing's creation to the first moments of its offers or of its escrows. */
const firstMoments = (
  schema: ViewSchema,
  table: "offer" | "escrow",
  moments: Readonly<Record<string, string>>,
) => {
  const names = Object.keys(moments);
  const columns = Object.entries(moments).map(([name, moment]) => `min(${moment}) AS ${name}`);
  return `
  SELECT step.at, ${LISTING_COLUMNS}, step.milestone, step.at - l.created_at AS seconds
  FROM (
    SELECT chain_id, marketplace, listing_id, ${columns.join(", ")}
    FROM ${schema}.${table} GROUP BY chain_id, marketplace, listing_id
  ) AS x
  ${listingOf(schema, "x")}
  CROSS JOIN LATERAL (VALUES ${names.map((name) => `('${name}', x.${name})`).join(", ")})
    AS step (milestone, at)
  WHERE step.at IS NOT NULL AND l.created_at IS NOT NULL`;
};

/**
 * Where every number comes from. A row counts at its second `at`; of stocks, rows hold changes. The
 * same text runs on `indexed` for the API and on `analytics` for analysts.
 */
export const SOURCES = {
  listings: {
    dimensions: ALL,
    sql: (schema) => `SELECT l.created_at AS at, ${LISTING_COLUMNS} FROM ${listings(schema)}`,
  },

  asks: {
    dimensions: ALL,
    sql: (schema) => `
      SELECT l.created_at AS at, ${LISTING_COLUMNS}, l.initial_price_units AS units
      FROM ${listings(schema)}`,
  },

  // A sale never changes the listing's own state (traps 3 and 5), so escrows decide with it. Every
  // listing begins as one that can be bought; only those that something happened to have a history.
  // All events of one second count at once, so their order within it does not matter. Partitions begin
  // with the number of the listing, which tells most of them apart, so that sorting compares no text.
  // OFFSET 0 has the few listings that changed looked up one by one, not the whole table joined.
  buyableListings: {
    dimensions: ALL,
    sql: (schema) => [
      `SELECT l.created_at AS at, ${LISTING_COLUMNS}, 1 AS change FROM ${listings(schema)}`,
      `SELECT step.at, changed.marketplace, changed.token, changed.verification, changed.category,
        step.is_buyable - step.was_buyable AS change
      FROM (
        SELECT *, lag(is_buyable, 1, 1) OVER history AS was_buyable
        FROM (
          SELECT chain_id, marketplace, listing_id, at,
            (1 + sum(open) OVER history > 0 AND sum(bound) OVER history = 0)::integer AS is_buyable
          FROM (
            SELECT chain_id, marketplace, listing_id, occurred_at AS at,
              CASE WHEN kind = 'listing_resumed' THEN 1 ELSE -1 END AS open, 0 AS bound
            FROM ${schema}.activity
            WHERE kind IN ('listing_resumed', 'listing_paused', 'listing_cancelled')
            UNION ALL
            SELECT chain_id, marketplace, listing_id, created_at, 0, 1 FROM ${schema}.escrow
            UNION ALL
            SELECT chain_id, marketplace, listing_id, closed_at, 0, -1 FROM ${schema}.escrow
            WHERE state IN (${FREEING})
          ) AS event
          WINDOW history AS (PARTITION BY listing_id, marketplace, chain_id ORDER BY at)
        ) AS moment
        WINDOW history AS (PARTITION BY listing_id, marketplace, chain_id ORDER BY at)
      ) AS step
      CROSS JOIN LATERAL (
        SELECT ${LISTING_COLUMNS} FROM ${listings(schema)}
        WHERE l.chain_id = step.chain_id AND l.contract = step.marketplace
          AND l.listing_id = step.listing_id
        OFFSET 0
      ) AS changed
      WHERE step.is_buyable <> step.was_buyable`,
    ],
    present: (schema) => `
      SELECT ${LISTING_COLUMNS}, 1 AS change
      FROM ${listings(schema)}
      WHERE l.availability IN (${BUYABLE})`,
  },

  offersMade: {
    dimensions: ALL,
    sql: (schema) => `
      SELECT x.created_at AS at, ${dealColumns("x")}
      FROM ${schema}.offer AS x ${listingOf(schema, "x")}`,
  },

  // Expiry is no state (trap 30): an offer counts as expired from the first second after its last
  // one, unless somebody has accepted, rejected or withdrawn it.
  offersEnded: {
    dimensions: ALL,
    sql: (schema) => `
      SELECT CASE WHEN outcome = 'expired' THEN least(expires_at, ${LAST_SECOND})::bigint + 1
          ELSE ended_at END AS at, marketplace, token, verification, category, outcome
      FROM (
        SELECT x.expires_at, x.ended_at, ${dealColumns("x")},
          CASE
            WHEN x.is_ejected THEN 'ejected'
            WHEN x.is_ended_by_expiry OR x.state = 'active' THEN 'expired'
            ELSE x.state::text
          END AS outcome
        FROM ${schema}.offer AS x ${listingOf(schema, "x")}
        WHERE x.state <> 'active' OR x.expires_at IS NOT NULL
      ) AS ended`,
  },

  escrowsFunded: {
    dimensions: ALL,
    sql: (schema) => `
      SELECT x.funded_at AS at, ${dealColumns("x")}, x.buyer, x.seller, x.amount_units AS units,
        x.disputed_at IS NOT NULL AS is_disputed
      FROM ${schema}.escrow AS x ${listingOf(schema, "x")}
      WHERE x.funded_at IS NOT NULL`,
  },

  // The price is what was sold, not what FundsReleased says (trap 20); refunds come from transfers
  // (trap 21).
  escrowsClosed: {
    dimensions: ALL,
    sql: (schema) => `
      SELECT x.closed_at AS at, ${dealColumns("x")}, x.state::text AS state, x.amount_units,
        CASE x.state::text
          WHEN 'completed' THEN x.amount_units
          WHEN 'resolved' THEN greatest(x.amount_units - coalesce(d.refunded_units, 0), 0)
          ELSE 0
        END AS sold_units
      FROM ${schema}.escrow AS x
      ${listingOf(schema, "x")}
      LEFT JOIN ${schema}.dispute AS d ON d.chain_id = x.chain_id AND d.contract = x.contract
        AND d.escrow_id = x.escrow_id
      WHERE x.closed_at IS NOT NULL`,
  },

  // Prices in different tokens cannot be compared (trap 26).
  discounts: {
    dimensions: ALL,
    sql: (schema) => `
      SELECT x.closed_at AS at, ${dealColumns("x")},
        greatest(div((ask.price_units - x.amount_units) * 10000, ask.price_units), -1000000)
          AS discount_bps
      FROM ${schema}.escrow AS x
      ${listingOf(schema, "x")}
      CROSS JOIN LATERAL (
        SELECT p.price_units FROM ${schema}.price_change AS p
        WHERE p.chain_id = x.chain_id AND p.contract = x.marketplace
          AND p.listing_id = x.listing_id
          AND (p.block_number, p.log_index) < (x.created_block, x.created_log_index)
        ORDER BY p.block_number DESC, p.log_index DESC LIMIT 1
      ) AS ask
      WHERE x.state = 'completed' AND l.token = x.token AND ask.price_units > 0`,
  },

  offerMilestones: {
    dimensions: ALL,
    sql: (schema) =>
      firstMoments(schema, "offer", {
        offer: "created_at",
        acceptance: "CASE WHEN state = 'accepted' THEN ended_at END",
      }),
  },

  escrowMilestones: {
    dimensions: ALL,
    sql: (schema) =>
      firstMoments(schema, "escrow", {
        funding: "funded_at",
        sale: "CASE WHEN state = 'completed' THEN closed_at END",
      }),
  },

  // Nothing else ends as expired, or completes without a confirmation or a dispute (domain A.8).
  timeouts: {
    dimensions: ALL,
    sql: (schema) => `
      SELECT x.closed_at AS at, ${dealColumns("x")}, x.state::text AS state
      FROM ${schema}.escrow AS x
      ${listingOf(schema, "x")}
      WHERE x.state = 'expired'
        OR (x.state = 'completed' AND x.confirmed_at IS NULL AND x.disputed_at IS NULL)`,
  },

  emergencyExits: {
    dimensions: ALL,
    sql: (schema) => `
      SELECT x.closed_at AS at, ${dealColumns("x")}
      FROM ${schema}.escrow AS x ${listingOf(schema, "x")} WHERE x.state = 'emergency'
      UNION ALL
      SELECT x.ended_at, ${dealColumns("x")}
      FROM ${schema}.offer AS x ${listingOf(schema, "x")} WHERE x.is_ejected`,
  },

  // Confirmations, timeouts and disputes all pay the fee; only the first says so in an event.
  feesPaid: {
    dimensions: ALL,
    sql: (schema) => `
      SELECT m.moved_at AS at, x.marketplace, m.token, ${TOLD_COLUMNS},
        m.amount_units AS units
      FROM ${schema}.token_movement AS m
      JOIN ${schema}.escrow AS x ON x.chain_id = m.chain_id AND x.contract = m.contract
        AND x.escrow_id = m.escrow_id
      ${listingOf(schema, "x")}
      WHERE m.purpose = 'platform_fee'`,
  },

  dealMoney: {
    dimensions: ALL,
    sql: (schema) =>
      [
        `SELECT ${OWED_STEP.at} AS at, e.chain_id, e.marketplace, e.listing_id, e.token,
          ${OWED_STEP.change} AS change
        FROM ${escrowsOwing(schema)}
        CROSS JOIN ${OWED_STEP.stages}`,
        `SELECT created_at AS at, chain_id, marketplace, listing_id, token, deposit_units AS change
        FROM ${schema}.offer
        UNION ALL
        SELECT ended_at, chain_id, marketplace, listing_id, token, -deposit_units
        FROM ${schema}.offer`,
      ].map(
        (steps) => `
      SELECT step.at, ${dealColumns("step")}, step.change
      FROM (${steps}) AS step
      ${listingOf(schema, "step")}
      WHERE step.at IS NOT NULL AND step.change <> 0`,
      ),
    present: (schema) => `
      SELECT ${dealColumns("owed")}, owed.change
      FROM (
        SELECT e.chain_id, e.marketplace, e.listing_id, e.token, ${OWED_NOW} AS change
        FROM ${escrowsOwing(schema)} WHERE e.state IN (${OWING_STATES})
        UNION ALL
        SELECT chain_id, marketplace, listing_id, token, deposit_units
        FROM ${schema}.offer WHERE state = 'active'
      ) AS owed
      ${listingOf(schema, "owed")}`,
  },

  stakeMoney: {
    dimensions: ["marketplace", "token"],
    sql: (schema) => `
      SELECT moved_at AS at, contract AS marketplace, token, purpose::text AS purpose,
        amount_units AS units,
        CASE WHEN purpose = 'stake' THEN amount_units ELSE -amount_units END AS change
      FROM ${schema}.token_movement
      WHERE purpose IN ('stake', 'stake_withdrawal', 'stake_emergency', 'stake_forfeited', 'slash')`,
  },

  agentDeposits: {
    dimensions: ["token"],
    sql: (schema) =>
      `SELECT created_at AS at, token, amount_units AS units FROM ${schema}.agent_payment`,
  },

  agentReleases: {
    dimensions: ["token"],
    sql: (schema) => `
      SELECT settled_at AS at, token, coalesce(platform_fee_units, 0) AS units
      FROM ${schema}.agent_payment WHERE state = 'released'`,
  },
} as const satisfies Record<string, Source>;

export type SourceName = keyof typeof SOURCES;

/** Queries that have the facts of a source between them. */
export function factsOf(source: SourceName, schema: ViewSchema): readonly string[] {
  return [SOURCES[source].sql(schema)].flat();
}

/** Sources whose facts come about by the clock, without anything that happens on the chain. */
export const CLOCK_SOURCES: ReadonlySet<SourceName> = new Set(["offersEnded"]);
