import { createRoute, z } from "@hono/zod-openapi";
import { JOURNAL_STATUSES } from "../../../core/db/app.tables.ts";
import { Meta } from "../../http/meta.ts";
import { json } from "../../http/page.ts";
import { addressParam, idParam, intParam, wordParam } from "../../http/params.ts";
import { problems } from "../../http/problem.ts";
import { Change } from "./change.resource.ts";

/** A feed is read in larger steps than a list: whoever catches up wants to be done. */
const MAX_CHANGES = 500;
export const DEFAULT_CHANGES = 100;

const SEQUENCE = { minimum: 0, maximum: 999_999_999_999_999 } as const;

const filterParams = {
  kind: z
    .string()
    .regex(/^[a-z][a-z0-9_.]{0,63}$/, "must be lower-case words joined by underscores or dots")
    .optional()
    .openapi({
      param: { name: "kind", in: "query" },
      description: "What happened, as the field `kind` prints it.",
      example: "listing_created",
    }),
  listing: idParam("listing", "Listing concerned"),
  escrow: idParam("escrow", "Escrow concerned"),
  account: addressParam("account", "Account that acted, or the other party."),
  status: wordParam("status", "Only entries with this status.", JOURNAL_STATUSES),
};

const FILTER_PROBLEMS = [
  "INVALID_REQUEST",
  "INVALID_ID",
  "AMBIGUOUS_ID",
  "UNKNOWN_SEQUENCE",
] as const;
const SERVER_PROBLEMS = ["NOT_PUBLISHED", "DATABASE_UNAVAILABLE", "QUERY_TIMEOUT"] as const;

const ChangePage = z
  .object({
    data: z.array(Change),
    page: z.object({
      nextAfter: z.int().openapi({ description: "Send it as `after` to go on, now or later." }),
      newestSequence: z.int().openapi({ description: "Newest sequence, whatever the filter." }),
      hasMore: z.boolean().openapi({ description: "Whether there is a next page already." }),
      limit: z.int(),
    }),
    meta: Meta,
  })
  .openapi("ChangePage");

export const listChanges = createRoute({
  method: "get",
  path: "/v1/changes",
  operationId: "listChanges",
  tags: ["Changes"],
  summary: "Everything that happened in one sequence, with what was taken back, oldest first",
  description:
    "Replaying all entries from 0, and dropping what a retraction names, gives every event of the index. An entry of kind index.repaired says that the index was repaired; what the repair took back and added follows it. Ask again with `page.nextAfter` to miss nothing.",
  request: {
    query: z.strictObject({
      after: intParam("after", "Entries with a larger sequence; 0 unless given.", SEQUENCE),
      limit: intParam(
        "limit",
        `Entries on a page, 1 to ${MAX_CHANGES}; ${DEFAULT_CHANGES} unless given.`,
        { minimum: 1, maximum: MAX_CHANGES },
      ),
      ...filterParams,
    }),
  },
  responses: {
    200: json(ChangePage, "Entries in the order of the journal"),
    ...problems(...FILTER_PROBLEMS, ...SERVER_PROBLEMS),
  },
});

export const streamChanges = createRoute({
  method: "get",
  path: "/v1/changes/stream",
  operationId: "streamChanges",
  tags: ["Changes"],
  summary: "The same entries as server-sent events, as they come",
  description:
    "Each message has the sequence as `id`, the kind as `event` and a Change as `data`. It begins now, after `after`, or after `Last-Event-ID`, which a browser sends by itself when it connects again; nothing is lost or repeated in between. A comment comes every 15 seconds. A reader that is too slow is told so in a comment and can connect again.",
  request: {
    query: z.strictObject({
      after: intParam(
        "after",
        "Entries with a larger sequence; from now on unless given.",
        SEQUENCE,
      ),
      ...filterParams,
    }),
    headers: z.object({
      "last-event-id": z
        .string()
        .regex(/^\d{1,15}$/, "must be a sequence")
        .transform(BigInt)
        .optional()
        .openapi({
          param: { name: "last-event-id", in: "header" },
          type: "string",
          description: "Sequence that was heard last; it wins over `after`.",
        }),
    }),
  },
  responses: {
    200: {
      description: "Server-sent events until either side ends them",
      content: {
        "text/event-stream": {
          schema: z.string().openapi({
            example:
              'event: listing_created\ndata: {"sequence":17,"status":"provisional"}\nid: 17\n\n',
          }),
        },
      },
    },
    ...problems(...FILTER_PROBLEMS, ...SERVER_PROBLEMS, "TOO_MANY_STREAMS"),
  },
});

/** Query parameters that choose entries. */
export type FilterParams = Pick<
  z.output<(typeof listChanges)["request"]["query"]>,
  keyof typeof filterParams
>;
