import { DomainError } from "../../../core/errors.ts";
import {
  findDispute,
  findEscrow,
  findHold,
  findTransitions,
} from "../../../core/queries/escrows.ts";
import type { ApiDeps } from "../../deps.ts";
import { readAnswer } from "../../http/answer.ts";
import { resolveId } from "../../http/resolve-id.ts";
import type { Router } from "../../http/router.ts";
import { toEscrowDetail } from "./escrow-detail.resource.ts";
import { getEscrow } from "./escrows.contract.ts";

export const registerGetEscrow = (app: Router, deps: ApiDeps) =>
  app.openapi(getEscrow, async (c) => {
    const { id } = c.req.valid("param");
    const key = resolveId(deps.addressBook, "escrow", id, "/path/id");
    const answer = await readAnswer(c, deps, c.req.valid("query"), async (snapshot) => {
      const row = await findEscrow(snapshot.indexed, key);
      if (row === undefined) throw new DomainError("ESCROW_NOT_FOUND", `No escrow ${id}.`);
      const { indexed, position } = snapshot;
      const parts = {
        hold: await findHold(indexed, key),
        dispute: await findDispute(indexed, key),
        transitions: await findTransitions(indexed, key),
      };
      return { data: toEscrowDetail(row, parts, position) };
    });
    return c.json(answer, 200);
  });
