import { type Change, recordChange } from "../../../core/audit-log/record-change.ts";
import { asCaller } from "../../../core/db/as-caller.ts";
import { organisationFor } from "../../../core/organisations/organisations.ts";
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
  type DraftRow,
  deleteDraft,
  getDraftRoute,
  listDrafts,
  replaceDraftRoute,
  toDraft,
} from "./drafts.contract.ts";

const DEFAULT_LIMIT = 20;

/** That a draft was written, and not what it says: that is its owner's alone. */
const changeOf = (
  verb: "create" | "replace",
  { draftId, organisationId, revision }: Pick<DraftRow, "draftId" | "organisationId" | "revision">,
): Change => ({
  action: `draft.${verb}`,
  entity: "listing_draft",
  entityId: draftId,
  organisationId,
  after: { organisationId, revision },
});

const WRITER = { scope: "listings:write" } as const;
const BOUND_WRITER = { ...WRITER, isBound: true } as const;

/**
 * Drafts are shown to their owners, or to the members of their organisation, and nobody else:
 * row-level security sees to it (check RL-1, req 3.83).
 */
export function registerDrafts(app: Router, deps: ApiDeps): void {
  app.openapi(listDrafts, async (c) => {
    const caller = await requireCaller(c, WRITER);
    const { cursor: before, organisation, limit = DEFAULT_LIMIT } = c.req.valid("query");
    const page = await asCaller(deps.writes.callers, caller, async (transaction) => {
      const organisationId = await organisationFor(transaction, caller, organisation);
      return findDraftPage(transaction, { organisationId, before, limit });
    });
    const shape = {
      limit,
      toResource: toDraft,
      cursorOf: ({ draftId }: { draftId: string }) => draftId,
    };
    return c.json(privatePage(c, page, shape), 200);
  });

  app.openapi(createDraft, async (c) => {
    const caller = await requireCaller(c, BOUND_WRITER);
    const { organisationId: wanted, ...content } = c.req.valid("json");
    const answer = await carryOut(c, deps, { caller, status: 201 }, async (transaction, origin) => {
      const organisationId = await organisationFor(transaction, caller, wanted);
      const of = { accountId: caller.accountId, organisationId };
      const draft = await addDraft(transaction, of, content);
      await recordChange(transaction, caller, origin, changeOf("create", draft));
      return toDraft(draft);
    });
    return c.json(answer, 201);
  });

  app.openapi(getDraftRoute, async (c) => {
    const caller = await requireCaller(c, WRITER);
    const { draftId } = c.req.valid("param");
    const row = await asCaller(deps.writes.callers, caller, (transaction) =>
      getDraft(transaction, draftId),
    );
    return c.json({ data: toDraft(row), meta: privateMeta(c) }, 200);
  });

  app.openapi(replaceDraftRoute, async (c) => {
    const caller = await requireCaller(c, BOUND_WRITER);
    const { draftId } = c.req.valid("param");
    const content = c.req.valid("json");
    const answer = await carryOut(c, deps, { caller, status: 200 }, async (transaction, origin) => {
      const draft = await replaceDraft(transaction, draftId, content);
      await recordChange(transaction, caller, origin, changeOf("replace", draft));
      return toDraft(draft);
    });
    return c.json(answer, 200);
  });

  app.openapi(deleteDraft, async (c) => {
    const caller = await requireCaller(c, BOUND_WRITER);
    const { draftId } = c.req.valid("param");
    const answer = await carryOut(c, deps, { caller, status: 200 }, async (transaction, origin) => {
      const { organisationId } = await getDraft(transaction, draftId);
      await removeDraft(transaction, draftId);
      await recordChange(transaction, caller, origin, {
        ...{ action: "draft.delete", entity: "listing_draft", entityId: draftId },
        organisationId,
      });
      return { draftId };
    });
    return c.json(answer, 200);
  });
}
