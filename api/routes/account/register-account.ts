import { recordChange } from "../../../core/audit-log/record-change.ts";
import { asCaller } from "../../../core/db/as-caller.ts";
import type { KnownCaller } from "../../../core/identity/caller.ts";
import {
  changeOwnAccount as change,
  getOwnAccount as find,
} from "../../../core/identity/own-account.ts";
import type { ApiDeps } from "../../deps.ts";
import { carryOut, originOf, privateMeta } from "../../http/private-answer.ts";
import type { Router } from "../../http/router.ts";
import { requireCaller } from "../../middleware/caller.ts";
import { identityOf } from "../auth/identity-of.ts";
import {
  addEmail,
  changeOwnAccount,
  deleteOwnAccount,
  getOwnAccount,
  linkWallet,
  requestLinkNonce,
  unlinkWallet,
} from "./account.contract.ts";
import { toOwnAccount } from "./account.resource.ts";

/** What somebody can see and do about his own account. */
export function registerOwnAccount(app: Router, deps: ApiDeps): void {
  const read = (caller: KnownCaller) =>
    asCaller(deps.writes.callers, caller, async (transaction) =>
      toOwnAccount(await find(transaction, caller.accountId), caller),
    );

  app.openapi(getOwnAccount, async (c) => {
    const caller = await requireCaller(c);
    return c.json({ data: await read(caller), meta: privateMeta(c) }, 200);
  });

  app.openapi(changeOwnAccount, async (c) => {
    const caller = await requireCaller(c, { isBound: true });
    const { accountId } = caller;
    const answer = await carryOut(c, deps, { caller, status: 200 }, async (transaction, origin) => {
      const { username, displayName } = c.req.valid("json");
      const before = await find(transaction, accountId);
      await change(transaction, accountId, {
        ...(username === undefined ? {} : { username }),
        ...(displayName === undefined ? {} : { displayName }),
      });
      const after = await find(transaction, accountId);
      await recordChange(transaction, caller, origin, {
        action: "account.rename",
        entity: "account",
        entityId: accountId,
        before: { username: before.username, displayName: before.displayName },
        after: { username: after.username, displayName: after.displayName },
      });
      return toOwnAccount(after, caller);
    });
    return c.json(answer, 200);
  });

  app.openapi(deleteOwnAccount, async (c) => {
    const caller = await requireCaller(c, { isBound: true });
    await identityOf(deps).deleteAccount(caller, originOf(c));
    return c.body(null, 204);
  });

  app.openapi(addEmail, async (c) => {
    const { accountId } = await requireCaller(c, { isBound: true });
    await identityOf(deps).emailAccounts.register(c.req.valid("json"), accountId);
    return c.json({ data: { sent: true as const }, meta: privateMeta(c) }, 202);
  });

  app.openapi(requestLinkNonce, async (c) => {
    const { accountId } = await requireCaller(c, { isBound: true });
    const { walletSignIn, settings } = identityOf(deps);
    const { address, origin } = c.req.valid("json");
    const purpose = { purpose: "link", accountId, origin } as const;
    const { expiresAt, ...begun } = await walletSignIn.begin(address, purpose);
    const { chainId } = settings;
    const data = { ...begun, chainId, expiresAt: expiresAt.toISOString() };
    return c.json({ data, meta: privateMeta(c) }, 200);
  });

  app.openapi(linkWallet, async (c) => {
    const caller = await requireCaller(c, { isBound: true });
    await identityOf(deps).accountWallets.link(
      { caller, origin: originOf(c) },
      c.req.valid("json"),
    );
    return c.json({ data: await read(caller), meta: privateMeta(c) }, 201);
  });

  app.openapi(unlinkWallet, async (c) => {
    const caller = await requireCaller(c, { isBound: true });
    const { address } = c.req.valid("param");
    const by = { caller, origin: originOf(c) };
    await identityOf(deps).accountWallets.unlink(by, address, deps.now());
    return c.body(null, 204);
  });
}
