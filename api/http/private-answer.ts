import { z } from "@hono/zod-openapi";
import type { Origin } from "../../core/audit-log/record-change.ts";
import { asCaller, type CallerTransaction } from "../../core/db/as-caller.ts";
import type { Caller } from "../../core/identity/caller.ts";
import type { ApiDeps } from "../deps.ts";
import type { ApiContext } from "./env.ts";

/** Of answers that do not come from the index: there is no block that they speak of. */
export const PrivateMeta = z.object({ requestId: z.string() }).openapi("PrivateMeta");

/** Random id of something that is not on the chain. */
export const Uuid = z.uuid().openapi("Uuid", { example: "3f0e4bd5-9a6e-4c6f-b3f3-b8f2e0b6e62d" });

/** When something happened that is not on the chain. */
export const Moment = z
  .string()
  .openapi("Moment", { format: "date-time", example: "2026-03-01T12:00:00.000Z" });

/** A single answer about something private. */
export const privateOf = <Resource extends z.ZodType>(resource: Resource, name: string) =>
  z.object({ data: resource, meta: PrivateMeta }).openapi(name);

/** A page of them, newest first. */
export const privatePageOf = <Resource extends z.ZodType>(resource: Resource, name: string) =>
  z
    .object({
      data: z.array(resource),
      page: z.object({
        nextCursor: z.string().nullable(),
        prevCursor: z.null().openapi({ description: "These lists go one way." }),
        hasMore: z.boolean().openapi({ description: "Whether there is a next page." }),
        limit: z.int(),
      }),
      meta: PrivateMeta,
    })
    .openapi(name);

/** Says that no cache may keep what follows, and gives its meta. */
export function privateMeta(c: ApiContext): z.output<typeof PrivateMeta> {
  c.header("cache-control", "private, no-store");
  return { requestId: c.get("requestId") };
}

/** A page of `rows`, whose next one begins after the cursor of the last row. */
export function privatePage<Row, Resource>(
  c: ApiContext,
  { rows, hasMore }: { rows: readonly Row[]; hasMore: boolean },
  { limit, toResource, cursorOf }: PageShape<Row, Resource>,
) {
  const last = rows.at(-1);
  return {
    data: rows.map(toResource),
    page: {
      nextCursor: hasMore && last !== undefined ? cursorOf(last) : null,
      prevCursor: null,
      hasMore,
      limit,
    },
    meta: privateMeta(c),
  };
}

type PageShape<Row, Resource> = {
  limit: number;
  toResource: (row: Row) => Resource;
  cursorOf: (row: Row) => string;
};

/** Where a request comes from, as the audit log keeps it. */
export const originOf = (c: ApiContext): Origin => ({
  requestId: c.get("requestId"),
  client: c.get("client"),
  userAgent: c.req.header("user-agent"),
});

/**
 * Carries a write out in one transaction, with the answer to its Idempotency-Key: both are there in
 * the end, or neither. What `work` returns becomes `data`.
 */
export async function carryOut<Data>(
  c: ApiContext,
  { writes }: Pick<ApiDeps, "writes">,
  { caller, status }: { caller: Caller; status: number },
  work: (transaction: CallerTransaction, origin: Origin) => Promise<Data>,
) {
  return asCaller(writes.callers, caller, async (transaction) => {
    const data = await work(transaction, originOf(c));
    const answer = { data, meta: privateMeta(c) };
    await c.get("writeClaim")?.keep(transaction, {
      status,
      headers: { "content-type": "application/json" },
      body: JSON.stringify(answer),
    });
    return answer;
  });
}
