import { DomainError } from "../../../core/errors.ts";
import { ANONYMOUS } from "../../../core/identity/caller.ts";
import { openNoticeLink, takeNoticeOn } from "../../../core/operators/notices.ts";
import type { ApiDeps } from "../../deps.ts";
import { linkPage } from "../../http/link-page.ts";
import { carryOut, privateMeta } from "../../http/private-answer.ts";
import type { Router } from "../../http/router.ts";
import { showOperatorNotice, takeOperatorNotice } from "./operator-notices.contract.ts";

/** How operators answer messages in their chat (req 5.104). */
export function registerOperatorNotices(app: Router, deps: ApiDeps): void {
  app.openapi(showOperatorNotice, async (c) => {
    privateMeta(c);
    return c.html(PAGE);
  });

  app.openapi(takeOperatorNotice, async (c) => {
    const { link } = c.req.valid("param");
    const noticeId = deps.webhooks && openNoticeLink(deps.webhooks.key, link, deps.now());
    if (noticeId === undefined) {
      throw new DomainError("LINK_NOT_FOUND", "No such link was sent, or it is over a week old.");
    }
    const by = { caller: ANONYMOUS, status: 200 };
    const answer = await carryOut(c, deps, by, async (transaction) => {
      if (!(await takeNoticeOn(transaction, noticeId))) {
        throw new DomainError("LINK_NOT_FOUND", "What the link is about is gone.");
      }
      return { noticeId, isTaken: true as const };
    });
    return c.json(answer, 200);
  });
}

const PAGE = linkPage({
  title: "Valyra: who looks after it?",
  question: "Do you look after it?",
  explanation: "One press says so, and nobody is reminded of it any more.",
  button: "I look after it",
});
