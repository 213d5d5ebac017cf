import { recordChange } from "../../../core/audit-log/record-change.ts";
import { asCaller } from "../../../core/db/as-caller.ts";
import {
  changeMember,
  createOrganisation,
  findOrganisations,
  findPeople,
  getOrganisation,
  removeMember,
  removeOrganisation,
  renameOrganisation,
} from "../../../core/organisations/organisations.ts";
import type { ApiDeps } from "../../deps.ts";
import { carryOut, privateMeta } from "../../http/private-answer.ts";
import type { Router } from "../../http/router.ts";
import { requireCaller } from "../../middleware/caller.ts";
import {
  changeMemberRoute,
  createOrganisationRoute,
  deleteOrganisation,
  getOrganisationRoute,
  listOrganisations,
  removeMemberRoute,
  renameOrganisationRoute,
} from "./organisations.contract.ts";
import { toMember, toOrganisation } from "./organisations.resource.ts";
import { registerOrganisationAudit } from "./register-organisation-audit.ts";

const BOUND = { isBound: true } as const;

/** Accounts that work together: organisations and their members (req 3.83). */
export function registerOrganisations(app: Router, deps: ApiDeps): void {
  registerOrganisationItself(app, deps);
  registerMembers(app, deps);
  registerOrganisationAudit(app, deps);
}

function registerOrganisationItself(app: Router, deps: ApiDeps): void {
  app.openapi(createOrganisationRoute, async (c) => {
    const caller = await requireCaller(c, BOUND);
    const { name } = c.req.valid("json");
    const answer = await carryOut(c, deps, { caller, status: 201 }, async (transaction, origin) => {
      const made = await createOrganisation(transaction, caller.accountId, name);
      await recordChange(transaction, caller, origin, {
        action: "organisation.create",
        entity: "organisation",
        entityId: made.organisationId,
        after: { name },
      });
      return toOrganisation(made);
    });
    return c.json(answer, 201);
  });

  app.openapi(listOrganisations, async (c) => {
    const caller = await requireCaller(c);
    const rows = await asCaller(deps.writes.callers, caller, (transaction) =>
      findOrganisations(transaction, caller.accountId),
    );
    return c.json({ data: rows.map(toOrganisation), meta: privateMeta(c) }, 200);
  });

  app.openapi(getOrganisationRoute, async (c) => {
    const caller = await requireCaller(c);
    const { organisationId } = c.req.valid("param");
    const data = await asCaller(deps.writes.callers, caller, async (transaction) => {
      const row = await getOrganisation(transaction, organisationId, caller.accountId);
      const people = await findPeople(transaction, organisationId);
      return { ...toOrganisation(row), members: people.map(toMember) };
    });
    return c.json({ data, meta: privateMeta(c) }, 200);
  });

  app.openapi(renameOrganisationRoute, async (c) => {
    const caller = await requireCaller(c, BOUND);
    const of = { ...c.req.valid("param"), accountId: caller.accountId };
    const { name } = c.req.valid("json");
    const answer = await carryOut(c, deps, { caller, status: 200 }, async (transaction, origin) => {
      const { before, after } = await renameOrganisation(transaction, of, name);
      await recordChange(transaction, caller, origin, {
        action: "organisation.rename",
        entity: "organisation",
        entityId: of.organisationId,
        before: { name: before.name },
        after: { name: after.name },
      });
      return toOrganisation(after);
    });
    return c.json(answer, 200);
  });

  app.openapi(deleteOrganisation, async (c) => {
    const caller = await requireCaller(c, BOUND);
    const of = { ...c.req.valid("param"), accountId: caller.accountId };
    const answer = await carryOut(c, deps, { caller, status: 200 }, async (transaction, origin) => {
      const before = await removeOrganisation(transaction, of);
      await recordChange(transaction, caller, origin, {
        action: "organisation.delete",
        entity: "organisation",
        entityId: of.organisationId,
        before: { name: before.name },
      });
      return toOrganisation(before);
    });
    return c.json(answer, 200);
  });
}

function registerMembers(app: Router, deps: ApiDeps): void {
  app.openapi(changeMemberRoute, async (c) => {
    const caller = await requireCaller(c, BOUND);
    const { organisationId, accountId: memberId } = c.req.valid("param");
    const { role } = c.req.valid("json");
    const of = { organisationId, accountId: caller.accountId };
    const answer = await carryOut(c, deps, { caller, status: 200 }, async (transaction, origin) => {
      const { before, after } = await changeMember(transaction, of, memberId, role);
      await recordChange(transaction, caller, origin, {
        action: "organisation_member.change",
        entity: "organisation",
        entityId: organisationId,
        before: { accountId: memberId, role: before.role },
        after: { accountId: memberId, role: after.role },
      });
      return toMember(after);
    });
    return c.json(answer, 200);
  });

  app.openapi(removeMemberRoute, async (c) => {
    const caller = await requireCaller(c, BOUND);
    const { organisationId, accountId: memberId } = c.req.valid("param");
    const of = { organisationId, accountId: caller.accountId };
    const answer = await carryOut(c, deps, { caller, status: 200 }, async (transaction, origin) => {
      const before = await removeMember(transaction, of, memberId);
      await recordChange(transaction, caller, origin, {
        action:
          memberId === caller.accountId
            ? "organisation_member.leave"
            : "organisation_member.remove",
        entity: "organisation",
        entityId: organisationId,
        before: { accountId: memberId, role: before.role },
      });
      return toMember(before);
    });
    return c.json(answer, 200);
  });
}
