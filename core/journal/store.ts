import type pg from "pg";
import type { EventKey, JournalChanges, LiveEvent } from "./diff.ts";

/** How far the journal has followed a chain. */
export type JournalCursor = { releaseId: number; compared: bigint; settled: bigint };

/** Channel on which new entries are announced; the payload is the newest sequence. */
export const JOURNAL_CHANNEL = "valyra_journal";

/** What an entry repeats of the one that announced the event. */
const EVENT_COLUMNS = [
  ...["chain_id", "block_number", "block_hash", "log_index", "tx_hash", "contract", "event"],
  ...["kind", "listing_key", "escrow_key", "offer_key", "actor", "counterparty", "payload"],
  "occurred_at",
];

const LIVE_EVENT = `
  FROM app.journal_entry AS entry
  WHERE entry.chain_id = $1 AND entry.sequence = entry.announced_sequence
    AND NOT EXISTS (
      SELECT 1 FROM app.journal_entry AS end_of_it
      WHERE end_of_it.announced_sequence = entry.sequence AND end_of_it.status = 'retracted'
    )`;

/** Newest sequence of the journal; 0 while it is empty. */
export async function findLastSequence(client: pg.ClientBase): Promise<bigint> {
  const { rows } = await client.query<{ last: bigint }>(
    "SELECT last_sequence AS last FROM app.journal_counter",
  );
  return rows[0]?.last ?? 0n;
}

/** How far the journal follows a chain; undefined before its first step. */
export async function findCursor(
  client: pg.ClientBase,
  chainId: number,
): Promise<JournalCursor | undefined> {
  const { rows } = await client.query<JournalCursor>(
    `SELECT release_id AS "releaseId", compared_block AS compared, settled_block AS settled
     FROM app.journal_cursor WHERE chain_id = $1`,
    [chainId],
  );
  return rows[0];
}

/** Remembers how far the journal is, in the transaction of what it has written. */
export async function saveCursor(
  client: pg.ClientBase,
  chainId: number,
  { releaseId, compared, settled }: JournalCursor,
): Promise<void> {
  await client.query(
    `INSERT INTO app.journal_cursor (chain_id, release_id, compared_block, settled_block)
     VALUES ($1, $2, $3, $4)
     ON CONFLICT (chain_id) DO UPDATE SET release_id = excluded.release_id,
       compared_block = excluded.compared_block, settled_block = excluded.settled_block,
       updated_at = now()`,
    [chainId, releaseId, compared, settled],
  );
}

/**
 * The last block of a batch that begins at `from`: whole blocks with about `size` events, in the
 * index as in the journal, and `through` when there are fewer.
 */
export async function findBatchEnd(
  client: pg.ClientBase,
  chainId: number,
  from: bigint,
  through: bigint,
  size: number,
): Promise<bigint> {
  const { rows } = await client.query<{ block: bigint }>(
    `SELECT least($3::bigint,
       (SELECT block_number FROM indexed.activity
        WHERE chain_id = $1 AND block_number BETWEEN $2 AND $3
        ORDER BY block_number, log_index OFFSET $4 LIMIT 1),
       (SELECT block_number ${LIVE_EVENT} AND block_number BETWEEN $2 AND $3
        ORDER BY block_number, log_index OFFSET $4 LIMIT 1)) AS block`,
    [chainId, from, through, size - 1],
  );
  return rows[0]?.block ?? through;
}

/** Events of the index in the inclusive range of blocks. */
export async function findIndexedEvents(
  client: pg.ClientBase,
  chainId: number,
  from: bigint,
  to: bigint,
): Promise<EventKey[]> {
  const { rows } = await client.query<EventKey>(
    `SELECT block_number AS "blockNumber", block_hash AS "blockHash", log_index AS "logIndex"
     FROM indexed.activity WHERE chain_id = $1 AND block_number BETWEEN $2 AND $3`,
    [chainId, from, to],
  );
  return rows;
}

/** Announced events of the same range that nothing has taken back. */
export async function findLiveEvents(
  client: pg.ClientBase,
  chainId: number,
  from: bigint,
  to: bigint,
): Promise<LiveEvent[]> {
  const { rows } = await client.query<LiveEvent>(
    `SELECT entry.sequence, entry.block_number AS "blockNumber", entry.block_hash AS "blockHash",
       entry.log_index AS "logIndex",
       EXISTS (
         SELECT 1 FROM app.journal_entry AS later
         WHERE later.announced_sequence = entry.sequence AND later.status = 'final'
       ) AS "isFinal"
     ${LIVE_EVENT} AND entry.block_number BETWEEN $2 AND $3`,
    [chainId, from, to],
  );
  return rows;
}

