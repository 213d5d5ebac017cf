import type { z } from "@hono/zod-openapi";
import type { ApiDeps } from "../deps.ts";
import { answerGet, answerList } from "./collection-answers.ts";
import { buildGetRoute, buildListRoute } from "./collection-contract.ts";
import type { CollectionDefinition, GetQuery, ListQuery } from "./collection-definition.ts";
import type { Router } from "./router.ts";
import { sortNames } from "./sort-names.ts";

/** Defines a resource once; gives its routes and their registration. */
export function defineCollection<
  Row,
  Filter extends object,
  SortName extends string,
  Shape extends z.ZodRawShape,
  Resource extends z.ZodObject,
>(definition: CollectionDefinition<Row, Filter, SortName, Shape, Resource>) {
  const listRoute = buildListRoute(definition);
  const getRoute = buildGetRoute(definition);
  return {
    name: definition.name,
    /** For routes that answer with the same rows, such as lists below a parent. */
    definition,
    search: definition.search,
    /** Sorts that need a filter, and which. */
    sortNeeds: { ...definition.sortNeeds } as Readonly<Record<string, string | undefined>>,
    /** Names of the sorts, the default first. */
    sorts: sortNames(definition),
    listRoute,
    getRoute,
    registerList: (app: Router, deps: ApiDeps) =>
      app.openapi(listRoute, async (c) => {
        // The schema of the route is made of the definition's filters and the shared parameters.
        const query = c.req.valid("query") as ListQuery<Shape, SortName>;
        return answerList(c, query, deps, definition);
      }),
    registerGet: (app: Router, deps: ApiDeps) =>
      app.openapi(getRoute, async (c) => {
        const { id } = c.req.valid("param");
        const query: GetQuery = c.req.valid("query");
        return answerGet(c, id, query, deps, definition);
      }),
  };
}

/** A resource as routes and tests see it, whatever its rows are. */
export type Collection = Omit<ReturnType<typeof defineCollection>, "definition">;
