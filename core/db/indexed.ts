import type { Kysely, RawBuilder } from "kysely";
import type { ReadonlyKysely } from "kysely/readonly";
import type * as onchain from "../../ponder.schema.ts";

/**
 * Rows of every table and view, by the names of `ponder.schema.ts`. Drizzle's own `Kyselify` keys by
 * the SQL name where a column has one (all enums here), which the camel-case plugin never shows;
 * `$inferSelect` keys by the name in the code.
 */
type OnchainTables = {
  [Name in keyof typeof onchain as (typeof onchain)[Name] extends { $inferSelect: object }
    ? Name
    : never]: (typeof onchain)[Name] extends { $inferSelect: infer Row } ? Row : never;
};

/** What the publication adds beside the data (core/release). */
type PublishedTables = {
  _release: { schemaName: string; buildId: string };
  _ponder_checkpoint: {
    chainName: string;
    chainId: bigint;
    safeCheckpoint: string;
    latestCheckpoint: string;
    finalizedCheckpoint: string;
  };
  _ponder_meta: { key: string; value: { is_ready: 0 | 1 } };
};

export type IndexedTables = OnchainTables & PublishedTables;

/** The published views; nothing can be written through it. */
export type IndexedDb = ReadonlyKysely<IndexedTables>;

/** Views of schema `indexed` through a connection. The role may not write them either. */
export function indexedDb(db: Kysely<unknown>): IndexedDb {
  return db.withSchema("indexed") as never;
}

/** Reads what a query in plain SQL says; its names are those of the database, with their schema. */
export function selectRaw<Row>(db: IndexedDb, query: RawBuilder<Row>) {
  return db.selectFrom(query.as("fact")).selectAll("fact");
}
