import type pg from "pg";

/** Addresses of the test market, in lower case as they are stored. */
export const MARKETPLACE = `0x${"a1".repeat(20)}` as const;
export const ESCROW_CONTRACT = `0x${"b2".repeat(20)}` as const;
export const TOKEN = `0x${"c3".repeat(20)}` as const;
export const SELLER = `0x${"d4".repeat(20)}` as const;
export const BUYER = `0x${"e5".repeat(20)}` as const;
export const AGENT_ESCROW = `0x${"f6".repeat(20)}` as const;
export const ENTITLEMENTS_CONTRACT = `0x${"a7".repeat(20)}` as const;
export const CHAIN_ID = 31_337;

/** Unix seconds at which the test market began. */
export const START = 1_700_000_000n;

const hash = (number: number) => `0x${number.toString(16).padStart(64, "0")}`;

type Row = Record<string, unknown>;

/** Complete rows by table: a test states only what it is about. */
const DEFAULTS = {
  token: {
    chain_id: CHAIN_ID,
    address: TOKEN,
    name: "Test Dollar",
    symbol: "TUSD",
    decimals: 6,
    first_seen_block: 1,
  },
  listing: {
    chain_id: CHAIN_ID,
    contract: MARKETPLACE,
    listing_id: 0,
    seller: SELLER,
    title: "A bakery",
    metadata_uri: "ipfs://bakery",
    asking_price_units: 1_500_000,
    initial_price_units: 1_500_000,
    token: TOKEN,
    declared_verification: "basic",
    state: "active",
    availability: "for_sale",
    build_id: "build-1",
    is_build_id_verified: false,
    ip_assignment_hash: hash(1),
    ip_signed_at: START,
    open_escrow_count: 0,
    sold_escrow_count: 0,
    disputed_escrow_count: 0,
    escrow_count: 0,
    active_offer_count: 0,
    price_change_count: 0,
    created_at: START,
    created_block: 10,
    created_log_index: 0,
    created_tx_hash: hash(10),
    updated_at: START,
    updated_block: 10,
  },
  offer: {
    chain_id: CHAIN_ID,
    contract: ESCROW_CONTRACT,
    offer_id: 1,
    marketplace: MARKETPLACE,
    listing_id: 0,
    buyer: BUYER,
    token: TOKEN,
    price_units: 1_400_000,
    deposit_units: 70_000,
    state: "active",
    expires_at: START + 86_400n,
    is_ended_by_expiry: false,
    is_ejected: false,
    created_at: START + 10n,
    created_block: 20,
    created_log_index: 1,
    created_tx_hash: hash(20),
    updated_at: START + 10n,
    updated_block: 20,
  },
  escrow: {
    chain_id: CHAIN_ID,
    contract: ESCROW_CONTRACT,
    escrow_id: 1,
    marketplace: MARKETPLACE,
    listing_id: 0,
    buyer: BUYER,
    seller: SELLER,
    token: TOKEN,
    origin: "direct",
    state: "funded",
    amount_units: 1_500_000,
    platform_fee_units: 37_500,
    seller_payout_units: 1_462_500,
    total_funded_units: 1_500_000,
    deposited_at: START + 20n,
    handover_deadline: START + 259_220n,
    is_verification_extended: false,
    is_emergency_exit: false,
    paid_to_buyer_units: 0,
    paid_to_seller_units: 0,
    paid_to_treasury_units: 0,
    paid_to_safety_units: 0,
    transition_count: 2,
    funded_at: START + 20n,
    created_at: START + 20n,
    created_block: 30,
    created_log_index: 2,
    created_tx_hash: hash(30),
    updated_at: START + 20n,
    updated_block: 30,
  },
  transition_hold: {
    chain_id: CHAIN_ID,
    contract: ESCROW_CONTRACT,
    escrow_id: 1,
    retained_units: 146_250,
    release_time: START + 2_000_000n,
    is_released: false,
    is_claimed: false,
    assistance_notes: "",
    created_at: START + 30n,
    updated_block: 31,
  },
  dispute: {
    chain_id: CHAIN_ID,
    contract: ESCROW_CONTRACT,
    escrow_id: 1,
    origin: "raised",
    initiator: BUYER,
    dispute_type: "non_delivery",
    evidence: "ipfs://evidence",
    response_deadline: START + 172_800n,
    resolution: "pending",
    created_at: START + 40n,
    updated_block: 32,
  },
  price_change: {
    chain_id: CHAIN_ID,
    contract: MARKETPLACE,
    listing_id: 0,
    block_number: 10,
    log_index: 0,
    price_units: 1_500_000,
    changed_at: START,
    tx_hash: hash(10),
  },
  escrow_transition: {
    chain_id: CHAIN_ID,
    contract: ESCROW_CONTRACT,
    escrow_id: 1,
    sequence: 0,
    from_state: null,
    to_state: "created",
    cause: "EscrowCreated",
    actor: BUYER,
    block_number: 30,
    log_index: 2,
    changed_at: START + 20n,
    tx_hash: hash(30),
  },
  seller: {
    chain_id: CHAIN_ID,
    contract: MARKETPLACE,
    seller: SELLER,
    last_heartbeat_at: START,
    is_active: true,
    is_paused: false,
    declared_verification: "basic",
    active_listing_count: 1,
    listing_count: 1,
    is_genesis: false,
    completed_sale_count: 0,
    disputed_sale_count: 0,
    first_seen_at: START,
    updated_block: 10,
  },
  agent: {
    chain_id: CHAIN_ID,
    contract: AGENT_ESCROW,
    agent_id: 1,
    developer: SELLER,
    registered_at: START,
    payment_count: 1,
    updated_block: 10,
  },
  entitlement_token: {
    chain_id: CHAIN_ID,
    contract: ENTITLEMENTS_CONTRACT,
    token_id: 1,
    agent_id: 1,
    is_transferrable: false,
    expires_at: 0,
    created_at: START,
    updated_block: 10,
  },
  entitlement: {
    chain_id: CHAIN_ID,
    contract: ENTITLEMENTS_CONTRACT,
    token_id: 1,
    holder: BUYER,
    balance: 1,
    created_at: START,
    updated_block: 11,
  },
  contract_implementation: {
    chain_id: CHAIN_ID,
    contract: MARKETPLACE,
    from_block: 1,
    log_index: 0,
    implementation: `0x${"11".repeat(20)}`,
    generation: "M2",
    upgraded_at: START,
    tx_hash: hash(1),
  },
  token_movement: {
    chain_id: CHAIN_ID,
    block_number: 30,
    log_index: 1,
    is_internal: false,
    token: TOKEN,
    from: BUYER,
    to: ESCROW_CONTRACT,
    amount_units: 1_500_000,
    credit_account: "escrow:1",
    purpose: "purchase",
    contract: ESCROW_CONTRACT,
    escrow_id: 1,
    moved_at: START + 20n,
    block_hash: hash(1_000_030),
    tx_hash: hash(30),
  },
  contract: {
    chain_id: CHAIN_ID,
    address: MARKETPLACE,
    kind: "marketplace",
    generation: "M3",
    owner: SELLER,
    is_paused: true,
    token: TOKEN,
    listing_count: 4,
    escrow_count: 0,
    offer_count: 0,
    first_seen_block: 1,
    updated_block: 40,
  },
  activity: {
    chain_id: CHAIN_ID,
    block_number: 10,
    log_index: 0,
    block_hash: hash(1_000_010),
    tx_hash: hash(10),
    occurred_at: START,
    contract: MARKETPLACE,
    contract_kind: "marketplace",
    event: "ListingCreated",
    kind: "listing_created",
    sender: SELLER,
    actor: SELLER,
    marketplace: MARKETPLACE,
    listing_id: 0,
    amount_units: 1_500_000,
    args: { listingId: "0", title: "A bakery" },
    topic: hash(7),
    raw_data: "0x",
  },
  token_balance: {
    chain_id: CHAIN_ID,
    contract: ESCROW_CONTRACT,
    token: TOKEN,
    balance_units: 0,
    received_units: 0,
    sent_units: 0,
    updated_block: 30,
  },
  seller_stake: {
    chain_id: CHAIN_ID,
    contract: MARKETPLACE,
    seller: SELLER,
    stake_units: 1_000_000,
    staked_at: START,
    is_active: true,
    slash_count: 0,
    slashed_units: 0,
    forfeited_units: 0,
    updated_block: 10,
  },
  agent_payment: {
    chain_id: CHAIN_ID,
    contract: AGENT_ESCROW,
    payment_id: hash(1),
    payer: BUYER,
    developer: SELLER,
    agent_id: 1,
    token: TOKEN,
    amount_units: 1_000,
    state: "escrowed",
    expires_at: START + 604_800n,
    created_at: START,
    created_block: 10,
    created_log_index: 0,
    created_tx_hash: hash(10),
    updated_block: 10,
  },
} as const satisfies Record<string, Row>;

