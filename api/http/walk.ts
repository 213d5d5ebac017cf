import type { z } from "@hono/zod-openapi";
import type { Snapshot } from "../../core/db/consistent-read.ts";
import type { Page } from "../../core/db/keyset.ts";
import type { Source } from "../../core/db/source.ts";
import { type Anchor, findAnchor, isOrphaned } from "../../core/queries/anchor.ts";
import { type CursorScope, encodeCursor, type Place } from "../../core/queries/cursor.ts";
import type { PageInfo } from "./page.ts";

/** Changed rows that an answer names at most. */
const MAX_CHANGED_IDS = 100;

/** One step of a walk over a list. */
export type Walk<Row, Filter, SortName extends string> = {
  source: Pick<Source<Row, Filter, SortName>, "findPage" | "findChanged" | "sortValues">;
  scope: CursorScope & { sort: SortName };
  filter: Filter;
  limit: number;
  /** Undefined where the walk begins. */
  from: Place | undefined;
};

/** Reads one page with the cursors around it, and what a reorganisation did to the walk. */
export async function readWalk<Row, Filter extends object, SortName extends string>(
  snapshot: Snapshot,
  walk: Walk<Row, Filter, SortName>,
  idOf: (row: Row) => string,
): Promise<{ rows: Row[]; page: z.output<typeof PageInfo> }> {
  const { source, scope, filter, limit, from } = walk;
  const page = await source.findPage(snapshot, filter, scope.sort, { limit, from });
  // Only a page that leads somewhere needs to remember where the walk began.
  const isFirstOfMany = from === undefined && page.hasNext;
  const anchor = isFirstOfMany ? await findAnchor(snapshot) : (from?.anchor ?? null);
  return {
    rows: page.rows,
    page: {
      ...cursorsAround(walk, page, anchor),
      limit,
      reorg: from === undefined ? null : await findReorg(snapshot, walk, anchor, idOf),
    },
  };
}

function cursorsAround<Row, Filter extends object, SortName extends string>(
  { source, scope, filter }: Walk<Row, Filter, SortName>,
  page: Page<Row>,
  anchor: Anchor | null,
) {
  const [first, last] = [page.rows[0], page.rows.at(-1)];
  const cursor = (direction: Place["direction"], row: Row) =>
    encodeCursor(scope, filter, {
      direction,
      values: source.sortValues(row, scope.sort),
      anchor,
    });
  const nextCursor = page.hasNext && last !== undefined ? cursor("next", last) : null;
  return {
    nextCursor,
    prevCursor: page.hasPrevious && first !== undefined ? cursor("prev", first) : null,
    hasMore: nextCursor !== null,
  };
}

async function findReorg<Row, Filter extends object, SortName extends string>(
  snapshot: Snapshot,
  { source, filter }: Walk<Row, Filter, SortName>,
  anchor: Anchor | null,
  idOf: (row: Row) => string,
): Promise<z.output<typeof PageInfo>["reorg"]> {
  if (anchor === null || !(await isOrphaned(snapshot, anchor))) return null;
  const { blockNumber, blockHash } = anchor;
  const changed = await source.findChanged(snapshot, filter, blockNumber, MAX_CHANGED_IDS + 1);
  return {
    startedAt: { blockNumber: Number(blockNumber), blockHash },
    changedIds: changed.length > MAX_CHANGED_IDS ? null : changed.map(idOf),
  };
}
