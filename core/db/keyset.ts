import { type SelectQueryBuilder, type SqlBool, sql } from "kysely";

/** The walking direction over a sorted list. */
export type Direction = "next" | "prev";

/** How a list is sorted: columns that are never null and together unique, all in one order. */
export type Sort<Column extends string = string> = {
  columns: readonly Column[];
  order: "asc" | "desc";
};

/** Where a page begins: after the row with these values of the sort columns, walking this way. */
export type Position = { values: readonly (bigint | number | string)[]; direction: Direction };

export type PageRequest = { limit: number; from: Position | undefined };

/** A page in the order of the list, and whether there is more on either side. */
export type Page<Row> = { rows: Row[]; hasNext: boolean; hasPrevious: boolean };

/**
 * Reads one page by comparing row values, so that inserts and deletes elsewhere neither repeat nor
 * hide a row. One row more than asked says whether there is another page.
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
  const isDescending = (sort.order === "desc") !== isBackward;
  const columns = sort.columns.map((column) => `${table}.${column}`);
  let page = query;
  if (from !== undefined) {
    const left = sql.join(columns.map((column) => sql.ref(column)));
    const right = sql.join(from.values.map((value) => sql.val(value)));
    page = page.where(sql<SqlBool>`(${left}) ${sql.raw(isDescending ? "<" : ">")} (${right})`);
  }
  for (const column of columns) {
    page = page.orderBy(sql.ref(column), isDescending ? "desc" : "asc");
  }
  const rows = await page.limit(limit + 1).execute();
  const hasMore = rows.length > limit;
  const kept = rows.slice(0, limit);
  return {
    rows: isBackward ? kept.reverse() : kept,
    hasNext: isBackward ? true : hasMore,
    hasPrevious: isBackward ? hasMore : from !== undefined,
  };
}
