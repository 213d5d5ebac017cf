import { recordChange } from "../../../core/audit-log/record-change.ts";
import { asCaller } from "../../../core/db/as-caller.ts";
import { DomainError } from "../../../core/errors.ts";
import type { KnownCaller } from "../../../core/identity/caller.ts";
import {
  findKeys,
  findKeyUsage,
  getOwnKey,
  insertKey,
  revokeKey,
  rotateKey,
} from "../../../core/keys/account-keys.ts";
import { ORGANISATION_SCOPES, SCOPE_NAMES, type Scope } from "../../../core/keys/scopes.ts";
import { organisationFor, requireRoleIn } from "../../../core/organisations/organisations.ts";
import type { ApiDeps } from "../../deps.ts";
import type { ApiContext } from "../../http/env.ts";
import { carryOut, originOf, privateMeta } from "../../http/private-answer.ts";
import type { Router } from "../../http/router.ts";
import { callerOf, requireCaller } from "../../middleware/caller.ts";
import { keyFacts, toKey } from "./key.resource.ts";
import {
  createKey,
  getKeyUsage,
  listKeys,
  revokeKeyRoute,
  rotateKeyRoute,
} from "./keys.contract.ts";

const DAY_MS = 86_400_000;

/** A key may end and replace itself: whoever got it without an account has nothing else. */
async function requireKeeper(c: ApiContext, keyId: string): Promise<KnownCaller> {
  const caller = await callerOf(c);
  if (caller.kind === "api_key" && caller.keyId === keyId) return caller;
  return requireCaller(c, { isBound: true });
}

/** @throws DomainError INVALID_REQUEST for what only an account can let a key do */
function refuseScopesOfAccounts(scopes: readonly Scope[]): void {
  const refused = scopes.filter((scope) => !ORGANISATION_SCOPES.includes(scope));
  if (refused.length === 0) return;
  throw new DomainError("INVALID_REQUEST", "A key of an organisation does nothing about you.", {
    mistakes: refused.map((scope) => ({
      pointer: `/json/scopes/${scopes.indexOf(scope)}`,
      message: `${scope} is about the account that makes the key`,
      fix: `Leave it out; there are ${ORGANISATION_SCOPES.join(", ")}.`,
    })),
  });
}

export function registerKeys(app: Router, deps: ApiDeps): void {
  const { now } = deps;

  app.openapi(createKey, async (c) => {
    const { name, organisationId: wanted, expiresInDays, ...asked } = c.req.valid("json");
    const scopes = asked.scopes ?? (wanted === undefined ? SCOPE_NAMES : ORGANISATION_SCOPES);
    if ((await callerOf(c)).kind === "anonymous" && wanted === undefined) {
      const { key, secret } = await deps.createInstantKey({ name, origin: originOf(c) });
      return c.json({ data: { ...toKey(key, now()), secret }, meta: privateMeta(c) }, 201);
    }
    const caller = await requireCaller(c, { isBound: true });
    if (wanted !== undefined) refuseScopesOfAccounts(scopes);
    const answer = await carryOut(c, deps, { caller, status: 201 }, async (transaction, origin) => {
      const { key, secret } = await insertKey(transaction, {
        accountId: caller.accountId,
        organisationId: await organisationFor(transaction, caller, wanted),
        name,
        scopes,
        tier: caller.tier,
        expiresAt:
          expiresInDays === undefined ? null : new Date(now().getTime() + expiresInDays * DAY_MS),
        replaces: null,
      });
      await recordChange(transaction, caller, origin, {
        action: "api_key.create",
        entity: "api_key",
        entityId: key.keyId,
        organisationId: key.organisationId,
        after: keyFacts(key),
      });
      return { ...toKey(key, now()), secret };
    });
    return c.json(answer, 201);
  });

  app.openapi(listKeys, async (c) => {
    const caller = await requireCaller(c, { scope: "keys:read" });
    const { organisation: organisationId } = c.req.valid("query");
    const { accountId } = caller;
    const keys = await asCaller(deps.writes.callers, caller, async (transaction) => {
      if (organisationId === undefined) return findKeys(transaction, { accountId });
      await requireRoleIn(transaction, { organisationId, accountId }, ["admin", "owner"]);
      return findKeys(transaction, { organisationId });
    });
    return c.json({ data: keys.map((key) => toKey(key, now())), meta: privateMeta(c) }, 200);
  });

  app.openapi(getKeyUsage, async (c) => {
    const caller = await requireCaller(c, { scope: "keys:read" });
    const { keyId } = c.req.valid("param");
    const { days = 30 } = c.req.valid("query");
    const used = await asCaller(deps.writes.callers, caller, async (transaction) => {
      await getOwnKey(transaction, keyId, caller.accountId);
      return findKeyUsage(transaction, keyId, days);
    });
    const data = used.map(({ requests, failures, ...use }) => ({
      ...use,
      requests: Number(requests),
      failures: Number(failures),
    }));
    return c.json({ data, meta: privateMeta(c) }, 200);
  });

  app.openapi(rotateKeyRoute, async (c) => {
    const { keyId } = c.req.valid("param");
    const { overlapSeconds } = c.req.valid("json");
    const caller = await requireKeeper(c, keyId);
    const answer = await carryOut(c, deps, { caller, status: 201 }, async (transaction, origin) => {
      const { accountId } = await getOwnKey(transaction, keyId, caller.accountId);
      if (accountId !== caller.accountId) {
        throw new DomainError("FORBIDDEN", "Its maker replaces a key; you may end it.");
      }
      const { key, secret, before, endsAt } = await rotateKey(transaction, keyId, overlapSeconds);
      await recordChange(transaction, caller, origin, {
        action: "api_key.rotate",
        entity: "api_key",
        entityId: keyId,
        organisationId: before.organisationId,
        before: keyFacts(before),
        after: { ...keyFacts({ ...before, expiresAt: endsAt }), successor: key.keyId },
      });
      return { ...toKey(key, now()), secret };
    });
    return c.json(answer, 201);
  });

  app.openapi(revokeKeyRoute, async (c) => {
    const { keyId } = c.req.valid("param");
    const caller = await requireKeeper(c, keyId);
    const answer = await carryOut(c, deps, { caller, status: 200 }, async (transaction, origin) => {
      await getOwnKey(transaction, keyId, caller.accountId);
      const { before, after } = await revokeKey(transaction, keyId);
      await recordChange(transaction, caller, origin, {
        action: "api_key.revoke",
        entity: "api_key",
        entityId: keyId,
        organisationId: before.organisationId,
        before: keyFacts(before),
        after: keyFacts(after),
      });
      return toKey(after, now());
    });
    return c.json(answer, 200);
  });
}
