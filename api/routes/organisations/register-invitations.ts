import { recordChange } from "../../../core/audit-log/record-change.ts";
import { asCaller } from "../../../core/db/as-caller.ts";
import {
  accept,
  decline,
  findInvitations,
  findOwnInvitations,
  type Invitee,
  invite,
  takeBack,
} from "../../../core/organisations/invitations.ts";
import { getOrganisation } from "../../../core/organisations/organisations.ts";
import type { ApiDeps } from "../../deps.ts";
import { carryOut, privateMeta } from "../../http/private-answer.ts";
import type { Router } from "../../http/router.ts";
import { requireCaller } from "../../middleware/caller.ts";
import {
  acceptInvitation,
  declineInvitation,
  inviteRoute,
  listInvitations,
  listOwnInvitations,
  takeBackInvitation,
} from "./organisations.contract.ts";
import { invitationFacts, toInvitation, toOrganisation } from "./organisations.resource.ts";

const BOUND = { isBound: true } as const;

/** Invitations, from the side of the organisation and from that of whoever is invited. */
export function registerInvitations(app: Router, deps: ApiDeps): void {
  registerOfOrganisation(app, deps);
  registerOfInvitee(app, deps);
}

function registerOfOrganisation(app: Router, deps: ApiDeps): void {
  app.openapi(inviteRoute, async (c) => {
    const caller = await requireCaller(c, BOUND);
    const of = { ...c.req.valid("param"), accountId: caller.accountId };
    const { role, wallet, email } = c.req.valid("json");
    // The schema lets exactly one of them through.
    const to: Invitee = wallet === undefined ? { email: email ?? "" } : { wallet };
    const answer = await carryOut(c, deps, { caller, status: 201 }, async (transaction, origin) => {
      const made = await invite(transaction, of, { role, to });
      await recordChange(transaction, caller, origin, {
        action: "organisation_invitation.create",
        entity: "organisation_invitation",
        entityId: made.invitationId,
        organisationId: made.organisationId,
        after: invitationFacts(made),
      });
      return toInvitation(made);
    });
    if (email !== undefined) deps.identity?.sendMail({ kind: "invited", to: email });
    return c.json(answer, 201);
  });

  app.openapi(listInvitations, async (c) => {
    const caller = await requireCaller(c);
    const of = { ...c.req.valid("param"), accountId: caller.accountId };
    const rows = await asCaller(deps.writes.callers, caller, (transaction) =>
      findInvitations(transaction, of),
    );
    return c.json({ data: rows.map(toInvitation), meta: privateMeta(c) }, 200);
  });

  app.openapi(takeBackInvitation, async (c) => {
    const caller = await requireCaller(c, BOUND);
    const { organisationId, invitationId } = c.req.valid("param");
    const of = { organisationId, accountId: caller.accountId };
    const answer = await carryOut(c, deps, { caller, status: 200 }, async (transaction, origin) => {
      const before = await takeBack(transaction, of, invitationId);
      await recordChange(transaction, caller, origin, {
        action: "organisation_invitation.take_back",
        entity: "organisation_invitation",
        entityId: invitationId,
        organisationId,
        before: invitationFacts(before),
      });
      return toInvitation(before);
    });
    return c.json(answer, 200);
  });
}

function registerOfInvitee(app: Router, deps: ApiDeps): void {
  app.openapi(listOwnInvitations, async (c) => {
    const caller = await requireCaller(c);
    const rows = await asCaller(deps.writes.callers, caller, findOwnInvitations);
    return c.json({ data: rows.map(toInvitation), meta: privateMeta(c) }, 200);
  });

  app.openapi(acceptInvitation, async (c) => {
    const caller = await requireCaller(c, BOUND);
    const { invitationId } = c.req.valid("param");
    const answer = await carryOut(c, deps, { caller, status: 200 }, async (transaction, origin) => {
      const organisationId = await accept(transaction, invitationId);
      const joined = await getOrganisation(transaction, organisationId, caller.accountId);
      await recordChange(transaction, caller, origin, {
        action: "organisation_invitation.accept",
        entity: "organisation",
        entityId: organisationId,
        after: { accountId: caller.accountId, role: joined.role, invitationId },
      });
      return toOrganisation(joined);
    });
    return c.json(answer, 200);
  });

  app.openapi(declineInvitation, async (c) => {
    const caller = await requireCaller(c, BOUND);
    const { invitationId } = c.req.valid("param");
    const answer = await carryOut(c, deps, { caller, status: 200 }, async (transaction, origin) => {
      const before = await decline(transaction, invitationId);
      await recordChange(transaction, caller, origin, {
        action: "organisation_invitation.decline",
        // Whoever declines is no member: his entry is about the organisation, not of it.
        entity: "organisation",
        entityId: before.organisationId,
        before: { ...invitationFacts(before), invitationId },
      });
      return toInvitation(before);
    });
    return c.json(answer, 200);
  });
}
