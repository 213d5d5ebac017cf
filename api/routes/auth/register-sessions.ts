import { DomainError } from "../../../core/errors.ts";
import type { ApiDeps } from "../../deps.ts";
import { originOf, privateMeta } from "../../http/private-answer.ts";
import type { Router } from "../../http/router.ts";
import { toAddressOrNull } from "../../http/values.ts";
import { requireCaller } from "../../middleware/caller.ts";
import { endSession, listSessions, logout, logoutEverywhere } from "./auth.contract.ts";
import { identityOf } from "./identity-of.ts";

/** What somebody who has signed in can do about his sessions. */
export function registerSessions(app: Router, deps: ApiDeps): void {
  app.openapi(logout, async (c) => {
    const caller = await requireCaller(c);
    if (caller.kind !== "session") {
      throw new DomainError("FORBIDDEN", "A signed request has no session to end.");
    }
    await identityOf(deps).sessions.end(caller.sessionId, "logout", {
      caller,
      origin: originOf(c),
    });
    return c.body(null, 204);
  });

  app.openapi(logoutEverywhere, async (c) => {
    const caller = await requireCaller(c, { isBound: true });
    const by = { caller, origin: originOf(c) };
    const { sessions } = identityOf(deps);
    const ended = await sessions.endAll(caller.accountId, "logout_everywhere", by);
    return c.json({ data: { ended }, meta: privateMeta(c) }, 200);
  });

  app.openapi(listSessions, async (c) => {
    const caller = await requireCaller(c);
    const rows = await identityOf(deps).sessions.list(caller.accountId);
    const current = caller.kind === "session" ? caller.sessionId : undefined;
    const data = rows.map((row) => ({
      sessionId: row.sessionId,
      isCurrent: row.sessionId === current,
      method: row.method,
      wallet: toAddressOrNull(row.wallet),
      userAgent: row.userAgent,
      signedInAt: row.signedInAt.toISOString(),
      usedAt: row.usedAt.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
    }));
    return c.json({ data, meta: privateMeta(c) }, 200);
  });

  app.openapi(endSession, async (c) => {
    const caller = await requireCaller(c, { isBound: true });
    const { sessionId } = c.req.valid("param");
    const { sessions } = identityOf(deps);
    const own = await sessions.list(caller.accountId);
    if (!own.some((session) => session.sessionId === sessionId)) {
      throw new DomainError("SESSION_NOT_FOUND", "No such session.");
    }
    await sessions.end(sessionId, "logout", { caller, origin: originOf(c) });
    return c.body(null, 204);
  });
}
