import { findAuditPage } from "../../../core/audit-log/read-audit-log.ts";
import { asCaller } from "../../../core/db/as-caller.ts";
import { requireRoleIn } from "../../../core/organisations/organisations.ts";
import type { ApiDeps } from "../../deps.ts";
import { DEFAULT_LIMIT } from "../../http/params.ts";
import { privatePage } from "../../http/private-answer.ts";
import type { Router } from "../../http/router.ts";
import { requireCaller } from "../../middleware/caller.ts";
import { cursorOfEntry, type Entry, toEntry } from "../admin/audit.resource.ts";
import { listOrganisationAudit } from "./organisations.contract.ts";

/** What was done in an organisation, for its owners (issue 5). */
export function registerOrganisationAudit(app: Router, deps: ApiDeps): void {
  app.openapi(listOrganisationAudit, async (c) => {
    const caller = await requireCaller(c);
    const { organisationId } = c.req.valid("param");
    const { limit = DEFAULT_LIMIT, cursor, actor, action } = c.req.valid("query");
    const before = cursor === undefined ? undefined : BigInt(cursor);
    const page = await asCaller(deps.writes.callers, caller, async (transaction) => {
      await requireRoleIn(transaction, { organisationId, accountId: caller.accountId }, ["owner"]);
      const wanted = { organisationId, actorId: actor, action, before, limit };
      return findAuditPage(transaction, wanted);
    });
    const shape = { limit, toResource: toMemberEntry, cursorOf: cursorOfEntry };
    return c.json(privatePage(c, page, shape), 200);
  });
}

/** Without the address and the program of whoever did it. */
function toMemberEntry(row: Entry) {
  const { client: _, userAgent: __, ...shown } = toEntry(row);
  return shown;
}
