import { type SelectQueryBuilder, type SqlBool, sql } from "kysely";
import type { Position as IndexPosition, Snapshot } from "./consistent-read.ts";
import { isAmong, type Key, keyText, rowsOf } from "./keys.ts";
import {
  columnRef,
  type KeyColumn,
  type KeyValue,
  type Page,
  type PageRequest,
  readPage,
  type Sort,
} from "./keyset.ts";

/** Rows that belong to one parent, the newest first, and whether there are more. */
export type Children<Row> = { rows: Row[]; hasMore: boolean };

/** Everything that is read of one kind of row; one snapshot serves all of it. */
export type Source<Row, Filter, SortName extends string> = {
  key: readonly KeyColumn[];
  sorts: Readonly<Record<SortName, Sort>>;
  /** One page of the rows that pass the filter. */
  findPage(
    snapshot: Snapshot,
    filter: Filter,
    sort: SortName,
    request: PageRequest,
  ): Promise<Page<Row>>;
  /** The rows with these keys by `keyText`; keys without a row are missing. */
  findByKeys(snapshot: Snapshot, keys: readonly Key[]): Promise<Map<string, Row>>;
  /** At most `limit` rows that pass the filter and changed in or after a block, in any order. */
  findChanged(snapshot: Snapshot, filter: Filter, block: bigint, limit: number): Promise<Row[]>;
  /** For each parent key its first rows in the order of a sort, `limit` at most. */
  findChildren(
    snapshot: Snapshot,
    parent: { columns: readonly KeyColumn[]; keys: readonly Key[] },
    sort: SortName,
    limit: number,
  ): Promise<Map<string, Children<Row>>>;
  /** Values of the columns of a sort, for a cursor. */
  sortValues(row: Row, sort: SortName): (KeyValue | null)[];
};

/** A row as a source reads it. */
export type SourceRow<AnySource> =
  AnySource extends Source<infer Row, infer _Filter, infer _SortName> ? Row : never;

export type SourceDefinition<DB, TB extends keyof DB, Row, Filter, SortName extends string> = {
  /** Name or alias of the table that the columns below belong to. */
  table: string;
  /** Explicit columns, with joins that never multiply rows. A filter may need a join of its own. */
  select: (snapshot: Snapshot, filter?: Filter) => SelectQueryBuilder<DB, TB, Row>;
  /** Primary key. */
  key: readonly KeyColumn<keyof Row & string>[];
  /** Each sort has an index, and its columns are selected. */
  sorts: Readonly<Record<SortName, Sort<keyof Row & string>>>;
  where: (
    query: SelectQueryBuilder<DB, TB, Row>,
    filter: Filter,
    position: IndexPosition,
  ) => SelectQueryBuilder<DB, TB, Row>;
  /** Column with the block of the row's last change; absent where rows do not come from the chain. */
  changedBlock?: keyof Row & string;
};

/** Builds every read of a kind of row from its definition. */
export function defineSource<DB, TB extends keyof DB, Row, Filter, SortName extends string>(
  definition: SourceDefinition<DB, TB, Row, Filter, SortName>,
): Source<Row, Filter, SortName> {
  const { table, select, key, sorts, where, changedBlock } = definition;
  const filtered = (snapshot: Snapshot, filter: Filter) =>
    where(select(snapshot, filter), filter, snapshot.position);
  return {
    key,
    sorts,
    findPage: (snapshot, filter, sort, request) =>
      readPage(filtered(snapshot, filter), table, sorts[sort], request),

    async findByKeys(snapshot, keys) {
      if (keys.length === 0) return new Map();
      const rows = await select(snapshot)
        .where(isAmong(table, key, keys))
        .execute();
      return new Map(rows.map((row) => [keyText(valuesOf(row, key)), row]));
    },

    async findChanged(snapshot, filter, block, limit) {
      if (changedBlock === undefined) return [];
      const column = sql.ref(`${table}.${changedBlock}`);
      return filtered(snapshot, filter)
        .where(sql<SqlBool>`${column} >= ${block}`)
        .limit(limit)
        .execute();
    },

    async findChildren(snapshot, { columns, keys }, sort, limit) {
      const found = new Map<string, Children<Row>>();
      if (keys.length === 0) return found;
      const { order, columns: sorted } = sorts[sort];
      const names = columns.map((_column, at) => sql.id(`parent_${at}`));
      const own = columns.map(({ name }) => sql.ref(`${table}.${name}`));
      let child = select(snapshot).where(
        sql<SqlBool>`(${sql.join(own)}) = (${sql.join(names.map((name) => sql`parent.${name}`))})`,
      );
      for (const column of sorted) child = child.orderBy(columnRef(table, column), order);
      const parents = sql`${rowsOf(columns, keys)} AS parent (${sql.join(names)})`;
      const each = sql<object>`(SELECT child.*, ${sql.join(
        names.map((name) => sql`parent.${name}`),
      )} FROM ${parents} CROSS JOIN LATERAL (${child.limit(limit + 1)}) AS child)`;
      let whole = snapshot.indexed.selectFrom(each.as("each")).selectAll("each");
      for (const { name } of sorted) whole = whole.orderBy(sql.ref(`each.${name}`), order);
      // The statement selects what `select` does, and the parent's key beside it.
      const rows = (await whole.execute()) as (Row & Record<string, KeyValue>)[];
      for (const row of rows) {
        const parent = keyText(columns.map((_column, at) => row[`parent${at}`] ?? null));
        const children = found.get(parent) ?? { rows: [], hasMore: false };
        if (children.rows.length < limit) children.rows.push(row);
        else children.hasMore = true;
        found.set(parent, children);
      }
      return found;
    },

    sortValues: (row, sort) => valuesOf(row, sorts[sort].columns),
  };
}

/** Values of columns whose SQL type is that of a key. */
function valuesOf<Row>(
  row: Row,
  columns: readonly KeyColumn<keyof Row & string>[],
): (KeyValue | null)[] {
  // A key column is declared with its type, which only numbers, texts and null have.
  return columns.map(({ name }) => row[name] as KeyValue | null);
}
