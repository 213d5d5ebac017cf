import { z } from "@hono/zod-openapi";
import type { Snapshot } from "../../core/db/consistent-read.ts";
import type { Key } from "../../core/db/keys.ts";
import { keyText } from "../../core/db/keys.ts";
import type { KeyColumn } from "../../core/db/keyset.ts";
import type { Children, Source } from "../../core/db/source.ts";

/** How many rows of a related list an answer carries. */
export const INCLUDED_ROWS = 20;

/**
 * Something related that an answer carries on request. `load` asks once for the whole page, and
 * gives what belongs to each row.
 */
export type Include<Row> = {
  schema: z.ZodType;
  load: (snapshot: Snapshot, rows: readonly Row[]) => Promise<(row: Row) => unknown>;
};

/** An include whose values are checked against its schema by the compiler. */
export function include<Row, Schema extends z.ZodType>(
  schema: Schema,
  load: (snapshot: Snapshot, rows: readonly Row[]) => Promise<(row: Row) => z.output<Schema>>,
): Include<Row> {
  return { schema, load };
}

/** The newest rows of a related list, and whether there are more. */
export function includeChildren<Row, Child, Filter, Schema extends z.ZodType>(
  resource: Schema,
  name: string,
  related: {
    source: Source<Child, Filter, "newest">;
    /** Columns of the related row that name its parent, and the parent's values for them. */
    columns: readonly KeyColumn[];
    keyOf: (row: Row) => Key;
    map: (child: Child, position: Snapshot["position"], row: Row) => z.output<Schema>;
  },
): Include<Row> {
  const schema = z
    .object({
      data: z.array(resource).openapi({ description: `At most ${INCLUDED_ROWS}, newest first.` }),
      hasMore: z.boolean().openapi({ description: "Whether there are older ones." }),
    })
    .openapi(name);
  const { source, columns, keyOf, map } = related;
  return {
    schema,
    async load(snapshot, rows) {
      const keys = distinct(rows.map(keyOf));
      const found = await source.findChildren(snapshot, { columns, keys }, "newest", INCLUDED_ROWS);
      return (row) => {
        const children: Children<Child> = found.get(keyText(keyOf(row))) ?? NO_CHILDREN;
        return {
          data: children.rows.map((child) => map(child, snapshot.position, row)),
          hasMore: children.hasMore,
        };
      };
    },
  };
}

const NO_CHILDREN = { rows: [], hasMore: false };

/** The one related row, or null. */
export function includeOne<Row, Other, Filter, SortName extends string, Schema extends z.ZodType>(
  resource: Schema,
  related: {
    source: Pick<Source<Other, Filter, SortName>, "findByKeys">;
    /** Key of the related row; null where there is none. */
    keyOf: (row: Row) => Key | null;
    map: (other: Other, position: Snapshot["position"], row: Row) => z.output<Schema>;
  },
): Include<Row> {
  const { source, keyOf, map } = related;
  return {
    schema: resource.nullable(),
    async load(snapshot, rows) {
      const keys = distinct(rows.map(keyOf).filter((key) => key !== null));
      const found = await source.findByKeys(snapshot, keys);
      return (row) => {
        const other = found.get(keyText(keyOf(row) ?? []));
        return other === undefined ? null : map(other, snapshot.position, row);
      };
    },
  };
}

function distinct(keys: readonly Key[]): Key[] {
  return [...new Map(keys.map((key) => [keyText(key), key])).values()];
}
