import type { z } from "@hono/zod-openapi";
import type { Snapshot } from "../../core/db/consistent-read.ts";
import { keyText } from "../../core/db/keys.ts";
import { DomainError } from "../../core/errors.ts";
import { type CursorScope, decodeCursor } from "../../core/queries/cursor.ts";
import type { ApiDeps } from "../deps.ts";
import { sendAnswer, sendFresh } from "./answer.ts";
import { matchIds, readIds } from "./batch.ts";
import type {
  CollectionDefinition,
  FilterParams,
  GetQuery,
  ListQuery,
  Search,
  SharedQuery,
} from "./collection-definition.ts";
import type { ApiContext } from "./env.ts";
import type { Include } from "./include.ts";
import { DEFAULT_LIMIT } from "./params.ts";
import { refuseMixes } from "./refusals.ts";
import { readWalk } from "./walk.ts";

/** Answers with a page, or with the rows that `ids` names. */
export async function answerList<
  Row,
  Filter extends object,
  SortName extends string,
  Shape extends z.ZodRawShape,
  Resource extends z.ZodObject,
>(
  c: ApiContext,
  query: ListQuery<Shape, SortName>,
  deps: ApiDeps,
  collection: CollectionDefinition<Row, Filter, SortName, Shape, Resource>,
) {
  const { source, toResource } = collection;
  refuseMixes(query, collection.refusals ?? []);
  const shared: SharedQuery<SortName> = query;
  const { minBlock, afterTx, maxLag, ids, include, cursor, limit = DEFAULT_LIMIT } = shared;
  const answerRows = async (snapshot: Snapshot, rows: readonly Row[]) => {
    const included = await loadIncluded(snapshot, collection.includes, rows, include);
    return rows.map((row) => ({ ...toResource(row, snapshot.position), ...included(row) }));
  };
  const freshness = { minBlock, afterTx, maxLag };

  if (ids !== undefined) {
    const asked = readIds(ids, collection.parseId, deps.addressBook);
    const keys = asked.flatMap((entry) => ("key" in entry ? [entry.key] : []));
    return sendAnswer(c, deps, freshness, async (snapshot) => {
      const found = await source.findByKeys(snapshot, keys);
      const { rows, errors } = matchIds(asked, found, collection.notFound);
      const page = { nextCursor: null, prevCursor: null, hasMore: false, reorg: null };
      return {
        data: await answerRows(snapshot, rows),
        errors,
        page: { ...page, limit: ids.length },
      };
    });
  }

  const given = filtersOf(collection.filters, query);
  const search = searchIn(collection, given);
  const sort: SortName = shared.sort ?? search?.sort ?? collection.defaultSort;
  const filter = collection.toFilter(given, deps.addressBook);
  const { columns, hasNulls } = source.sorts[sort];
  const scope: CursorScope & { sort: SortName } = {
    list: collection.name,
    sort,
    columns,
    hasNulls,
  };
  const from = cursor === undefined ? undefined : decodeCursor(scope, filter, cursor);
  const answerPage = async (snapshot: Snapshot) => {
    await search?.requireReady(snapshot);
    const walk = { source, scope, filter, limit, from };
    const idOf = (row: Row) => toResource(row, snapshot.position).id;
    const { rows, page } = await readWalk(snapshot, walk, idOf);
    return { data: await answerRows(snapshot, rows), page };
  };
  if (search === undefined) return sendAnswer(c, deps, freshness, answerPage);
  // What a search finds can change while the index stands still.
  return sendFresh(c, deps, freshness, answerPage);
}

/** How the list is searched, if these parameters ask for it. */
function searchIn<SortName>({ search }: { search?: Search<string, SortName> }, given: object) {
  const isAsked = Object.entries(given).some(
    ([name, value]) => name === search?.parameter && value !== undefined,
  );
  return isAsked ? search : undefined;
}

/** The part of a query that a resource itself has declared. */
function filtersOf<Shape extends z.ZodRawShape>(
  filters: Shape,
  query: FilterParams<Shape>,
): FilterParams<Shape> {
  const own = Object.entries(query).filter(([name]) => Object.hasOwn(filters, name));
  // Every member that the filters declare is kept, so the type is.
  return Object.fromEntries(own) as FilterParams<Shape>;
}

/** Answers with one row. */
export async function answerGet<
  Row,
  Filter extends object,
  SortName extends string,
  Shape extends z.ZodRawShape,
  Resource extends z.ZodObject,
>(
  c: ApiContext,
  id: string,
  { include, ...freshness }: GetQuery,
  deps: ApiDeps,
  collection: CollectionDefinition<Row, Filter, SortName, Shape, Resource>,
) {
  const { source, detail, toResource, notFound } = collection;
  const key = collection.parseId(id, "/path/id", deps.addressBook);
  return sendAnswer(
    c,
    deps,
    freshness,
    async (snapshot) => {
      const row = (await source.findByKeys(snapshot, [key])).get(keyText(key));
      if (row === undefined) {
        throw new DomainError(notFound, `No ${collection.singular.toLowerCase()} ${id}.`);
      }
      const included = await loadIncluded(snapshot, collection.includes, [row], include);
      const data =
        detail === undefined
          ? toResource(row, snapshot.position)
          : await detail.load(snapshot, row);
      return { data: { ...data, ...included(row) } };
    },
    ({ data }) => isLastingEvent(collection.isEvent, data),
  );
}

/** What is included beside an event may change although the event cannot. */
function isLastingEvent(isEvent: true | undefined, data: object): boolean {
  return (
    isEvent === true && "finality" in data && data.finality === "final" && !("included" in data)
  );
}

/** Reads what `include` names, one query for each word, and gives the part of each row. */
async function loadIncluded<Row>(
  snapshot: Snapshot,
  includes: Readonly<Record<string, Include<Row>>> = {},
  rows: readonly Row[],
  words: readonly string[] | undefined,
): Promise<(row: Row) => { included?: Record<string, unknown> }> {
  if (words === undefined || rows.length === 0) return () => ({});
  const parts: [string, (row: Row) => unknown][] = [];
  // One after the other: they share the one connection of the snapshot.
  for (const word of words) {
    const wanted = includes[word];
    if (wanted !== undefined) parts.push([word, await wanted.load(snapshot, rows)]);
  }
  return (row) => ({
    included: Object.fromEntries(parts.map(([word, partOf]) => [word, partOf(row)])),
  });
}
