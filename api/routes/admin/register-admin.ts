import {
  decideAccount,
  findAccountPage,
  getAccountForAdmin,
} from "../../../core/administration/accounts.ts";
import { recordChange } from "../../../core/audit-log/record-change.ts";
import { asCaller } from "../../../core/db/as-caller.ts";
import type { Json } from "../../../core/db/trust.tables.ts";
import { DomainError } from "../../../core/errors.ts";
import { findKeys, revokeKey } from "../../../core/keys/account-keys.ts";
import { changeSetting, readSetting } from "../../../core/settings/change-setting.ts";
import { SETTINGS } from "../../../core/settings/setting-schemas.ts";
import type { ApiDeps } from "../../deps.ts";
import { DEFAULT_LIMIT } from "../../http/params.ts";
import { carryOut, privateMeta, privatePage } from "../../http/private-answer.ts";
import type { Router } from "../../http/router.ts";
import { requireCaller } from "../../middleware/caller.ts";
import { keyFacts, toKey } from "../keys/key.resource.ts";
import {
  changeAccount,
  getAccountRoute,
  getSetting,
  listAccountKeys,
  listAccounts,
  putSetting,
  revokeAccountKey,
} from "./admin.contract.ts";
import { accountFacts, toAdminAccount, toSetting } from "./admin.resource.ts";

/** An administrator, who signs what he asks for or has a session. */
const ADMIN = { role: "admin", isBound: true } as const;

export function registerAdmin(app: Router, deps: ApiDeps): void {
  registerAccounts(app, deps);
  registerSettings(app, deps);
}

function registerAccounts(app: Router, deps: ApiDeps): void {
  app.openapi(listAccounts, async (c) => {
    const caller = await requireCaller(c, ADMIN);
    const { limit = DEFAULT_LIMIT, cursor: before, search } = c.req.valid("query");
    const page = await asCaller(deps.writes.callers, caller, (transaction) =>
      findAccountPage(transaction, { limit, before, search }),
    );
    const cursorOf = (row: { accountId: string }) => row.accountId;
    return c.json(privatePage(c, page, { limit, toResource: toAdminAccount, cursorOf }), 200);
  });

  app.openapi(getAccountRoute, async (c) => {
    const caller = await requireCaller(c, ADMIN);
    const { accountId } = c.req.valid("param");
    const account = await asCaller(deps.writes.callers, caller, (transaction) =>
      getAccountForAdmin(transaction, accountId),
    );
    return c.json({ data: toAdminAccount(account), meta: privateMeta(c) }, 200);
  });

  app.openapi(changeAccount, async (c) => {
    const caller = await requireCaller(c, ADMIN);
    const { accountId } = c.req.valid("param");
    const decision = { ...c.req.valid("json"), grantedBy: caller.accountId };
    const answer = await carryOut(c, deps, { caller, status: 200 }, async (transaction, origin) => {
      const { before, after } = await decideAccount(transaction, accountId, decision);
      await recordChange(transaction, caller, origin, {
        action: "account.decide",
        entity: "account",
        entityId: accountId,
        before: accountFacts(before),
        after: accountFacts(after),
      });
      return toAdminAccount(after);
    });
    return c.json(answer, 200);
  });

  app.openapi(listAccountKeys, async (c) => {
    const caller = await requireCaller(c, ADMIN);
    const { accountId } = c.req.valid("param");
    const keys = await asCaller(deps.writes.callers, caller, async (transaction) => {
      await getAccountForAdmin(transaction, accountId);
      return findKeys(transaction, { accountId });
    });
    const data = keys.map((key) => toKey(key, deps.now()));
    return c.json({ data, meta: privateMeta(c) }, 200);
  });

  app.openapi(revokeAccountKey, async (c) => {
    const caller = await requireCaller(c, ADMIN);
    const { keyId } = c.req.valid("param");
    const answer = await carryOut(c, deps, { caller, status: 200 }, async (transaction, origin) => {
      const { before, after } = await revokeKey(transaction, keyId);
      await recordChange(transaction, caller, origin, {
        action: "api_key.revoke",
        entity: "api_key",
        entityId: keyId,
        organisationId: before.organisationId,
        before: keyFacts(before),
        after: keyFacts(after),
      });
      return toKey(after, deps.now());
    });
    return c.json(answer, 200);
  });
}

function registerSettings(app: Router, deps: ApiDeps): void {
  app.openapi(getSetting, async (c) => {
    const caller = await requireCaller(c, ADMIN);
    const { name } = c.req.valid("param");
    const row = await asCaller(deps.writes.callers, caller, (transaction) =>
      readSetting(transaction, name),
    );
    return c.json({ data: toSetting(name, row), meta: privateMeta(c) }, 200);
  });

  app.openapi(putSetting, async (c) => {
    const caller = await requireCaller(c, ADMIN);
    const { name } = c.req.valid("param");
    const { version: seenVersion, value } = c.req.valid("json");
    const parsed = SETTINGS[name].schema.safeParse(value);
    if (!parsed.success) {
      throw new DomainError("INVALID_REQUEST", "The rules do not fit their schema.", {
        mistakes: parsed.error.issues.map(({ path, message }) => ({
          pointer: ["", "json", "value", ...path.map(String)].join("/"),
          message,
          fix: "Send the whole value as GET shows it, with what is to change.",
        })),
      });
    }
    const answer = await carryOut(c, deps, { caller, status: 200 }, async (transaction, origin) => {
      const { before, after } = await changeSetting(transaction, {
        name,
        // What its schema has let through is JSON.
        value: parsed.data as Json,
        seenVersion,
        accountId: caller.accountId,
      });
      await recordChange(transaction, caller, origin, {
        action: "setting.change",
        entity: "setting",
        entityId: name,
        before: { version: before.version, value: before.value },
        after: { version: after.version, value: after.value },
      });
      return toSetting(name, after);
    });
    await deps.rules.refresh();
    return c.json(answer, 200);
  });
}
