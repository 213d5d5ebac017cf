import { asCaller } from "../../../core/db/as-caller.ts";
import {
  addDraft,
  findDraftPage,
  getDraft,
  removeDraft,
  replaceDraft,
} from "../../../core/queries/drafts.ts";
import type { ApiDeps } from "../../deps.ts";
import { carryOut, privateMeta, privatePage } from "../../http/private-answer.ts";
import type { Router } from "../../http/router.ts";
import { requireCaller } from "../../middleware/caller.ts";
import {
  createDraft,
  deleteDraft,
  getDraftRoute,
  listDrafts,
  replaceDraftRoute,
  toDraft,
} from "./drafts.contract.ts";

const DEFAULT_LIMIT = 20;

/** Drafts are shown to their owners and nobody else: row-level security sees to it (check RL-1). */
export function registerDrafts(app: Router, deps: ApiDeps): void {
  app.openapi(listDrafts, async (c) => {
    const caller = await requireCaller(c);
    const { cursor: before, limit = DEFAULT_LIMIT } = c.req.valid("query");
    const page = await asCaller(deps.writes.callers, caller, (transaction) =>
      findDraftPage(transaction, { before, limit }),
    );
    const shape = {
      limit,
      toResource: toDraft,
      cursorOf: ({ draftId }: { draftId: string }) => draftId,
    };
    return c.json(privatePage(c, page, shape), 200);
  });

  app.openapi(createDraft, async (c) => {
    const caller = await requireCaller(c, { isBound: true });
    const content = c.req.valid("json");
    const answer = await carryOut(c, deps, { caller, status: 201 }, async (transaction) =>
      toDraft(await addDraft(transaction, caller.accountId, content)),
    );
    return c.json(answer, 201);
  });

  app.openapi(getDraftRoute, async (c) => {
    const caller = await requireCaller(c);
    const { draftId } = c.req.valid("param");
    const row = await asCaller(deps.writes.callers, caller, (transaction) =>
      getDraft(transaction, draftId),
    );
    return c.json({ data: toDraft(row), meta: privateMeta(c) }, 200);
  });

  app.openapi(replaceDraftRoute, async (c) => {
    const caller = await requireCaller(c, { isBound: true });
    const { draftId } = c.req.valid("param");
    const content = c.req.valid("json");
    const answer = await carryOut(c, deps, { caller, status: 200 }, async (transaction) =>
      toDraft(await replaceDraft(transaction, draftId, content)),
    );
    return c.json(answer, 200);
  });

  app.openapi(deleteDraft, async (c) => {
    const caller = await requireCaller(c, { isBound: true });
    const { draftId } = c.req.valid("param");
    const answer = await carryOut(c, deps, { caller, status: 200 }, async (transaction) => {
      await removeDraft(transaction, draftId);
      return { draftId };
    });
    return c.json(answer, 200);
  });
}
