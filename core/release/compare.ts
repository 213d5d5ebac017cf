import type pg from "pg";
import { readIndexedBlocks } from "./inspect.ts";
import { quoteIdentifier } from "./quote.ts";

/** What is counted and added up in a table, for each combination of some of its columns. */
type Measure = { table: string; by: readonly string[]; sums: readonly string[] };

/** Tables whose rows carry the block of their event and never change: comparable below any block. */
const PAST: readonly Measure[] = [
  { table: "activity", by: ["contract", "event"], sums: ["amount_units"] },
  { table: "token_movement", by: ["token", "purpose"], sums: ["amount_units"] },
  { table: "escrow_transition", by: ["contract", "to_state"], sums: [] },
  { table: "price_change", by: ["contract"], sums: ["previous_price_units", "price_units"] },
];

/** Tables of the present state: comparable when both releases stand at the same block. */
const PRESENT: readonly Measure[] = [
  { table: "listing", by: ["contract", "state"], sums: ["asking_price_units"] },
  { table: "offer", by: ["contract", "state"], sums: ["price_units", "deposit_units"] },
  {
    table: "escrow",
    by: ["contract", "state"],
    sums: [
      ...["amount_units", "total_funded_units", "paid_to_buyer_units", "paid_to_seller_units"],
      ...["paid_to_treasury_units", "paid_to_safety_units"],
    ],
  },
  {
    table: "transition_hold",
    by: ["contract", "is_released", "is_claimed"],
    sums: ["retained_units"],
  },
  { table: "dispute", by: ["contract", "resolution"], sums: ["refunded_units"] },
  { table: "seller_stake", by: ["contract", "is_active"], sums: ["stake_units", "slashed_units"] },
  { table: "token_balance", by: ["contract", "token"], sums: ["balance_units"] },
  { table: "agent_payment", by: ["contract", "state"], sums: ["amount_units"] },
  { table: "entitlement", by: ["contract"], sums: ["balance"] },
];

/** A total or a count that two releases have differently; `null` where one has no such rows. */
export type Difference = {
  table: string;
  /** Columns and values that name the rows, e.g. `contract 0x…, state Funded`. */
  rows: string;
  before: string | null;
  after: string | null;
};

/**
 * Compares counts and money totals of the rows of past events below a block.
 *
 * @param client may read both schemas
 */
export function comparePast(
  client: pg.ClientBase,
  before: string,
  after: string,
  belowBlock: bigint,
): Promise<Difference[]> {
  return compare(client, before, after, PAST, belowBlock);
}

/**
 * Compares money totals and state counts of two releases in one snapshot.
 *
 * @returns undefined when they do not stand at the same block: look again later
 */
export async function comparePresent(
  client: pg.ClientBase,
  before: string,
  after: string,
): Promise<Difference[] | undefined> {
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  try {
    const [old, next] = [
      await readIndexedBlocks(client, `${quoteIdentifier(before)}.`),
      await readIndexedBlocks(client, `${quoteIdentifier(after)}.`),
    ];
    const isLevel = [...old].every(([chainId, block]) => next.get(chainId) === block);
    if (!isLevel) return undefined;
    return await compare(client, before, after, [...PAST, ...PRESENT], undefined);
  } finally {
    await client.query("ROLLBACK");
  }
}

/** A line for an operator. */
export function describeDifference({ table, rows, before, after }: Difference): string {
  return `${table} (${rows}): ${before ?? "no rows"} before, ${after ?? "no rows"} after`;
}

async function compare(
  client: pg.ClientBase,
  before: string,
  after: string,
  measures: readonly Measure[],
  belowBlock: bigint | undefined,
): Promise<Difference[]> {
  const differences: Difference[] = [];
  for (const { table, by, sums } of measures) {
    const had = await columnsOf(client, before, table);
    const has = await columnsOf(client, after, table);
    // What the old release did not have has nothing to be compared with.
    if (had.size === 0) continue;
    const isShared = (column: string) => had.has(column) && (has.has(column) || has.size === 0);
    const measure = { table, by: by.filter(isShared), sums: sums.filter(isShared) };
    const old = await readTotals(client, before, measure, belowBlock);
    const next =
      has.size === 0
        ? new Map<string, string>()
        : await readTotals(client, after, measure, belowBlock);
    for (const rows of [...new Set([...old.keys(), ...next.keys()])].sort()) {
      const [was, is] = [old.get(rows) ?? null, next.get(rows) ?? null];
      if (was !== is) differences.push({ table, rows, before: was, after: is });
    }
  }
  return differences;
}

/** Columns of a table; none when it is not there. */
async function columnsOf(
  client: pg.ClientBase,
  schema: string,
  table: string,
): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute
     WHERE attrelid = to_regclass($1) AND attnum > 0 AND NOT attisdropped`,
    [`${quoteIdentifier(schema)}.${quoteIdentifier(table)}`],
  );
  return new Set(rows.map(({ name }) => name));
}

async function readTotals(
  client: pg.ClientBase,
  schema: string,
  { table, by, sums }: Measure,
  belowBlock: bigint | undefined,
): Promise<Map<string, string>> {
  const group = by.map((column) => `'${column} ' || coalesce(${column}::text, 'none')`);
  const totals = sums.map((column) => `'${column} ' || coalesce(sum(${column}), 0)::text`);
  const { rows } = await client.query<{ rows: string; totals: string }>(
    `SELECT concat_ws(', ', ${group.join(", ")}) AS rows,
       concat_ws(', ', count(*)::text || ' rows', ${totals.join(", ") || "NULL"}) AS totals
     FROM ${quoteIdentifier(schema)}.${quoteIdentifier(table)}
     ${belowBlock === undefined ? "" : "WHERE block_number < $1"} GROUP BY 1`,
    belowBlock === undefined ? [] : [belowBlock],
  );
  return new Map(rows.map((row) => [row.rows, row.totals]));
}
