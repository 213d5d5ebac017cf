import type pg from "pg";

/** How far apart the copies of a market lie, more than one market ever has of each. */
const APART = { ids: 100_000, blocks: 10_000, seconds: 20_000 } as const;

/** Number of the first copy that lies above all copies of markets and listings. */
const ABOVE = 20_000;

const apart = (distance: number) => (column: string) => `${column} + n * ${distance}`;
const hashed = (column: string) => `'0x' || md5(${column} || n) || md5(n || ${column})`;
const inCopy = (column: string) => `overlay(${column} placing lpad(to_hex(n), 5, '0') from 38)`;
const account = (column: string) => `CASE split_part(${column}, ':', 1)
  WHEN 'escrow' THEN 'escrow:' || split_part(${column}, ':', 2)::bigint + n * ${APART.ids}
  WHEN 'offer' THEN 'offer:' || split_part(${column}, ':', 2)::bigint + n * ${APART.ids}
  WHEN 'stake' THEN 'stake:' || ${inCopy(`split_part(${column}, ':', 2)`)}
  WHEN 'payment' THEN 'payment:' || ${hashed(`split_part(${column}, ':', 2)`)}
  ELSE ${column} END`;

/** What a column holds in copy `n`, by its name; all others hold what they held. */
const COLUMNS: readonly (readonly [RegExp, (column: string) => string])[] = [
  [/^(listing|escrow|offer)_id$/, apart(APART.ids)],
  [/^(created|updated)_block$|^block_number$/, apart(APART.blocks)],
  [/_(at|deadline|time)$/, apart(APART.seconds)],
  [/^(created_)?tx_hash$|^block_hash$|^payment_id$/, hashed],
  [/^(seller|buyer|sender|actor|counterparty|ended_by|initiator|payer|developer)$/, inCopy],
  [/^(debit|credit)_account$/, account],
  [/^(asking|initial)_price_units$/, (column) => `${column} + (n * 7919) % 1000003`],
];

/** Tables with everything that happens on a market. */
const TABLES = [
  ...["listing", "price_change", "offer", "escrow", "escrow_transition", "transition_hold"],
  ...["dispute", "seller", "seller_stake", "agent_payment", "token_movement", "activity"],
];

const WORDS = "(ARRAY['bakery','café','newsletter','shop'])[1 + (listing_id / 7 + n)::integer % 4]";

/**
 * Copies the whole market of the search path `copies` times: each copy with ids, accounts, times and
 * blocks of its own, and all rows of a copy as consistent as those that they were copied from.
 */
export async function copyMarket(client: pg.Client, copies: number): Promise<void> {
  for (const table of TABLES) await copyRows(client, table, "true", [1, copies]);
  await client.query(
    `UPDATE token_balance SET balance_units = balance_units * $1, received_units = received_units * $1,
       sent_units = sent_units * $1`,
    [copies + 1],
  );
}

/** Copies only the listings of the market that can be bought, with the event that created each. */
export async function copyListings(client: pg.Client, first: number, last: number): Promise<void> {
  if (first > last) return;
  const isFree = "availability = 'for_sale' AND price_change_count = 0 AND paused_at IS NULL";
  const own = `created_block < ${APART.blocks} AND ${isFree}`;
  const counts = await client.query<{ all: string; free: string }>(
    `SELECT count(*) AS "all", count(*) FILTER (WHERE ${isFree}) AS free
     FROM listing WHERE created_block < ${APART.blocks}`,
  );
  const { all = "1", free = "1" } = counts.rows[0] ?? {};
  const copies = Math.ceil(((last - first + 1) * Number(all)) / Number(free));
  const range = [first, first + copies - 1] as const;
  await copyRows(
    client,
    "activity",
    `kind = 'listing_created' AND block_number < ${APART.blocks} AND (marketplace, listing_id)
       IN (SELECT contract, listing_id FROM listing WHERE ${own})`,
    range,
  );
  await copyRows(client, "listing", own, range);
}

/** Adds signs of life of sellers until there are so many events. */
export async function addHeartbeats(client: pg.Client, activities: number): Promise<void> {
  const beat = `event = 'HeartbeatRecorded' AND block_number < ${APART.blocks}`;
  const counts = await client.query<{ all: string; beats: string }>(
    `SELECT count(*) AS "all", count(*) FILTER (WHERE ${beat}) AS beats FROM activity`,
  );
  const { all = "0", beats = "0" } = counts.rows[0] ?? {};
  const copies = Math.ceil((activities - Number(all)) / Math.max(Number(beats), 1));
  if (copies > 0) await copyRows(client, "activity", beat, [ABOVE, ABOVE + copies - 1]);
}

async function copyRows(
  client: pg.Client,
  table: string,
  which: string,
  [first, last]: readonly [number, number],
): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute
     WHERE attrelid = to_regclass($1) AND attnum > 0 AND NOT attisdropped ORDER BY attnum`,
    [table],
  );
  const columns = rows.map(({ name }) => `"${name}"`);
  const values = rows.map(({ name }, at) => {
    if (name === "title")
      return `'Business ' || (listing_id + n * ${APART.ids}) || ' ' || ${WORDS}`;
    return COLUMNS.find(([pattern]) => pattern.test(name))?.[1](name) ?? columns[at];
  });
  await client.query(
    `INSERT INTO ${table} (${columns.join(", ")})
     SELECT ${values.join(", ")} FROM (SELECT * FROM ${table} WHERE ${which}) AS one,
       generate_series($1::bigint, $2::bigint) AS n`,
    [first, last],
  );
}

/** Lets the index stand at its newest event, and that be final. */
export async function moveToNewest(client: pg.Client): Promise<void> {
  // Ten digits of the time, sixteen of the chain, sixteen of the block, and what follows.
  const checkpoint = (column: string) =>
    `${column} = overlay(overlay(${column} placing lpad(newest.occurred_at::text, 10, '0') from 1)
       placing lpad(newest.block_number::text, 16, '0') from 27)`;
  const columns = ["safe_checkpoint", "latest_checkpoint", "finalized_checkpoint"];
  await client.query(
    `UPDATE _ponder_checkpoint SET ${columns.map(checkpoint).join(", ")}
     FROM (SELECT block_number, occurred_at FROM activity
       ORDER BY block_number DESC, log_index DESC LIMIT 1) AS newest`,
  );
}
