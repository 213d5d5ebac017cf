import { unknownSequence } from "../../../core/journal/feed.ts";
import { findChanges } from "../../../core/queries/changes.ts";
import type { ApiDeps } from "../../deps.ts";
import { sendFresh } from "../../http/answer.ts";
import type { Router } from "../../http/router.ts";
import { toChange } from "./change.resource.ts";
import { toChangeFilter } from "./change-filter.ts";
import { DEFAULT_CHANGES, listChanges } from "./changes.contract.ts";

export const registerListChanges = (app: Router, deps: ApiDeps) =>
  app.openapi(listChanges, async (c) => {
    const { after = 0, limit = DEFAULT_CHANGES, ...params } = c.req.valid("query");
    const filter = toChangeFilter(deps.addressBook, params);
    return sendFresh(c, deps, {}, async ({ app: appDb }) => {
      const { rows, nextAfter, newest } = await findChanges(appDb, filter, BigInt(after), limit);
      if (BigInt(after) > newest) throw unknownSequence(BigInt(after), newest);
      return {
        data: rows.map(toChange),
        page: {
          nextAfter: Number(nextAfter),
          newestSequence: Number(newest),
          hasMore: nextAfter < newest,
          limit,
        },
      };
    });
  });
