import { type SelectQueryBuilder, type SqlBool, sql } from "kysely";

/** SQL types that a column of a key may have. */
export type KeyType = "int4" | "int8" | "uint256" | "address" | "hash";
export type KeyValue = bigint | number | string;
export type KeyColumn<Name extends string = string> = {
  name: Name;
  type: KeyType;
  /** Alias of a joined table that has the column; that of the list unless given. */
  table?: string;
};

/** The walking direction over a sorted list. */
export type Direction = "next" | "prev";

/** How a list is sorted: columns that are together unique, all in one order. */
export type Sort<Name extends string = string> = {
  columns: readonly KeyColumn<Name>[];
  order: "asc" | "desc";
  /** Whether the first column may be null. Such rows come last, in either order. */
  hasNulls?: boolean;
};

/**
 * Where a page begins: after the row with these values of the sort columns, walking this way. Only
 * the first value may be null, and only where the sort has nulls.
 */
export type Position = { values: readonly (KeyValue | null)[]; direction: Direction };

export type PageRequest = { limit: number; from: Position | undefined };

/** A page in the order of the list, and whether there is more on either side. */
export type Page<Row> = { rows: Row[]; hasNext: boolean; hasPrevious: boolean };

/**
 * Reads one page by comparing row values, so that inserts and deletes elsewhere neither repeat nor
 * hide a row. One row more than asked says whether there is another page. A list with nulls is read
 * in two parts, each along the index; both belong to the snapshot of the caller.
 *
 * @param table alias or name that the sort columns belong to
 */
export async function readPage<DB, TB extends keyof DB, Row>(
  query: SelectQueryBuilder<DB, TB, Row>,
  table: string,
  sort: Sort,
  { limit, from }: PageRequest,
): Promise<Page<Row>> {
  const isBackward = from?.direction === "prev";
  const rows: Row[] = [];
  for (const part of partsOf(sort, from)) {
    const missing = limit + 1 - rows.length;
    if (missing === 0) break;
    const rest = partOf(query, table, sort, part, { isBackward, limit: missing });
    rows.push(...(await rest.execute()));
  }
  const hasMore = rows.length > limit;
  const kept = rows.slice(0, limit);
  return {
    rows: isBackward ? kept.reverse() : kept,
    hasNext: isBackward ? true : hasMore,
    hasPrevious: isBackward ? hasMore : from !== undefined,
  };
}

/**
 * The rows of which a page is made, as a query: those of the page and one more, by a sort without
 * nulls. A page of less, joined to them afterwards, may lack some.
 */
export function firstOf<DB, TB extends keyof DB, Row>(
  query: SelectQueryBuilder<DB, TB, Row>,
  table: string,
  sort: Sort,
  { limit, from }: PageRequest,
): SelectQueryBuilder<DB, TB, Row> {
  const isBackward = from?.direction === "prev";
  const part: Part = { nulls: "mixed", after: from?.values };
  return partOf(query, table, sort, part, { isBackward, limit: limit + 1 });
}

/** A column in SQL. */
export function columnRef(table: string, { name, table: own = table }: KeyColumn) {
  return sql.ref(`${own}.${name}`);
}

/** A stretch of a list: all of it, the rows with a first column, or those without. */
type Part = { nulls: "mixed" | "without" | "only"; after?: Position["values"] | undefined };

/** What is left of a list from a position on, in the order of the walk. */
function partsOf(sort: Sort, from: Position | undefined): Part[] {
  if (sort.hasNulls !== true) return [{ nulls: "mixed", after: from?.values }];
  const filled: Part = { nulls: "without" };
  const empty: Part = { nulls: "only" };
  if (from === undefined) return [filled, empty];
  const isInEmpty = from.values[0] === null;
  const here: Part = { ...(isInEmpty ? empty : filled), after: from.values };
  if (from.direction === "next") return isInEmpty ? [here] : [here, empty];
  return isInEmpty ? [here, filled] : [here];
}

function partOf<DB, TB extends keyof DB, Row>(
  query: SelectQueryBuilder<DB, TB, Row>,
  table: string,
  sort: Sort,
  { nulls, after }: Part,
  { isBackward, limit }: { isBackward: boolean; limit: number },
): SelectQueryBuilder<DB, TB, Row> {
  const isDescending = (sort.order === "desc") !== isBackward;
  const columns = sort.columns.map((column) => columnRef(table, column));
  let part = query;
  if (nulls !== "mixed" && columns[0] !== undefined) {
    const state = sql.raw(nulls === "only" ? "IS NULL" : "IS NOT NULL");
    part = part.where(sql<SqlBool>`${columns[0]} ${state}`);
  }
  if (after !== undefined) {
    const skipped = nulls === "only" ? 1 : 0;
    const left = sql.join(columns.slice(skipped));
    const right = sql.join(after.slice(skipped).map((value) => sql.val(value)));
    part = part.where(sql<SqlBool>`(${left}) ${sql.raw(isDescending ? "<" : ">")} (${right})`);
  }
  // The null column stays in the order: only so the planner sees that the index has it already.
  for (const column of columns) part = part.orderBy(column, isDescending ? "desc" : "asc");
  return part.limit(limit);
}