/**
 * Lets `append` write entries with the numbers that it is given, and wakes readers at the commit. The
 * counter's row stays locked until then: whoever else writes waits, and then fails on its old
 * snapshot.
 */
export async function appendInSequence(
  client: pg.ClientBase,
  append: (next: () => bigint) => Promise<void>,
): Promise<void> {
  const { rows } = await client.query<{ last: bigint }>(
    "SELECT last_sequence AS last FROM app.journal_counter FOR UPDATE",
  );
  const [counter] = rows;
  if (counter === undefined) throw new Error("app.journal_counter has lost its row");
  const next = () => {
    counter.last += 1n;
    return counter.last;
  };
  await append(next);
  await client.query(
    `WITH moved AS (UPDATE app.journal_counter SET last_sequence = $1 RETURNING last_sequence)
     SELECT pg_notify($2, last_sequence::text) FROM moved`,
    [counter.last, JOURNAL_CHANNEL],
  );
}

/** Appends an entry for each change, retractions first. */
export async function appendChanges(
  client: pg.ClientBase,
  chainId: number,
  { retracted, finalised, announced }: JournalChanges,
): Promise<void> {
  await appendInSequence(client, async (next) => {
    await appendFollowUps(client, next, "retracted", retracted);
    await appendFollowUps(client, next, "final", finalised);
    await appendAnnouncements(client, chainId, next, announced);
  });
}

/** Entries that repeat an announced event with what became of it. */
async function appendFollowUps(
  client: pg.ClientBase,
  next: () => bigint,
  status: "final" | "retracted",
  events: readonly LiveEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const { rowCount } = await client.query(
    `INSERT INTO app.journal_entry (sequence, announced_sequence, status, ${EVENT_COLUMNS.join(", ")})
     SELECT new.sequence, new.announced, $1, ${EVENT_COLUMNS.map((name) => `entry.${name}`).join(", ")}
     FROM unnest($2::bigint[], $3::bigint[]) AS new (sequence, announced)
     JOIN app.journal_entry AS entry ON entry.sequence = new.announced`,
    [status, events.map(next), events.map(({ sequence }) => sequence)],
  );
  expectCount(rowCount, events.length);
}

/** Entries for new events, filled from the index in the same snapshot. */
async function appendAnnouncements(
  client: pg.ClientBase,
  chainId: number,
  next: () => bigint,
  events: readonly (EventKey & { isFinal: boolean })[],
): Promise<void> {
  if (events.length === 0) return;
  const { rowCount } = await client.query(
    `INSERT INTO app.journal_entry (sequence, announced_sequence, status, ${EVENT_COLUMNS.join(", ")})
     SELECT new.sequence, new.sequence, new.status, activity.chain_id, activity.block_number,
       activity.block_hash, activity.log_index, activity.tx_hash, activity.contract,
       activity.event, activity.kind,
       activity.chain_id || '-' || activity.marketplace || '-' || activity.listing_id,
       activity.chain_id || '-' || activity.contract || '-' || activity.escrow_id,
       activity.chain_id || '-' || activity.contract || '-' || activity.offer_id,
       activity.actor, activity.counterparty,
       jsonb_build_object(
         'contractKind', activity.contract_kind, 'sender', activity.sender, 'args', activity.args,
         'amountUnits', activity.amount_units::text, 'token', contract.token,
         'tokenSymbol', token.symbol, 'tokenDecimals', token.decimals
       ),
       to_timestamp(activity.occurred_at)
     FROM unnest($2::bigint[], $3::bigint[], $4::integer[], $5::text[])
       AS new (sequence, block_number, log_index, status)
     JOIN indexed.activity ON activity.chain_id = $1
       AND activity.block_number = new.block_number AND activity.log_index = new.log_index
     LEFT JOIN indexed.contract ON contract.chain_id = activity.chain_id
       AND contract.address = activity.contract
     LEFT JOIN indexed.token ON token.chain_id = activity.chain_id
       AND token.address = contract.token`,
    [
      chainId,
      events.map(next),
      events.map(({ blockNumber }) => blockNumber),
      events.map(({ logIndex }) => logIndex),
      events.map(({ isFinal }) => (isFinal ? "final" : "provisional")),
    ],
  );
  expectCount(rowCount, events.length);
}

/** Fewer rows than sequence numbers would be a gap, which readers take for impossible. */
export function expectCount(rowCount: number | null, expected: number): void {
  if (rowCount !== expected) {
    throw new Error(`the journal wanted to add ${expected} entries and added ${rowCount}`);
  }
}
