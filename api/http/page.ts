import { z } from "@hono/zod-openapi";
import type { Page, PageRequest } from "../../core/db/keyset.ts";
import { type CursorScope, decodeCursor, encodeCursor } from "../../core/queries/cursor.ts";
import { Meta } from "./meta.ts";
import { DEFAULT_LIMIT } from "./params.ts";

const PageInfo = z
  .object({
    nextCursor: z.string().nullable(),
    prevCursor: z.string().nullable(),
    hasMore: z.boolean().openapi({ description: "Whether there is a next page." }),
    limit: z.int(),
  })
  .openapi("PageInfo");

/** Schema of a page of resources. */
export const pageOf = <Resource extends z.ZodType>(resource: Resource, name: string) =>
  z.object({ data: z.array(resource), page: PageInfo, meta: Meta }).openapi(name);

/** Schema of a single resource. */
export const singleOf = <Resource extends z.ZodType>(resource: Resource, name: string) =>
  z.object({ data: resource, meta: Meta }).openapi(name);

/** A JSON answer as routes declare it. */
export const json = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  content: { "application/json": { schema } },
  description,
});

/** Reads where the caller wants to go on. */
export function pageRequest(
  scope: CursorScope,
  filters: object,
  { limit = DEFAULT_LIMIT, cursor }: { limit?: number | undefined; cursor?: string | undefined },
): PageRequest {
  return {
    limit,
    from: cursor === undefined ? undefined : decodeCursor(scope, filters, cursor),
  };
}

/** The cursors around a page that was read. */
export function pageInfo<Row>(
  scope: CursorScope,
  filters: object,
  page: Page<Row>,
  limit: number,
  keysOf: (row: Row) => readonly (bigint | number | string)[],
): z.output<typeof PageInfo> {
  const [first, last] = [page.rows[0], page.rows.at(-1)];
  const hasMore = page.hasNext && last !== undefined;
  return {
    nextCursor: hasMore ? encodeCursor(scope, filters, "next", keysOf(last)) : null,
    prevCursor:
      page.hasPrevious && first !== undefined
        ? encodeCursor(scope, filters, "prev", keysOf(first))
        : null,
    hasMore,
    limit,
  };
}
