import { createRoute, z } from "@hono/zod-openapi";
import { Meta } from "../../http/meta.ts";
import { json, singleOf } from "../../http/page.ts";
import { freshnessParams, intParam } from "../../http/params.ts";
import { problems } from "../../http/problem.ts";
import {
  EstimateOutcome,
  EstimateProof,
  RecordDay,
  RecordEntry,
  TrackRecord,
} from "./track-record.resource.ts";

const tags = ["Track record"];

const READ_PROBLEMS = [
  "INVALID_REQUEST",
  "NOT_PUBLISHED",
  "DATABASE_UNAVAILABLE",
  "QUERY_TIMEOUT",
] as const;

/** The record is read in larger steps than a list: whoever checks it reads all of it. */
const MOST = 500;
export const DEFAULT_ENTRIES = 100;

const limit = intParam("limit", `At most so many, 1 to ${MOST}; ${DEFAULT_ENTRIES} unless given.`, {
  minimum: 1,
  maximum: MOST,
});

const after = (what: string) =>
  intParam("after", `${what}; from the first on unless given.`, {
    minimum: 0,
    maximum: 999_999_999_999_999,
  });

const feedOf = <Item extends z.ZodType>(item: Item, name: string) =>
  z
    .object({
      data: z.array(item),
      page: z.object({
        nextAfter: z.int().openapi({ description: "Send it as `after` to go on, now or later." }),
        hasMore: z.boolean().openapi({ description: "Whether there is a next page already." }),
        limit: z.int(),
      }),
      head: z
        .object({ sequence: z.int(), hash: z.string() })
        .openapi({ description: "Where the record ends; keep it to see that nothing is removed." }),
      meta: Meta,
    })
    .openapi(name);

export const getTrackRecord = createRoute({
  tags,
  method: "get",
  path: "/v1/valuations/track-record",
  operationId: "getTrackRecord",
  summary: "How far published estimates were off, and asks and rules of thumb on the same deals",
  description:
    "Escrows that closed at arm's length score the last estimate that was made before their price was known, with the ask hidden. Same-party, disputed, refunded and emergency ends are left out with their reason. `valuation:verify` works everything out from /v1/valuations/record.",
  request: { query: z.strictObject({ ...freshnessParams }) },
  responses: {
    200: json(singleOf(TrackRecord, "TrackRecordAnswer"), "All deals, then by group"),
    ...problems(...READ_PROBLEMS, "NOT_YET_INDEXED", "INDEX_BEHIND"),
  },
});

export const listRecordEntries = createRoute({
  tags,
  method: "get",
  path: "/v1/valuations/record",
  operationId: "listRecordEntries",
  summary: "Every published estimate in one chain of hashes, oldest first",
  request: { query: z.strictObject({ after: after("Entries after this one"), limit }) },
  responses: {
    200: json(feedOf(RecordEntry, "RecordEntryPage"), "Entries in their order"),
    ...problems(...READ_PROBLEMS),
  },
});

export const listRecordDays = createRoute({
  tags,
  method: "get",
  path: "/v1/valuations/record/days",
  operationId: "listRecordDays",
  summary: "The Merkle root of each day that is over",
  request: {
    query: z.strictObject({
      after: z.iso
        .date("must be a day such as 2026-11-20")
        .refine((day) => day >= "1970-01-01", { error: "must not be before 1970" })
        .optional()
        .openapi({
          param: { name: "after", in: "query" },
          description: "Days after this one; from the first on unless given.",
          example: "2026-11-20",
        }),
      limit,
    }),
  },
  responses: {
    200: json(
      z
        .object({
          data: z.array(RecordDay),
          page: z.object({ hasMore: z.boolean(), limit: z.int() }),
          meta: Meta,
        })
        .openapi("RecordDayPage"),
      "Days, oldest first",
    ),
    ...problems(...READ_PROBLEMS),
  },
});

export const listEstimateOutcomes = createRoute({
  tags,
  method: "get",
  path: "/v1/valuations/record/outcomes",
  operationId: "listEstimateOutcomes",
  summary: "How closed escrows ended, and which estimates they score",
  request: {
    query: z.strictObject({ after: after("Outcomes after this place of `page.nextAfter`"), limit }),
  },
  responses: {
    200: json(feedOf(EstimateOutcome, "EstimateOutcomePage"), "In the order of writing"),
    ...problems(...READ_PROBLEMS),
  },
});

export const getEstimateProof = createRoute({
  tags,
  method: "get",
  path: "/v1/valuations/{id}/proof",
  operationId: "getEstimateProof",
  summary: "Proof that a published estimate is under the root of its day",
  request: {
    params: z.object({
      id: z.uuid("must be the id of a valuation").openapi({
        param: { name: "id", in: "path" },
        description: "Id of a valuation.",
        example: "3f0e4bd5-9a6e-4c6f-b3f3-b8f2e0b6e62d",
      }),
    }),
    query: z.strictObject({}),
  },
  responses: {
    200: json(singleOf(EstimateProof, "EstimateProofAnswer"), "The proof"),
    ...problems(...READ_PROBLEMS, "ESTIMATE_NOT_RECORDED"),
  },
});
