import { createRoute, z } from "@hono/zod-openapi";
import type { Key } from "../../core/db/keys.ts";
import { keyOfChain, keyText } from "../../core/db/keys.ts";
import type { Source } from "../../core/db/source.ts";
import { DomainError, type ErrorCode } from "../../core/errors.ts";
import type { ChainKey } from "../../src/protocol/ids.ts";
import type { ContractKind } from "../../src/protocol/states.ts";
import type { ApiDeps } from "../deps.ts";
import { answerList } from "./collection-answers.ts";
import type { CollectionDefinition, ListQuery } from "./collection-definition.ts";
import { idPath } from "./params.ts";
import { problems } from "./problem.ts";
import { resolveId } from "./resolve-id.ts";
import type { Router } from "./router.ts";

/** What a list can stand below. */
export type Parent = {
  /** Path below `/v1`. */
  name: string;
  singular: string;
  tag: string;
  kind: ContractKind;
  source: { findByKeys: (...args: Parameters<FindByKeys>) => Promise<Map<string, unknown>> };
  notFound: ErrorCode;
};
type FindByKeys = Source<unknown, unknown, string>["findByKeys"];

/**
 * The list of a collection below one parent, such as `/v1/listings/{id}/offers`. A filter is fixed by
 * the path; cursors, sorts, other filters and includes are those of the collection, and its cursors
 * work here too.
 */
export function defineSubList<
  Row,
  Filter extends object,
  SortName extends string,
  Shape extends z.ZodRawShape,
  Resource extends z.ZodObject,
>(
  parent: Parent,
  collection: {
    definition: CollectionDefinition<Row, Filter, SortName, Shape, Resource>;
    listRoute: { request: { query: z.ZodObject }; responses: object };
  },
  {
    summary,
    fixed,
    narrow,
  }: {
    summary: string;
    /** Parameters of the collection that mean nothing below the parent. */
    fixed: readonly (keyof Shape & string)[];
    /** The filter that the path fixes. */
    narrow: (key: ChainKey) => Partial<Filter>;
  },
) {
  const { definition, listRoute } = collection;
  const given = new Set<string>(["ids", ...fixed]);
  const shape = Object.entries(listRoute.request.query.shape).filter(([name]) => !given.has(name));
  const route = createRoute({
    method: "get",
    path: `/v1/${parent.name}/{id}/${definition.name}`,
    operationId: `list${parent.singular}${definition.plural}`,
    tags: [parent.tag],
    summary,
    request: { params: idPath(), query: z.strictObject(Object.fromEntries(shape)) },
    responses: {
      ...(listRoute.responses as ListResponses),
      ...problems(parent.notFound),
    },
  });
  return {
    route,
    register: (app: Router, deps: ApiDeps) =>
      app.openapi(route, async (c) => {
        const { id } = c.req.valid("param");
        const key = resolveId(deps.addressBook, parent.kind, id, "/path/id");
        // The schema is that of the list less parameters that are optional there.
        const query = c.req.valid("query") as ListQuery<Shape, SortName>;
        const below: typeof definition = {
          ...definition,
          source: belowParent(definition.source, parent, keyOfChain(key), id),
          toFilter: (params, addressBook) => ({
            ...definition.toFilter(params, addressBook),
            ...narrow(key),
          }),
        };
        return answerList(c, query, deps, below);
      }),
  };
}

/** The answers of a list, as every collection declares them. */
type ListResponses = Record<number, ReturnType<typeof problems>[string]> & {
  200: { content: { "application/json": { schema: z.ZodType } }; description: string };
};

/** The same rows, from the same snapshot in which the parent is found. */
function belowParent<Row, Filter, SortName extends string>(
  source: Source<Row, Filter, SortName>,
  parent: Parent,
  key: Key,
  id: string,
): Source<Row, Filter, SortName> {
  return {
    ...source,
    async findPage(snapshot, filter, sort, request) {
      if (!(await parent.source.findByKeys(snapshot, [key])).has(keyText(key))) {
        throw new DomainError(parent.notFound, `No ${parent.singular.toLowerCase()} ${id}.`);
      }
      return source.findPage(snapshot, filter, sort, request);
    },
  };
}
