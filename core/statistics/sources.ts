import { holdOf } from "../../src/protocol/availability.ts";
import { ESCROW_STATES } from "../../src/protocol/states.ts";
import { escrowsOwing, owedByEscrow, type ViewSchema } from "./obligations.ts";

/** By what statistics can be filtered and grouped. */
export const DIMENSIONS = ["marketplace", "token", "verification"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Facts of one kind, each with its second (`at`) and the dimensions that it has. */
export type Source = {
  dimensions: readonly Dimension[];
  /** Query of the facts. */
  sql: (schema: ViewSchema) => string;
};

const ALL = DIMENSIONS;

/** What is told of the listing `l` of an offer or escrow `x`: never joined by number alone (trap 18). */
const listingOf = (schema: ViewSchema, x: string) => `
  ${schema}.listing AS l ON l.chain_id = ${x}.chain_id AND l.contract = ${x}.marketplace
    AND l.listing_id = ${x}.listing_id`;

const LISTING_COLUMNS =
  "l.contract AS marketplace, l.token, l.declared_verification::text AS verification";

/** The level is what the seller declared (trap 7). */
const dealColumns = (x: string) =>
  `${x}.marketplace, ${x}.token, l.declared_verification::text AS verification`;

/** States in which an escrow keeps its listing from being bought. */
const BINDING = ESCROW_STATES.filter((state) => holdOf(state) !== "none")
  .map((state) => `'${state}'`)
  .join(", ");

/** Last second of the year 9999, so that a contract's "never" fits a bigint. */
const LAST_SECOND = "253402300798";

/** Seconds from a listing's creation to the first moment of each kind. */
const firstMoment = (schema: ViewSchema, milestone: string, from: string, moment: string) => `
  SELECT min(${moment}) AS at, ${LISTING_COLUMNS}, '${milestone}' AS milestone,
    min(${moment}) - l.created_at AS seconds
  FROM ${from} JOIN ${listingOf(schema, "x")}
  WHERE ${moment} IS NOT NULL
  GROUP BY l.chain_id, l.contract, l.listing_id, l.token, l.declared_verification, l.created_at`;

/**
 * Where every number comes from. A row counts at its second `at`; of stocks, rows hold changes. The
 * same text runs on `indexed` for the API and on `analytics` for analysts.
 */
export const SOURCES = {
  listings: {
    dimensions: ALL,
    sql: (schema) => `SELECT l.created_at AS at, ${LISTING_COLUMNS} FROM ${schema}.listing AS l`,
  },

  asks: {
    dimensions: ALL,
    sql: (schema) => `
      SELECT p.changed_at AS at, ${LISTING_COLUMNS}, p.price_units AS units
      FROM ${schema}.price_change AS p
      JOIN ${schema}.listing AS l ON l.chain_id = p.chain_id AND l.contract = p.contract
        AND l.listing_id = p.listing_id
      WHERE p.previous_price_units IS NULL`,
  },

  // A sale never changes the listing's own state (traps 3 and 5), so escrows decide with it.
  buyableListings: {
    dimensions: ALL,
    sql: (schema) => `
      SELECT at, marketplace, token, verification, is_buyable - was_buyable AS change
      FROM (
        SELECT *, lag(is_buyable, 1, 0) OVER (
            PARTITION BY chain_id, marketplace, listing_id ORDER BY block_number, log_index
          ) AS was_buyable
        FROM (
          SELECT event.chain_id, event.listing_id, event.block_number, event.log_index, event.at,
            ${LISTING_COLUMNS},
            (sum(event.open) OVER history > 0 AND sum(event.bound) OVER history = 0)::integer
              AS is_buyable
          FROM (
            SELECT chain_id, marketplace, listing_id, block_number, log_index, occurred_at AS at,
              CASE WHEN kind IN ('listing_created', 'listing_resumed') THEN 1 ELSE -1 END AS open,
              0 AS bound
            FROM ${schema}.activity
            WHERE kind IN ('listing_created', 'listing_resumed', 'listing_paused', 'listing_cancelled')
            UNION ALL
            SELECT t.chain_id, e.marketplace, e.listing_id, t.block_number, t.log_index, t.changed_at,
              0, CASE WHEN t.to_state IN (${BINDING}) THEN 1 ELSE -1 END
            FROM ${schema}.escrow_transition AS t
            JOIN ${schema}.escrow AS e ON e.chain_id = t.chain_id AND e.contract = t.contract
              AND e.escrow_id = t.escrow_id
            WHERE (t.to_state IN (${BINDING})) <> coalesce(t.from_state IN (${BINDING}), false)
          ) AS event
          JOIN ${listingOf(schema, "event")}
          WINDOW history AS (
            PARTITION BY event.chain_id, event.marketplace, event.listing_id
            ORDER BY event.block_number, event.log_index
          )
        ) AS moment
      ) AS step
      WHERE is_buyable <> was_buyable`,
  },

  offersMade: {
    dimensions: ALL,
    sql: (schema) => `
      SELECT x.created_at AS at, ${dealColumns("x")}
      FROM ${schema}.offer AS x LEFT JOIN ${listingOf(schema, "x")}`,
  },

  // Expiry is no state (trap 30): an offer counts as expired from the first second after its last
  // one, unless somebody has accepted, rejected or withdrawn it.
  offersEnded: {
    dimensions: ALL,
    sql: (schema) => `
      SELECT CASE WHEN outcome = 'expired' THEN least(expires_at, ${LAST_SECOND})::bigint + 1
          ELSE ended_at END AS at, marketplace, token, verification, outcome
      FROM (
        SELECT x.expires_at, x.ended_at, ${dealColumns("x")},
          CASE
            WHEN x.is_ejected THEN 'ejected'
            WHEN x.is_ended_by_expiry OR x.state = 'active' THEN 'expired'
            ELSE x.state::text
          END AS outcome
        FROM ${schema}.offer AS x LEFT JOIN ${listingOf(schema, "x")}
        WHERE x.state <> 'active' OR x.expires_at IS NOT NULL
      ) AS ended`,
  },

  escrowsFunded: {
    dimensions: ALL,
    sql: (schema) => `
      SELECT x.funded_at AS at, ${dealColumns("x")}, x.buyer, x.seller, x.amount_units AS units,
        x.disputed_at IS NOT NULL AS is_disputed
      FROM ${schema}.escrow AS x LEFT JOIN ${listingOf(schema, "x")}
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
      LEFT JOIN ${listingOf(schema, "x")}
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
      JOIN ${listingOf(schema, "x")} AND l.token = x.token
      CROSS JOIN LATERAL (
        SELECT p.price_units FROM ${schema}.price_change AS p
        WHERE p.chain_id = x.chain_id AND p.contract = x.marketplace
          AND p.listing_id = x.listing_id
          AND (p.block_number, p.log_index) < (x.created_block, x.created_log_index)
        ORDER BY p.block_number DESC, p.log_index DESC LIMIT 1
      ) AS ask
      WHERE x.state = 'completed' AND ask.price_units > 0`,
  },

  milestones: {
    dimensions: ALL,
    sql: (schema) =>
      [
        firstMoment(schema, "offer", `${schema}.offer AS x`, "x.created_at"),
        firstMoment(
          schema,
          "acceptance",
          `(SELECT * FROM ${schema}.offer WHERE state = 'accepted') AS x`,
          "x.ended_at",
        ),
        firstMoment(schema, "funding", `${schema}.escrow AS x`, "x.funded_at"),
        firstMoment(
          schema,
          "sale",
          `(SELECT * FROM ${schema}.escrow WHERE state = 'completed') AS x`,
          "x.closed_at",
        ),
      ].join(" UNION ALL "),
  },

  timeouts: {
    dimensions: ALL,
    sql: (schema) => `
      SELECT t.changed_at AS at, ${dealColumns("x")}, t.to_state::text AS state
      FROM ${schema}.escrow_transition AS t
      JOIN ${schema}.escrow AS x ON x.chain_id = t.chain_id AND x.contract = t.contract
        AND x.escrow_id = t.escrow_id
      LEFT JOIN ${listingOf(schema, "x")}
      WHERE t.cause = 'TimeoutClaimed'`,
  },

  emergencyExits: {
    dimensions: ALL,
    sql: (schema) => `
      SELECT x.closed_at AS at, ${dealColumns("x")}
      FROM ${schema}.escrow AS x LEFT JOIN ${listingOf(schema, "x")} WHERE x.state = 'emergency'
      UNION ALL
      SELECT x.ended_at, ${dealColumns("x")}
      FROM ${schema}.offer AS x LEFT JOIN ${listingOf(schema, "x")} WHERE x.is_ejected`,
  },

  // Confirmations, timeouts and disputes all pay the fee; only the first says so in an event.
  feesPaid: {
    dimensions: ALL,
    sql: (schema) => `
      SELECT m.moved_at AS at, x.marketplace, m.token, l.declared_verification::text AS verification,
        m.amount_units AS units
      FROM ${schema}.token_movement AS m
      JOIN ${schema}.escrow AS x ON x.chain_id = m.chain_id AND x.contract = m.contract
        AND x.escrow_id = m.escrow_id
      LEFT JOIN ${listingOf(schema, "x")}
      WHERE m.purpose = 'platform_fee'`,
  },

  dealMoney: {
    dimensions: ALL,
    sql: (schema) => `
      SELECT t.changed_at AS at, e.marketplace, e.token, l.declared_verification::text AS verification,
        ${owedByEscrow("t.to_state")} - ${owedByEscrow("t.from_state")} AS change
      FROM ${escrowsOwing(schema)}
      JOIN ${schema}.escrow_transition AS t ON t.chain_id = e.chain_id AND t.contract = e.contract
        AND t.escrow_id = e.escrow_id
      LEFT JOIN ${listingOf(schema, "e")}
      UNION ALL
      SELECT x.created_at, ${dealColumns("x")}, x.deposit_units
      FROM ${schema}.offer AS x LEFT JOIN ${listingOf(schema, "x")}
      UNION ALL
      SELECT x.ended_at, ${dealColumns("x")}, -x.deposit_units
      FROM ${schema}.offer AS x LEFT JOIN ${listingOf(schema, "x")} WHERE x.ended_at IS NOT NULL`,
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
