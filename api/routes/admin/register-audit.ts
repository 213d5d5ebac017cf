import { findAuditPage, verifyAuditLog } from "../../../core/audit-log/read-audit-log.ts";
import { asCaller } from "../../../core/db/as-caller.ts";
import type { ApiDeps } from "../../deps.ts";
import { DEFAULT_LIMIT } from "../../http/params.ts";
import { privateMeta, privatePage } from "../../http/private-answer.ts";
import type { Router } from "../../http/router.ts";
import { requireCaller } from "../../middleware/caller.ts";
import { listAudit, verifyAudit } from "./audit.contract.ts";
import { cursorOfEntry, toEntry } from "./audit.resource.ts";

const DEFAULT_ENTRIES = 10_000;

export function registerAudit(app: Router, deps: ApiDeps): void {
  app.openapi(listAudit, async (c) => {
    const caller = await requireCaller(c, { scope: "account:read" });
    const { limit = DEFAULT_LIMIT, cursor, actor, ...filter } = c.req.valid("query");
    const before = cursor === undefined ? undefined : BigInt(cursor);
    const page = await asCaller(deps.writes.callers, caller, (transaction) =>
      findAuditPage(transaction, {
        ...{ ...filter, limit, before, actorId: actor },
        only: caller.roles.includes("admin") ? undefined : caller.accountId,
      }),
    );
    const shape = { limit, toResource: toEntry, cursorOf: cursorOfEntry };
    return c.json(privatePage(c, page, shape), 200);
  });

  app.openapi(verifyAudit, async (c) => {
    const caller = await requireCaller(c, { role: "admin" });
    const { after = "0", entries = DEFAULT_ENTRIES } = c.req.valid("query");
    const verdict = await asCaller(deps.writes.callers, caller, (transaction) =>
      verifyAuditLog(transaction, { afterSequence: BigInt(after), maxEntries: entries }),
    );
    const data = {
      isWhole: verdict.brokenAt === null,
      checked: String(verdict.checked),
      lastSequence: String(verdict.lastSequence),
      lastHash: verdict.lastHash,
      brokenAt: verdict.brokenAt === null ? null : String(verdict.brokenAt),
      fault: verdict.fault,
    };
    return c.json({ data, meta: privateMeta(c) }, 200);
  });
}
