import { findActivityPage } from "../../../core/queries/activity.ts";
import type { ApiDeps } from "../../deps.ts";
import { readAnswer } from "../../http/answer.ts";
import { pageInfo, pageRequest } from "../../http/page.ts";
import { resolveOptionalId } from "../../http/resolve-id.ts";
import type { Router } from "../../http/router.ts";
import { listActivity } from "./activity.contract.ts";
import { toActivity } from "./activity.resource.ts";

const SCOPE = { list: "activity", sort: "newest", keys: ["int8", "int4"] } as const;

export const registerListActivity = (app: Router, deps: ApiDeps) =>
  app.openapi(listActivity, async (c) => {
    const { limit, cursor, minBlock, afterTx, maxLag, ...rest } = c.req.valid("query");
    const { listing, escrow, offer, ...words } = rest;
    const { addressBook } = deps;
    const filter = {
      ...words,
      listing: resolveOptionalId(addressBook, "marketplace", listing, "/query/listing"),
      escrow: resolveOptionalId(addressBook, "escrow", escrow, "/query/escrow"),
      offer: resolveOptionalId(addressBook, "escrow", offer, "/query/offer"),
    };
    const request = pageRequest(SCOPE, filter, { limit, cursor });
    const answer = await readAnswer(c, deps, { minBlock, afterTx, maxLag }, async (snapshot) => {
      const { indexed, position } = snapshot;
      const page = await findActivityPage(indexed, position.chainId, filter, request);
      return {
        data: page.rows.map((row) => toActivity(row, position)),
        page: pageInfo(SCOPE, filter, page, request.limit, (row) => [
          row.blockNumber,
          row.logIndex,
        ]),
      };
    });
    return c.json(answer, 200);
  });
