import { z } from "@hono/zod-openapi";
import { Meta } from "./meta.ts";
import { Hash } from "./values.ts";

/** A list that began on a block which the chain has left since. */
const Reorg = z
  .object({
    startedAt: z.object({ blockNumber: z.int(), blockHash: Hash }).openapi({
      description: "Newest block with an event when the walk began.",
    }),
    changedIds: z.array(z.string()).nullable().openapi({
      description: "Rows of this list that changed in that block or later; null if over 100.",
    }),
  })
  .openapi("Reorg");

export const PageInfo = z
  .object({
    nextCursor: z.string().nullable(),
    prevCursor: z.string().nullable(),
    hasMore: z.boolean().openapi({ description: "Whether there is a next page." }),
    limit: z.int(),
    reorg: Reorg.nullable().openapi({
      description: "Set when a reorganisation undid the block on which the walk began.",
    }),
  })
  .openapi("PageInfo");

/** Why one of the ids of `ids` has no row. */
export const IdError = z
  .object({ id: z.string(), code: z.string(), message: z.string(), fix: z.string() })
  .openapi("IdError");

/** Schema of a page of resources, or of the resources that `ids` names. */
export const pageOf = <Resource extends z.ZodType>(resource: Resource, name: string) =>
  z
    .object({
      data: z.array(resource),
      errors: z.array(IdError).optional().openapi({
        description: "Present with `ids` only: one entry for each id without a row.",
      }),
      page: PageInfo,
      meta: Meta,
    })
    .openapi(name);

/** Schema of a single resource. */
export const singleOf = <Resource extends z.ZodType>(resource: Resource, name: string) =>
  z.object({ data: resource, meta: Meta }).openapi(name);

/** A JSON answer as routes declare it. */
export const json = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  content: { "application/json": { schema } },
  description,
});
