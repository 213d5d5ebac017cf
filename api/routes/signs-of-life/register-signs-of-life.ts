import { DomainError } from "../../../core/errors.ts";
import { ANONYMOUS } from "../../../core/identity/caller.ts";
import { SELLERS } from "../../../core/queries/sellers.ts";
import {
  lastHeard,
  openSignOfLife,
  recordSignOfLife,
  type SellerKey,
  sellerIdOf,
} from "../../../core/sellers/sign-of-life.ts";
import type { ApiDeps } from "../../deps.ts";
import { linkPage } from "../../http/link-page.ts";
import { carryOut, privateMeta } from "../../http/private-answer.ts";
import type { Router } from "../../http/router.ts";
import { toInstant } from "../../http/values.ts";
import { recordSignOfLifeRoute, showSignOfLife } from "./signs-of-life.contract.ts";

/** How sellers answer reminders without a wallet (domain B.9). */
export function registerSignsOfLife(app: Router, deps: ApiDeps): void {
  app.openapi(showSignOfLife, async (c) => {
    privateMeta(c);
    return c.html(PAGE);
  });

  app.openapi(recordSignOfLifeRoute, async (c) => {
    const { link } = c.req.valid("param");
    const asked = deps.webhooks && openSignOfLife(deps.webhooks.key, link);
    const known = asked && (await findHeard(deps, asked.seller));
    if (asked === undefined || known === undefined) {
      throw new DomainError("LINK_NOT_FOUND", "No seller was sent this link.");
    }
    // Whatever was heard since has ended the silence that the link is about.
    const isRecorded = known.heardAt === asked.since;
    const heardAt = isRecorded ? known.now : known.heardAt;
    const by = { caller: ANONYMOUS, status: 200 };
    const answer = await carryOut(c, deps, by, async (transaction) => {
      if (isRecorded) await recordSignOfLife(transaction, asked.seller, heardAt);
      return { seller: sellerIdOf(asked.seller), isRecorded, lastHeardAt: toInstant(heardAt) };
    });
    return c.json(answer, 200);
  });
}

/** When a seller was heard of last and the chain time of the indexed block; undefined for no seller. */
function findHeard({ database }: Pick<ApiDeps, "database">, key: SellerKey) {
  return database.read(async (snapshot) => {
    const { chainId, contract, seller } = key;
    const found = await SELLERS.findByKeys(snapshot, [[chainId, contract, seller]]);
    const [row] = found.values();
    return row && { heardAt: lastHeard(row), now: snapshot.position.indexed.timestamp };
  });
}

const PAGE = linkPage({
  title: "Valyra: are you still there?",
  question: "Are you still there?",
  explanation:
    "One press says so: you are not shown as unresponsive, and the agent does not pause you.",
  button: "I am still there",
});
