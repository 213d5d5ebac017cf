import type pg from "pg";
import { ESCROW_CONTRACT, insertRows, MARKETPLACE, type SeededTable, START } from "./rows.ts";

/** How many rows each table gets: enough that reading all of one would show. */
export const MANY = 20_000;

const address = "'0x' || lpad(to_hex(n), 40, '0')";
const hash = "'0x' || lpad(to_hex(n), 64, '0')";
/** One of a few thousand, so that each has some rows. */
const someone = "'0x' || lpad(to_hex(n % 4000), 40, '0')";
const second = `${START} + n`;

/**
 * What differs from row to row, as SQL over `n`: keys, times, amounts and parties are spread as a
 * market spreads them, and a state that is rare stays rare.
 */
const SPREAD: Partial<Record<SeededTable, Readonly<Record<string, string>>>> = {
  listing: {
    ...{ listing_id: "n", seller: someone, created_at: second, updated_at: second },
    ...{
      created_block: "n",
      updated_block: "n",
      asking_price_units: "n",
      active_offer_count: "n % 50",
    },
    ...{ highest_offer_units: "nullif(n % 50, 0)", title: "'Shop number ' || n" },
    state: "CASE WHEN n % 100 = 0 THEN 'paused' ELSE 'active' END",
    availability: "CASE WHEN n % 100 = 0 THEN 'paused' ELSE 'for_sale' END",
    declared_verification: "CASE WHEN n % 100 = 0 THEN 'enhanced' ELSE 'basic' END",
    is_build_id_verified: "n % 100 = 0",
  },
  offer: {
    ...{ offer_id: "n", listing_id: "n % 4000", buyer: someone, price_units: "n" },
    ...{ created_at: second, updated_at: second, created_block: "n", updated_block: "n" },
    expires_at: `${START} + n * 10`,
    state: "CASE WHEN n % 100 = 0 THEN 'accepted' ELSE 'active' END",
    escrow_id: "CASE WHEN n % 100 = 0 THEN n END",
  },
  escrow: {
    ...{
      escrow_id: "n",
      listing_id: "n % 4000",
      buyer: someone,
      seller: someone,
      amount_units: "n",
    },
    ...{ created_at: second, updated_at: second, created_block: "n", updated_block: "n" },
    ...{ handover_deadline: `${START} + n * 10`, verify_deadline: `${START} + n * 20` },
    state: "CASE WHEN n % 100 = 0 THEN 'disputed' ELSE 'funded' END",
    origin: "CASE WHEN n % 100 = 0 THEN 'offer' ELSE 'direct' END",
    offer_id: "CASE WHEN n % 100 = 0 THEN n END",
  },
  dispute: {
    ...{ escrow_id: "n", initiator: someone, created_at: second, updated_block: "n" },
    response_deadline: `${START} + n * 10`,
    resolution: "CASE WHEN n % 100 = 0 THEN 'pending' ELSE 'full_refund' END",
    origin: "CASE WHEN n % 100 = 0 THEN 'transition_issue' ELSE 'raised' END",
  },
  transition_hold: {
    ...{
      escrow_id: "n",
      created_at: second,
      release_time: `${START} + n * 10`,
      updated_block: "n",
    },
    ...{ is_released: "n % 100 = 0", is_claimed: "n % 100 = 0" },
  },
  seller: {
    ...{ seller: address, first_seen_at: second, last_heartbeat_at: second, updated_block: "n" },
    ...{ completed_sale_count: "n % 50", listing_count: "n % 50", is_genesis: "n % 100 = 0" },
    ...{ is_active: "n % 100 <> 0", is_paused: "n % 100 = 0" },
    declared_verification: "CASE WHEN n % 100 = 0 THEN 'enhanced' ELSE 'basic' END",
  },
  price_change: { listing_id: "n % 4000", block_number: "n", changed_at: second, tx_hash: hash },
  agent: {
    ...{ agent_id: "n", developer: someone, registered_at: second, payment_count: "n % 50" },
    updated_block: "n",
  },
  agent_payment: {
    ...{ payment_id: hash, payer: someone, developer: someone, agent_id: "n % 400" },
    ...{ amount_units: "n", created_at: second, expires_at: second, updated_block: "n" },
    state: "CASE WHEN n % 100 = 0 THEN 'refunded' ELSE 'escrowed' END",
  },
  entitlement_token: { token_id: "n", agent_id: "n % 400", created_at: second, updated_block: "n" },
  entitlement: { token_id: "n", holder: someone, created_at: second, updated_block: "n" },
  contract: {
    ...{ address, first_seen_block: "n", updated_block: "n" },
    kind: "CASE WHEN n % 100 = 0 THEN 'escrow' ELSE 'marketplace' END",
  },
  token: { address, first_seen_block: "n", symbol: "'T' || n % 400" },
  activity: {
    ...{ block_number: "n", block_hash: hash, tx_hash: hash, occurred_at: second },
    ...{ sender: someone, actor: someone, listing_id: "n % 4000", escrow_id: "n % 4000" },
    kind: "CASE WHEN n % 100 = 0 THEN 'listing_paused' ELSE 'listing_created' END",
    contract: `CASE WHEN n % 100 = 0 THEN '${ESCROW_CONTRACT}' ELSE '${MARKETPLACE}' END`,
    contract_kind: "CASE WHEN n % 100 = 0 THEN 'escrow' ELSE 'marketplace' END",
  },
};

/** Fills release A with many rows of everything that lists show, and lets the planner know. */
export async function fillManyRows(client: pg.ClientBase): Promise<void> {
  await client.query("SET synchronous_commit = off");
  for (const [name, spread] of Object.entries(SPREAD)) {
    // The keys are those of the declaration above.
    await multiply(client, name as SeededTable, spread);
  }
  await client.query("ANALYZE");
}

/** One complete row as a pattern, and from it all others, in one statement. */
async function multiply(
  client: pg.ClientBase,
  table: SeededTable,
  spread: Readonly<Record<string, string>>,
): Promise<void> {
  const name = `release_a.${table}`;
  await insertRows(client, "release_a", table, [{}]);
  const { rows } = await client.query<{ pattern: object }>(
    `SELECT to_jsonb(pattern) AS pattern FROM ${name} AS pattern`,
  );
  await client.query(`TRUNCATE ${name}`);
  const pairs = Object.entries(spread).map(([column, value]) => `'${column}', ${value}`);
  await client.query(
    `INSERT INTO ${name} SELECT made.* FROM generate_series(1, ${MANY}) AS n,
       jsonb_populate_record(NULL::${name}, $1::jsonb || jsonb_build_object(${pairs.join(", ")})) AS made`,
    [rows[0]?.pattern],
  );
}
