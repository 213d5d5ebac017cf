import fc from "fast-check";
import type { KeyColumn, Sort } from "../../../core/db/keyset.ts";
import { ACTIVITY } from "../../../core/queries/activity.ts";
import { ESCROWS } from "../../../core/queries/escrows.ts";
import { LISTINGS } from "../../../core/queries/listings.ts";
import { OFFERS } from "../../../core/queries/offers.ts";
import { CHAIN_ID, type SeededTable, START } from "./rows.ts";

export type RandomRow = Record<string, string | number | null>;

/** Random rows of one collection, to walk over. */
export type RandomRows = {
  table: SeededTable;
  sorts: Readonly<Record<string, Sort>>;
  row: fc.Arbitrary<RandomRow>;
  /** Makes the row at a position unlike every other one. */
  identify: (position: number) => RandomRow;
  idOf: (row: RandomRow) => string;
  /** A filter, the column that it looks at, and a value that some rows have. */
  filter: { parameter: string; column: string; value: string };
};

// Few distinct values, so that ties are the rule.
const second = fc.integer({ min: 0, max: 3 }).map((offset) => String(START + BigInt(offset)));
const units = fc.constantFrom("1", "2", String(2n ** 255n));
const unitsOrNull = fc.option(units);
const contract = fc.constantFrom("a", "b").map((digit) => `0x${digit.repeat(40)}`);
const hash = (number: number) => `0x${number.toString(16).padStart(64, "0")}`;
const publicId = (number: string) => (row: RandomRow) =>
  `${CHAIN_ID}-${row.contract}-${row[number]}`;

/** By the name of the collection. */
export const RANDOM_ROWS: Record<string, RandomRows> = {
  listings: {
    table: "listing",
    sorts: LISTINGS.sorts,
    row: fc.record({
      contract,
      created_at: second,
      updated_at: second,
      asking_price_units: units,
      highest_offer_units: unitsOrNull,
      active_offer_count: fc.nat(2),
      state: fc.constantFrom("active", "cancelled"),
    }),
    identify: (listing_id) => ({ listing_id }),
    idOf: publicId("listing_id"),
    filter: { parameter: "state", column: "state", value: "active" },
  },
  offers: {
    table: "offer",
    sorts: OFFERS.sorts,
    row: fc.record({
      contract,
      created_at: second,
      updated_at: second,
      price_units: units,
      expires_at: fc.option(second),
      state: fc.constantFrom("active", "rejected"),
    }),
    identify: (position) => ({ offer_id: position + 1 }),
    idOf: publicId("offer_id"),
    filter: { parameter: "state", column: "state", value: "active" },
  },
  escrows: {
    table: "escrow",
    sorts: ESCROWS.sorts,
    row: fc.record({
      contract,
      created_at: second,
      updated_at: second,
      amount_units: units,
      handover_deadline: second,
      verify_deadline: fc.option(second),
      state: fc.constantFrom("funded", "delivered"),
    }),
    identify: (position) => ({ escrow_id: position + 1 }),
    idOf: publicId("escrow_id"),
    filter: { parameter: "state", column: "state", value: "funded" },
  },
  activity: {
    table: "activity",
    sorts: ACTIVITY.sorts,
    row: fc.record({ kind: fc.constantFrom("listing_created", "listing_paused") }),
    identify: (position) => ({
      block_number: 10 + Math.floor(position / 3),
      block_hash: hash(10 + Math.floor(position / 3)),
      log_index: position % 3,
    }),
    idOf: (row) => `${CHAIN_ID}-${row.block_hash}-${row.log_index}`,
    filter: { parameter: "kind", column: "kind", value: "listing_paused" },
  },
};

/** A column as SQL calls it. */
export const toSnakeCase = (name: string) =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The order that a sort promises, written down a second time: nulls last in either direction. */
export function inOrder(rows: readonly RandomRow[], { columns, order }: Sort): RandomRow[] {
  const turn = order === "asc" ? 1 : -1;
  return rows.toSorted((a, b) => {
    for (const column of columns) {
      const [left, right] = [a[toSnakeCase(column.name)], b[toSnakeCase(column.name)]];
      if (left === right) continue;
      if (left === null || left === undefined) return 1;
      if (right === null || right === undefined) return -1;
      return isBefore(column, left, right) ? -turn : turn;
    }
    return 0;
  });
}

function isBefore({ type }: KeyColumn, left: string | number, right: string | number): boolean {
  if (type === "address" || type === "hash") return String(left) < String(right);
  return BigInt(left) < BigInt(right);
}
