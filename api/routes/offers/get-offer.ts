import { DomainError } from "../../../core/errors.ts";
import { findOffer } from "../../../core/queries/offers.ts";
import type { ApiDeps } from "../../deps.ts";
import { readAnswer } from "../../http/answer.ts";
import { resolveId } from "../../http/resolve-id.ts";
import type { Router } from "../../http/router.ts";
import { toOffer } from "./offer.resource.ts";
import { getOffer } from "./offers.contract.ts";

export const registerGetOffer = (app: Router, deps: ApiDeps) =>
  app.openapi(getOffer, async (c) => {
    const { id } = c.req.valid("param");
    const key = resolveId(deps.addressBook, "escrow", id, "/path/id");
    const answer = await readAnswer(c, deps, c.req.valid("query"), async (snapshot) => {
      const row = await findOffer(snapshot.indexed, key);
      if (row === undefined) throw new DomainError("OFFER_NOT_FOUND", `No offer ${id}.`);
      return { data: toOffer(row, snapshot.position) };
    });
    return c.json(answer, 200);
  });