export type SeededTable = keyof typeof DEFAULTS;

/** Inserts rows that differ from complete ones only in what is given. */
export async function insertRows(
  client: pg.ClientBase,
  schema: string,
  table: SeededTable,
  rows: readonly Row[],
): Promise<void> {
  for (const row of rows) {
    const whole: Row = { ...DEFAULTS[table], ...row };
    const names = Object.keys(whole);
    await client.query(
      `INSERT INTO ${schema}.${table} (${names.map((name) => `"${name}"`).join(", ")})
       VALUES (${names.map((_, index) => `$${index + 1}`).join(", ")})`,
      Object.values(whole).map((value) => (typeof value === "bigint" ? String(value) : value)),
    );
  }
}

/** `insertRows` for one release, where a test fills many tables of it. */
export const insertInto =
  (client: pg.ClientBase, schema: string) => (table: SeededTable, rows: readonly Row[]) =>
    insertRows(client, schema, table, rows);

/** Sets the heads of the test chain as the guard would. */
export async function setHeads(
  client: pg.ClientBase,
  { head, safe, final, at = new Date() }: { head: number; safe: number; final: number; at?: Date },
): Promise<void> {
  await client.query(
    `INSERT INTO app.chain_head VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (chain_id) DO UPDATE SET head = $2, safe = $3, final = $4, at = $8`,
    [CHAIN_ID, head, safe, final, hash(head), hash(safe), hash(final), at],
  );
}
