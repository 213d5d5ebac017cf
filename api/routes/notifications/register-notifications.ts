import { recordChange } from "../../../core/audit-log/record-change.ts";
import { asCaller } from "../../../core/db/as-caller.ts";
import { DomainError } from "../../../core/errors.ts";
import { ANONYMOUS } from "../../../core/identity/caller.ts";
import {
  changeMailPreferences,
  endMails,
  findMailPreferences,
} from "../../../core/mail/mail-preferences.ts";
import type { ApiDeps } from "../../deps.ts";
import { linkPage } from "../../http/link-page.ts";
import { carryOut, privateMeta } from "../../http/private-answer.ts";
import type { Router } from "../../http/router.ts";
import { requireCaller } from "../../middleware/caller.ts";
import {
  changeNotifications,
  getNotifications,
  showUnsubscribe,
  unsubscribe,
} from "./notifications.contract.ts";

/** What people can say about the mails that they get. */
export function registerNotifications(app: Router, deps: ApiDeps): void {
  app.openapi(getNotifications, async (c) => {
    const caller = await requireCaller(c);
    const data = await asCaller(deps.writes.callers, caller, findMailPreferences);
    return c.json({ data, meta: privateMeta(c) }, 200);
  });

  app.openapi(changeNotifications, async (c) => {
    const caller = await requireCaller(c, { isBound: true });
    const wanted = c.req.valid("json");
    const answer = await carryOut(c, deps, { caller, status: 200 }, async (transaction, origin) => {
      const before = await findMailPreferences(transaction);
      const after = await changeMailPreferences(transaction, caller.accountId, wanted);
      await recordChange(transaction, caller, origin, {
        action: "mail_preference.change",
        entity: "mail_preference",
        entityId: caller.accountId,
        before: { ...before },
        after: { ...after },
      });
      return after;
    });
    return c.json(answer, 200);
  });

  app.openapi(showUnsubscribe, async (c) => {
    privateMeta(c);
    return c.html(PAGE);
  });

  app.openapi(unsubscribe, async (c) => {
    const { token } = c.req.valid("param");
    const answer = await carryOut(
      c,
      deps,
      { caller: ANONYMOUS, status: 200 },
      async (transaction) => {
        if (!(await endMails(transaction, token))) {
          throw new DomainError("LINK_NOT_FOUND", "Nobody was sent this link.");
        }
        return { isUnsubscribed: true as const };
      },
    );
    return c.json(answer, 200);
  });
}

const PAGE = linkPage({
  title: "Mails from Valyra",
  question: "No more mails?",
  explanation:
    "Mails about events, deadlines and saved searches end; those about your account itself go on.",
  button: "End these mails",
});
