import fc from "fast-check";
import type { KeyColumn, Sort } from "../../../core/db/keyset.ts";
import { ACTIVITY } from "../../../core/queries/activity.ts";
import { AGENT_PAYMENTS, AGENTS } from "../../../core/queries/agents.ts";
import { CONTRACTS } from "../../../core/queries/contracts.ts";
import { DISPUTES } from "../../../core/queries/disputes.ts";
import { ENTITLEMENTS } from "../../../core/queries/entitlements.ts";
import { ESCROWS } from "../../../core/queries/escrows.ts";
import { HOLDS } from "../../../core/queries/holds.ts";
import { LISTINGS, PRICE_CHANGES } from "../../../core/queries/listings.ts";
import { OFFERS } from "../../../core/queries/offers.ts";
import { SELLERS } from "../../../core/queries/sellers.ts";
import { TOKENS } from "../../../core/queries/tokens.ts";
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
  /** Table and columns of a row that has to stand beside each one. */
  beside?: { table: SeededTable; columns: readonly string[] };
  /** Column with the block of the last change, where it is another than `updated_block`. */
  changedColumn?: string;
  /**
   * A filter, the column that it looks at, a value that some rows have, and how the filter says it
   * where that differs.
   */
  filter: { parameter: string; column: string; value: string; sent?: string };
};

// Few distinct values, so that ties are the rule.
const second = fc.integer({ min: 0, max: 3 }).map((offset) => String(START + BigInt(offset)));
const units = fc.constantFrom("1", "2", String(2n ** 255n));
const unitsOrNull = fc.option(units);
const contract = fc.constantFrom("a", "b").map((digit) => `0x${digit.repeat(40)}`);
const hash = (number: number) => `0x${number.toString(16).padStart(64, "0")}`;
const address = (number: number) => `0x${number.toString(16).padStart(40, "0")}`;
const OF_ESCROW = { table: "escrow", columns: ["contract", "escrow_id"] } as const;
const block = fc.integer({ min: 1, max: 3 });
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
  prices: {
    table: "price_change",
    sorts: PRICE_CHANGES.sorts,
    row: fc.record({
      contract: fc.constant(`0x${"a".repeat(40)}`),
      listing_id: fc.constantFrom("0", "1"),
    }),
    identify: (position) => ({
      block_number: 10 + Math.floor(position / 3),
      log_index: position % 3,
    }),
    idOf: (row) => `${publicId("listing_id")(row)}-${row.block_number}-${row.log_index}`,
    filter: {
      parameter: "listing",
      column: "listing_id",
      value: "0",
      sent: `${CHAIN_ID}-0x${"a".repeat(40)}-0`,
    },
    changedColumn: "block_number",
  },
  disputes: {
    table: "dispute",
    sorts: DISPUTES.sorts,
    row: fc.record({
      contract,
      created_at: second,
      response_deadline: fc.option(second),
      origin: fc.constantFrom("raised", "transition_issue"),
    }),
    identify: (position) => ({ escrow_id: position + 1 }),
    idOf: publicId("escrow_id"),
    filter: { parameter: "origin", column: "origin", value: "raised" },
    beside: OF_ESCROW,
  },
  holds: {
    table: "transition_hold",
    sorts: HOLDS.sorts,
    row: fc.record({ contract, created_at: second, release_time: second }),
    identify: (position) => ({ escrow_id: position + 1 }),
    idOf: publicId("escrow_id"),
    filter: { parameter: "contract", column: "contract", value: `0x${"a".repeat(40)}` },
    beside: OF_ESCROW,
  },
  sellers: {
    table: "seller",
    sorts: SELLERS.sorts,
    row: fc.record({
      contract,
      first_seen_at: second,
      last_heartbeat_at: second,
      completed_sale_count: fc.nat(2),
      listing_count: fc.nat(2),
    }),
    identify: (position) => ({ seller: address(position + 1) }),
    idOf: publicId("seller"),
    filter: { parameter: "marketplace", column: "contract", value: `0x${"b".repeat(40)}` },
  },
  agents: {
    table: "agent",
    sorts: AGENTS.sorts,
    row: fc.record({ contract, registered_at: second, payment_count: fc.nat(2) }),
    identify: (position) => ({ agent_id: position + 1 }),
    idOf: publicId("agent_id"),
    filter: { parameter: "contract", column: "contract", value: `0x${"a".repeat(40)}` },
  },
  "agent-payments": {
    table: "agent_payment",
    sorts: AGENT_PAYMENTS.sorts,
    row: fc.record({
      contract,
      created_at: second,
      expires_at: second,
      amount_units: units,
      state: fc.constantFrom("escrowed", "refunded"),
    }),
    identify: (position) => ({ payment_id: hash(position + 1) }),
    idOf: publicId("payment_id"),
    filter: { parameter: "state", column: "state", value: "refunded" },
  },
  entitlements: {
    table: "entitlement",
    sorts: ENTITLEMENTS.sorts,
    row: fc.record({
      contract,
      token_id: units,
      created_at: second,
    }),
    identify: (position) => ({ holder: address(position + 1) }),
    idOf: (row) => `${publicId("token_id")(row)}-${row.holder}`,
    filter: { parameter: "holder", column: "holder", value: address(1) },
  },
  contracts: {
    table: "contract",
    sorts: CONTRACTS.sorts,
    row: fc.record({ first_seen_block: block, kind: fc.constantFrom("marketplace", "escrow") }),
    identify: (position) => ({ address: address(position + 1) }),
    idOf: (row) => `${CHAIN_ID}-${row.address}`,
    filter: { parameter: "kind", column: "kind", value: "escrow" },
  },
  tokens: {
    table: "token",
    sorts: TOKENS.sorts,
    row: fc.record({ first_seen_block: block, symbol: fc.constantFrom("AAA", "BBB") }),
    identify: (position) => ({ address: address(position + 1) }),
    idOf: (row) => `${CHAIN_ID}-${row.address}`,
    filter: { parameter: "symbol", column: "symbol", value: "BBB" },
    changedColumn: "first_seen_block",
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
