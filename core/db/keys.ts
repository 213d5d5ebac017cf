import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { ChainKey } from "../../src/protocol/ids.ts";
import type { KeyColumn, KeyType, KeyValue } from "./keyset.ts";

/** Values of a composite key, in the order of its columns. */
export type Key = readonly KeyValue[];

/** How Postgres calls the types of key columns. */
const SQL_TYPES = {
  int4: "integer",
  int8: "bigint",
  uint256: "numeric",
  address: "text",
  hash: "text",
} as const satisfies Record<KeyType, string>;

/** The key of a thing on chain, for tables keyed by chain, contract and number. */
export function keyOfChain({ chainId, contract, number }: ChainKey): Key {
  return [chainId, contract, number];
}

/** One text for a key, to find rows by it in memory. */
export function keyText(key: readonly (KeyValue | null)[]): string {
  return key.join("-");
}

/** Condition that a composite key is among the given ones; an index on the columns serves it. */
export function isAmong(
  table: string,
  columns: readonly KeyColumn[],
  keys: readonly Key[],
): RawBuilder<SqlBool> {
  const left = sql.join(columns.map(({ name }) => sql.ref(`${table}.${name}`)));
  return sql<SqlBool>`(${left}) IN (SELECT * FROM ${rowsOf(columns, keys)} AS wanted)`;
}

/** Keys as rows of a query, each value with the type of its column. */
export function rowsOf(columns: readonly KeyColumn[], keys: readonly Key[]) {
  const rows = keys.map(
    (key) =>
      sql`(${sql.join(
        columns.map(({ type }, at) => sql`${sql.val(key[at])}::${sql.raw(SQL_TYPES[type])}`),
      )})`,
  );
  return sql`(VALUES ${sql.join(rows)})`;
}
