import { recordChange } from "../../../core/audit-log/record-change.ts";
import { asCaller } from "../../../core/db/as-caller.ts";
import { statementsOf } from "../../../core/db/statements-of.ts";
import { DomainError } from "../../../core/errors.ts";
import { tellServiceEvent } from "../../../core/journal/service-events.ts";
import { appealFlag, decideFlag, findFlagPage, raiseFlag } from "../../../core/moderation/flags.ts";
import { findListingSeller } from "../../../core/queries/listing-seller.ts";
import { parsePublicId, publicId } from "../../../src/protocol/ids.ts";
import type { ApiDeps } from "../../deps.ts";
import { addressText, DEFAULT_LIMIT } from "../../http/params.ts";
import { carryOut, privatePage, Uuid } from "../../http/private-answer.ts";
import { resolveId } from "../../http/resolve-id.ts";
import type { Router } from "../../http/router.ts";
import { requireCaller } from "../../middleware/caller.ts";
import { requireReviewer } from "../../middleware/require-reviewer.ts";
import { flagFacts, toFlag } from "./flag.resource.ts";
import { appealFlagRoute, decideFlagRoute, listFlags, raiseFlagRoute } from "./flags.contract.ts";

const SUBJECT_ID = "/json/subject/id";

export function registerFlags(app: Router, deps: ApiDeps): void {
  app.openapi(listFlags, async (c) => {
    const caller = await requireCaller(c, { scope: "account:read" });
    const { limit = DEFAULT_LIMIT, cursor: before, status, subject } = c.req.valid("query");
    const page = await asCaller(deps.writes.callers, caller, (transaction) =>
      findFlagPage(transaction, { limit, before, status, subjectId: subject?.toLowerCase() }),
    );
    const shape = { limit, toResource: toFlag, cursorOf: (row: { flagId: string }) => row.flagId };
    return c.json(privatePage(c, page, shape), 200);
  });

  app.openapi(raiseFlagRoute, async (c) => {
    const caller = await requireReviewer(c);
    const { subject, reason, explanation, evidence } = c.req.valid("json");
    const found = await findSubject(deps, subject);
    const answer = await carryOut(c, deps, { caller, status: 201 }, async (transaction, origin) => {
      const flag = await raiseFlag(transaction, {
        ...found,
        reason,
        explanation,
        evidence,
        authorId: caller.accountId,
      });
      await recordChange(transaction, caller, origin, {
        action: "flag.raise",
        entity: "moderation_flag",
        entityId: flag.flagId,
        after: flagFacts(flag),
      });
      return toFlag(flag);
    });
    return c.json(answer, 201);
  });

  app.openapi(appealFlagRoute, async (c) => {
    const caller = await requireCaller(c, { isBound: true });
    const { flagId } = c.req.valid("param");
    const { appeal } = c.req.valid("json");
    const answer = await carryOut(c, deps, { caller, status: 200 }, async (transaction, origin) => {
      const asked = { appellantId: caller.accountId, appeal };
      const { before, after } = await appealFlag(transaction, flagId, asked);
      await recordChange(transaction, caller, origin, {
        action: "flag.appeal",
        entity: "moderation_flag",
        entityId: flagId,
        before: flagFacts(before),
        after: flagFacts(after),
      });
      return toFlag(after);
    });
    return c.json(answer, 200);
  });

  app.openapi(decideFlagRoute, async (c) => {
    const caller = await requireReviewer(c);
    const { flagId } = c.req.valid("param");
    const asked = { ...c.req.valid("json"), decidedBy: caller.accountId };
    const answer = await carryOut(c, deps, { caller, status: 200 }, async (transaction, origin) => {
      const { before, after } = await decideFlag(transaction, flagId, asked);
      // What is about people stays between them and the reviewers.
      const listing = after.subjectKind === "listing" ? parsePublicId(after.subjectId) : undefined;
      if (listing !== undefined) {
        await tellServiceEvent(statementsOf(transaction), {
          kind: "moderation.decided",
          cause: flagId,
          chainId: listing.chainId,
          listing: after.subjectId,
          counterparty: after.subjectWallet ?? undefined,
          args: { outcome: after.status, reason: after.reason },
        });
      }
      await recordChange(transaction, caller, origin, {
        action: "flag.decide",
        entity: "moderation_flag",
        entityId: flagId,
        before: flagFacts(before),
        after: flagFacts(after),
      });
      return toFlag(after);
    });
    return c.json(answer, 200);
  });
}

type Subject = { kind: "listing" | "account" | "wallet"; id: string };

/** What a flag is about as it is stored, with the wallet that answers for it. */
async function findSubject({ database, addressBook }: ApiDeps, { kind, id }: Subject) {
  if (kind === "account") {
    if (!Uuid.safeParse(id).success) throw refuse("is no id of an account");
    return { subjectKind: kind, subjectId: id.toLowerCase(), subjectWallet: null };
  }
  if (kind === "wallet") {
    const address = addressText.safeParse(id);
    if (!address.success) throw refuse("is no address");
    return { subjectKind: kind, subjectId: address.data, subjectWallet: address.data };
  }
  const key = resolveId(addressBook, "marketplace", id, SUBJECT_ID);
  const seller = await database.readIndex((snapshot) => findListingSeller(snapshot, key));
  const subjectId = publicId(key.chainId, key.contract, key.number);
  if (seller === undefined) {
    throw new DomainError("LISTING_NOT_FOUND", `No listing ${subjectId}.`);
  }
  return { subjectKind: kind, subjectId, subjectWallet: seller };
}

const refuse = (message: string) =>
  new DomainError("INVALID_REQUEST", "The request was refused.", {
    mistakes: [{ pointer: SUBJECT_ID, message, fix: "Send the id of what `subject.kind` names." }],
  });
