import type { z } from "@hono/zod-openapi";
import { asCaller } from "../../../core/db/as-caller.ts";
import type { KnownCaller } from "../../../core/identity/caller.ts";
import {
  changeOwnAccount as change,
  getOwnAccount as find,
} from "../../../core/identity/own-account.ts";
import type { ApiDeps } from "../../deps.ts";
import { privateMeta } from "../../http/private-answer.ts";
import type { Router } from "../../http/router.ts";
import { toAddress } from "../../http/values.ts";
import { requireCaller } from "../../middleware/caller.ts";
import { identityOf } from "../auth/identity-of.ts";
import {
  addEmail,
  changeOwnAccount,
  deleteOwnAccount,
  getOwnAccount,
  linkWallet,
  type OwnAccount,
  requestLinkNonce,
  unlinkWallet,
} from "./account.contract.ts";

type Found = Awaited<ReturnType<typeof find>>;

function toOwnAccount(found: Found, { roles }: KnownCaller): z.output<typeof OwnAccount> {
  return {
    ...found,
    emailVerifiedAt: found.emailVerifiedAt?.toISOString() ?? null,
    roles: [...roles],
    wallets: found.wallets.map(({ address, proof, linkedAt }) => ({
      address: toAddress(address),
      proof,
      linkedAt: linkedAt.toISOString(),
    })),
    createdAt: found.createdAt.toISOString(),
    updatedAt: found.updatedAt.toISOString(),
  };
}

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
    const data = await asCaller(deps.writes.callers, caller, async (transaction) => {
      const { username, displayName } = c.req.valid("json");
      await change(transaction, caller.accountId, {
        ...(username === undefined ? {} : { username }),
        ...(displayName === undefined ? {} : { displayName }),
      });
      return toOwnAccount(await find(transaction, caller.accountId), caller);
    });
    return c.json({ data, meta: privateMeta(c) }, 200);
  });

  app.openapi(deleteOwnAccount, async (c) => {
    const { accountId } = await requireCaller(c, { isBound: true });
    await identityOf(deps).deleteAccount(accountId);
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
    await identityOf(deps).accountWallets.link(caller.accountId, c.req.valid("json"));
    return c.json({ data: await read(caller), meta: privateMeta(c) }, 201);
  });

  app.openapi(unlinkWallet, async (c) => {
    const { accountId } = await requireCaller(c, { isBound: true });
    const { address } = c.req.valid("param");
    await identityOf(deps).accountWallets.unlink(accountId, address, deps.now());
    return c.body(null, 204);
  });
}
