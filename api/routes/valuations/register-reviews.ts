import { recordChange } from "../../../core/audit-log/record-change.ts";
import { asCaller, type CallerTransaction } from "../../../core/db/as-caller.ts";
import { statementsOf } from "../../../core/db/statements-of.ts";
import type { ReviewDecision } from "../../../core/db/valuation.tables.ts";
import { DomainError } from "../../../core/errors.ts";
import {
  claimReview,
  decideReview,
  findReviewPage,
  getReview,
  type ReviewRow,
  type ValuationRow,
  withholdValuation,
} from "../../../core/queries/valuations.ts";
import { openListingValuation } from "../../../core/valuation/pipeline/open.ts";
import { publishValuation } from "../../../core/valuation/pipeline/publish.ts";
import type { ApiDeps } from "../../deps.ts";
import { DEFAULT_LIMIT } from "../../http/params.ts";
import { carryOut, privatePage } from "../../http/private-answer.ts";
import type { Router } from "../../http/router.ts";
import { requireReviewer } from "../../middleware/require-reviewer.ts";
import { toReview } from "./valuation.resource.ts";
import { claimReviewRoute, decideReviewRoute, listReviews } from "./valuations.contract.ts";

/** The desk of the reviewers: what was escalated, who looks at it, and what was decided. */
export function registerReviews(app: Router, deps: ApiDeps): void {
  app.openapi(listReviews, async (c) => {
    const caller = await requireReviewer(c);
    const { limit = DEFAULT_LIMIT, cursor: before, status } = c.req.valid("query");
    const page = await asCaller(deps.writes.callers, caller, (transaction) =>
      findReviewPage(transaction, { isDecided: status === "decided", before, limit }),
    );
    const cursorOf = ({ valuation }: ReviewRow) => valuation.valuationId;
    return c.json(privatePage(c, page, { limit, toResource: toReview, cursorOf }), 200);
  });

  app.openapi(claimReviewRoute, async (c) => {
    const caller = await requireReviewer(c);
    const { valuationId } = c.req.valid("param");
    const answer = await carryOut(c, deps, { caller, status: 200 }, async (transaction, origin) => {
      const review = await claimReview(transaction, valuationId, caller.accountId);
      await recordChange(transaction, caller, origin, {
        action: "valuation_review.claim",
        entity: "valuation_review",
        entityId: valuationId,
        after: { claimedUntil: review.claimedUntil?.toISOString() ?? null },
      });
      return toReview(review);
    });
    return c.json(answer, 200);
  });

  app.openapi(decideReviewRoute, async (c) => {
    const caller = await requireReviewer(c);
    const { valuationId } = c.req.valid("param");
    const { decision, reason, acceptsAdjustment } = c.req.valid("json");
    const answer = await carryOut(c, deps, { caller, status: 200 }, async (transaction, origin) => {
      const { accountId } = caller;
      await decideReview(transaction, valuationId, { accountId, decision, reason });
      const { valuation: before } = await getReview(transaction, valuationId);
      await carryOutDecision(transaction, before, { decision, acceptsAdjustment });
      const review = await getReview(transaction, valuationId);
      await recordChange(transaction, caller, origin, {
        action: "valuation_review.decide",
        entity: "valuation_review",
        entityId: valuationId,
        before: { state: before.state },
        after: { state: review.valuation.state, decision, reason, acceptsAdjustment },
      });
      return toReview(review);
    });
    return c.json(answer, 200);
  });
}

/** @throws DomainError VALUATION_INCOMPLETE when there are no numbers to publish */
async function carryOutDecision(
  transaction: CallerTransaction,
  { valuationId, estimate, memo, chainId, contract, listingId }: ValuationRow,
  { decision, acceptsAdjustment }: { decision: ReviewDecision; acceptsAdjustment: boolean },
): Promise<void> {
  const statements = statementsOf(transaction);
  if (decision === "publish") {
    if (estimate === null || memo === null) {
      throw new DomainError("VALUATION_INCOMPLETE", `${valuationId} has no estimate.`);
    }
    if (acceptsAdjustment) {
      await statements.query("SELECT app.accept_adjustment($1)", [valuationId]);
    }
    await publishValuation(statements, valuationId, "published_marked", ["escalated"]);
    return;
  }
  await withholdValuation(transaction, valuationId);
  if (decision === "withhold" || chainId === null || contract === null || listingId === null)
    return;
  const listing = { chainId, contract, number: listingId };
  await openListingValuation(statements, listing, "review", `review ${valuationId}`);
}
