import { decodeCursor } from "../../../core/queries/cursor.ts";
import { DEADLINE_SORT, DEADLINES } from "../../../core/queries/deadlines/deadlines.ts";
import type { ApiDeps } from "../../deps.ts";
import { sendAnswer } from "../../http/answer.ts";
import { DEFAULT_LIMIT } from "../../http/params.ts";
import { refuseEmptyRange, refuseMixes } from "../../http/refusals.ts";
import type { Router } from "../../http/router.ts";
import { readWalk } from "../../http/walk.ts";
import { listDeadlines } from "./deadlines.contract.ts";
import { idOfDue, toDueDeadline } from "./due.resource.ts";

const SCOPE = { list: "deadlines", sort: "soonest", columns: DEADLINE_SORT.columns };

export const registerListDeadlines = (app: Router, deps: ApiDeps) =>
  app.openapi(listDeadlines, async (c) => {
    const query = c.req.valid("query");
    const { limit = DEFAULT_LIMIT, cursor, minBlock, afterTx, maxLag, ...filter } = query;
    refuseMixes(query, [refuseEmptyRange("after", "before")]);
    const from = cursor === undefined ? undefined : decodeCursor(SCOPE, filter, cursor);
    return sendAnswer(c, deps, { minBlock, afterTx, maxLag }, async (snapshot) => {
      const { position } = snapshot;
      const walk = { source: DEADLINES, scope: SCOPE, filter, limit, from };
      const { rows, page } = await readWalk(snapshot, walk, (row) => idOfDue(row, position));
      return { data: rows.map((row) => toDueDeadline(row, position)), page };
    });
  });
