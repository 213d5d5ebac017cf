import { createRoute, z } from "@hono/zod-openapi";
import { DEADLINE_KINDS, DEADLINE_ROLES } from "../../../core/queries/deadlines/branches.ts";
import { json, pageOf } from "../../http/page.ts";
import {
  addressParam,
  freshnessParams,
  pageParams,
  timeParam,
  wordParam,
  wordsParam,
} from "../../http/params.ts";
import { problems } from "../../http/problem.ts";
import { DueDeadline } from "./due.resource.ts";

export const listDeadlines = createRoute({
  method: "get",
  path: "/v1/deadlines",
  operationId: "listDeadlines",
  tags: ["Deadlines"],
  summary: "Moments at which something becomes due or possible, in the order of chain time",
  description:
    "Every moment of everything open: escrows, retainers, disputes, offers and sellers. Those that have passed come first and say whether they are overdue or let an act through.",
  request: {
    query: z.strictObject({
      account: addressParam("account", "Buyer or seller of the row, or agent who may act on it."),
      role: wordParam(
        "role",
        "Who may act; with `account`, the part that the account plays in the row.",
        DEADLINE_ROLES,
      ),
      kind: wordsParam("kind", "What becomes due or possible.", DEADLINE_KINDS),
      after: timeParam("after", "Moments at or after this time."),
      before: timeParam("before", "Moments before this time."),
      ...pageParams,
      ...freshnessParams,
    }),
  },
  responses: {
    200: json(pageOf(DueDeadline, "DeadlinePage"), "One page of deadlines"),
    ...problems(
      "INVALID_REQUEST",
      "INVALID_CURSOR",
      "CURSOR_MISMATCH",
      "NOT_YET_INDEXED",
      "INDEX_BEHIND",
      "NOT_PUBLISHED",
      "DATABASE_UNAVAILABLE",
      "QUERY_TIMEOUT",
    ),
  },
});
