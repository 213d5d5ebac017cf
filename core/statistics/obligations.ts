/** A schema that holds the published views: `indexed` for the API, `analytics` for analysts. */
export type ViewSchema = "indexed" | "analytics";

/** What a contract may owe, by the kind of account in which the money lies. */
export const OBLIGATION_KINDS = [
  "active_offer",
  "created_deposit",
  "funded_escrow",
  "delivered_escrow",
  "transition_retainer",
  "disputed_escrow",
  "stake",
  "agent_payment",
] as const;
export type ObligationKind = (typeof OBLIGATION_KINDS)[number];

/**
 * Base units that escrow `e` in a state still owes to its parties, with its hold `h` and offer `o`
 * joined. After a confirmation only the retainer is left, in a dispute too: that the contract will
 * pay out the whole amount again (trap 22) is a loss of others, not a debt to the parties.
 *
 * @param state SQL of the state, e.g. `e.state`
 */
const owedByEscrow = (state: string): string => `
  CASE ${state}::text
    WHEN 'created' THEN coalesce(o.deposit_units, e.total_funded_units)
    WHEN 'funded' THEN e.amount_units
    WHEN 'delivered' THEN e.amount_units
    WHEN 'transition' THEN coalesce(h.retained_units, 0)
    WHEN 'disputed' THEN coalesce(h.retained_units, e.amount_units)
    ELSE 0
  END`;

const [CREATED, DELIVERED, TRANSITION, DISPUTED] = [
  "created",
  "delivered",
  "transition",
  "disputed",
].map((state) => owedByEscrow(`'${state}'`));

/** What is owed from the first second of a stage to the next one; stages that an escrow skips are null. */
const BEFORE_DISPUTE = `CASE WHEN e.confirmed_at IS NULL THEN ${DELIVERED} ELSE ${TRANSITION} END`;
const BEFORE_END = `CASE WHEN e.disputed_at IS NOT NULL THEN ${DISPUTED}
  WHEN e.funded_at IS NULL THEN ${CREATED} ELSE ${BEFORE_DISPUTE} END`;

/** What each stage of an escrow changed of what is owed: its first second, and base units. */
const OWED_CHANGES = [
  ["e.created_at", CREATED],
  ["e.funded_at", `${DELIVERED} - ${CREATED}`],
  ["e.confirmed_at", `${TRANSITION} - ${DELIVERED}`],
  ["e.disputed_at", `${DISPUTED} - ${BEFORE_DISPUTE}`],
  ["e.closed_at", `-(${BEFORE_END})`],
] as const;

/** By the stage in hand, what each stage has at a place of `OWED_CHANGES`. */
const ofStage = (place: 0 | 1) =>
  `CASE stage.number ${OWED_CHANGES.map((one, index) => `WHEN ${index} THEN ${one[place]}`).join(" ")} END`;

/**
 * Each escrow `e` once for each of its stages: the second at which it began, null if it never did, and
 * by how many base units it changed what is owed. Between the stages that the columns tell nothing
 * changes: what is delivered owes as much as what is funded. One list of numbers for all escrows,
 * because lists made for each of them took half of the statement.
 */
export const OWED_STEP = {
  stages: `(VALUES ${OWED_CHANGES.map((_, index) => `(${index})`).join(", ")}) AS stage (number)`,
  at: ofStage(0),
  change: ofStage(1),
} as const;

/** Base units that escrow `e` owes in its present state. */
export const OWED_NOW = owedByEscrow("e.state");

/** States in which an escrow owes anything, as a list of SQL. */
export const OWING_STATES = "'created', 'funded', 'delivered', 'transition', 'disputed'";

/** Escrows `e` with what `owedByEscrow` needs. */
export const escrowsOwing = (schema: ViewSchema): string => `
  ${schema}.escrow AS e
  LEFT JOIN ${schema}.transition_hold AS h
    ON h.chain_id = e.chain_id AND h.contract = e.contract AND h.escrow_id = e.escrow_id
  LEFT JOIN ${schema}.offer AS o
    ON o.chain_id = e.chain_id AND o.contract = e.contract AND o.offer_id = e.offer_id`;

/**
 * Every open obligation: contract, token, kind, account as in the ledger, and base units owed by the
 * rules of the contract.
 */
export const obligations = (schema: ViewSchema): string => `
  SELECT e.chain_id, e.contract, e.token, 'escrow:' || e.escrow_id AS account,
    CASE e.state::text
      WHEN 'created' THEN 'created_deposit'
      WHEN 'funded' THEN 'funded_escrow'
      WHEN 'delivered' THEN 'delivered_escrow'
      WHEN 'transition' THEN 'transition_retainer'
      ELSE 'disputed_escrow'
    END AS kind,
    ${OWED_NOW} AS owed_units
  FROM ${escrowsOwing(schema)}
  WHERE e.state IN (${OWING_STATES})
  UNION ALL
  SELECT chain_id, contract, token, 'offer:' || offer_id, 'active_offer', deposit_units
  FROM ${schema}.offer WHERE state = 'active'
  UNION ALL
  SELECT s.chain_id, s.contract, c.token, 'stake:' || s.seller, 'stake', s.stake_units
  FROM ${schema}.seller_stake AS s
  LEFT JOIN ${schema}.contract AS c ON c.chain_id = s.chain_id AND c.address = s.contract
  WHERE s.stake_units > 0
  UNION ALL
  SELECT chain_id, contract, token, 'payment:' || payment_id, 'agent_payment', amount_units
  FROM ${schema}.agent_payment WHERE state = 'escrowed'`;
