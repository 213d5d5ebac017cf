import { createRoute, z } from "@hono/zod-openapi";
import type { ErrorCode } from "../../core/errors.ts";
import type { Detail } from "./detail.ts";
import type { Include } from "./include.ts";
import { json, pageOf, singleOf } from "./page.ts";
import { freshnessParams, idPath, idsParam, pageParams, wordParam, wordsParam } from "./params.ts";
import { problems } from "./problem.ts";
import { OF_READS_BY_ID } from "./read-contract.ts";
import { sortNames } from "./sort-names.ts";

/** What the document says of a resource. */
type Described = {
  name: string;
  singular: string;
  plural: string;
  tag: string;
  summaries: { list: string; get: string };
  source: { sorts: Readonly<Record<string, unknown>> };
  defaultSort: string;
  search?: { parameter: string; sort: string };
  filters: z.ZodRawShape;
  resource: z.ZodObject;
  idDescription?: string;
  notFound: ErrorCode;
  includes?: Readonly<Record<string, Pick<Include<never>, "schema">>>;
  detail?: Pick<Detail<never>, "schema">;
};

const SEARCH_PROBLEMS = ["SEARCH_NOT_READY"] as const satisfies ErrorCode[];

export function buildListRoute(collection: Described) {
  const { name, singular, plural, tag, summaries, filters, resource, search } = collection;
  const sorts = sortNames(collection);
  const query: z.ZodObject = z.strictObject({
    ...filters,
    sort: wordParam("sort", describeSort(collection), sorts),
    ids: idsParam,
    ...includeParam(collection),
    ...pageParams,
    ...freshnessParams,
  });
  const row = withIncluded(collection, resource, `${singular}Row`);
  return createRoute({
    method: "get",
    path: `/v1/${name}`,
    operationId: `list${plural}`,
    tags: [tag],
    summary: summaries.list,
    request: { query },
    responses: {
      200: json(pageOf(row, `${singular}Page`), `One page, or the rows that ids names`),
      ...problems(
        ...OF_READS_BY_ID,
        ...(search === undefined ? [] : SEARCH_PROBLEMS),
        "INVALID_CURSOR",
        "CURSOR_MISMATCH",
      ),
    },
  });
}

export function buildGetRoute(collection: Described) {
  const { name, singular, tag, summaries, resource, detail, notFound } = collection;
  const query: z.ZodObject = z.strictObject({ ...includeParam(collection), ...freshnessParams });
  const shown =
    detail === undefined
      ? withIncluded(collection, resource, `${singular}Row`)
      : withIncluded(collection, detail.schema, `${singular}DetailRow`);
  return createRoute({
    method: "get",
    path: `/v1/${name}/{id}`,
    operationId: `get${singular}`,
    tags: [tag],
    summary: summaries.get,
    request: { params: idPath(collection.idDescription), query },
    responses: {
      200: json(singleOf(shown, `${singular}Answer`), "The row"),
      ...problems(...OF_READS_BY_ID, notFound),
    },
  });
}

function describeSort({ search, ...collection }: Described): string {
  const order = `Order of the list; ${sortNames(collection)[0]} unless given`;
  if (search === undefined) return `${order}.`;
  const { parameter, sort } = search;
  return `${order}, or ${sort} with ${parameter}. Without ${parameter} there is no ${sort}.`;
}

function includeWords({ includes = {} }: Described): [string, ...string[]] | undefined {
  const [first, ...others] = Object.keys(includes);
  return first === undefined ? undefined : [first, ...others];
}

function includeParam(collection: Described): z.ZodRawShape {
  const words = includeWords(collection);
  if (words === undefined) return {};
  return { include: wordsParam("include", "Related rows to answer with, in `included`.", words) };
}

/** A row with the place for what `include` asked for. */
function withIncluded(collection: Described, row: z.ZodObject, name: string): z.ZodObject {
  const { includes, singular } = collection;
  if (includes === undefined) return row;
  const shape = Object.entries(includes).map(([word, { schema }]) => [word, schema.optional()]);
  const included = z.object(Object.fromEntries(shape)).openapi(`${singular}Included`);
  return row
    .extend({ included: included.optional().openapi({ description: "What include= asked for." }) })
    .openapi(name);
}
