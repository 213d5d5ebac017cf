import { findEscrowPage } from "../../../core/queries/escrows.ts";
import type { ApiDeps } from "../../deps.ts";
import { readAnswer } from "../../http/answer.ts";
import { pageInfo, pageRequest } from "../../http/page.ts";
import { resolveOptionalId } from "../../http/resolve-id.ts";
import type { Router } from "../../http/router.ts";
import { toEscrow } from "./escrow.resource.ts";
import { listEscrows } from "./escrows.contract.ts";

const SCOPE = { list: "escrows", sort: "newest", keys: ["int8", "address", "uint256"] } as const;

export const registerListEscrows = (app: Router, deps: ApiDeps) =>
  app.openapi(listEscrows, async (c) => {
    const { limit, cursor, minBlock, afterTx, maxLag, listing, ...words } = c.req.valid("query");
    const filter = {
      ...words,
      listing: resolveOptionalId(deps.addressBook, "marketplace", listing, "/query/listing"),
    };
    const request = pageRequest(SCOPE, filter, { limit, cursor });
    const answer = await readAnswer(c, deps, { minBlock, afterTx, maxLag }, async (snapshot) => {
      const page = await findEscrowPage(snapshot.indexed, filter, request);
      return {
        data: page.rows.map((row) => toEscrow(row, snapshot.position)),
        page: pageInfo(SCOPE, filter, page, request.limit, (row) => [
          row.createdAt,
          row.contract,
          row.escrowId,
        ]),
      };
    });
    return c.json(answer, 200);
  });
