import { DomainError } from "../../../core/errors.ts";
import type { ApiDeps } from "../../deps.ts";
import { originOf, privateMeta } from "../../http/private-answer.ts";
import type { Router } from "../../http/router.ts";
import { requireCaller } from "../../middleware/caller.ts";
import { identityOf } from "./identity-of.ts";
import {
  beginAtProvider,
  beginToLink,
  finishAtProvider,
  listIdentities,
  listProviders,
  takeProviderForm,
  unlinkIdentityRoute,
} from "./oidc.contract.ts";
import { toTokens } from "./token-pair.resource.ts";

/** Signing in at a provider (req 3.84, 5.61, 5.62, 5.139). */
export function registerOidc(app: Router, deps: ApiDeps): void {
  app.openapi(listProviders, async (c) => {
    const data = [...(deps.identity?.oidc.names ?? [])];
    return c.json({ data, meta: privateMeta(c) }, 200);
  });

  app.openapi(beginAtProvider, async (c) => {
    const { provider } = c.req.valid("param");
    const { expiresAt, ...begun } = await identityOf(deps).oidc.begin(
      provider,
      c.req.valid("json"),
    );
    const data = { ...begun, expiresAt: expiresAt.toISOString() };
    return c.json({ data, meta: privateMeta(c) }, 200);
  });

  app.openapi(finishAtProvider, async (c) => {
    const { oidc, noting } = identityOf(deps);
    const { provider } = c.req.valid("param");
    const origin = originOf(c);
    const pair = await noting({ way: "provider", subject: provider, origin }, () =>
      oidc.finish(provider, c.req.valid("json"), origin),
    );
    return c.json({ data: toTokens(pair), meta: privateMeta(c) }, 201);
  });

  app.openapi(takeProviderForm, async (c) => {
    const { provider } = c.req.valid("param");
    const { state, code, error } = c.req.valid("form");
    const page = await identityOf(deps).oidc.findPage(provider, state);
    if (page === undefined) {
      throw new DomainError("INVALID_CREDENTIALS", "Nobody waits for this answer (any more).");
    }
    privateMeta(c);
    // Behind the hash it is in no log of any server.
    const answer = new URLSearchParams({
      state,
      ...(code === undefined ? {} : { code }),
      ...(error === undefined ? {} : { error }),
    });
    return c.body(null, 303, { location: `${page}#${answer}` });
  });

  app.openapi(beginToLink, async (c) => {
    const { accountId } = await requireCaller(c, { isBound: true });
    const { provider } = c.req.valid("param");
    const asked = { ...c.req.valid("json"), accountId };
    const { expiresAt, ...begun } = await identityOf(deps).oidc.begin(provider, asked);
    const data = { ...begun, expiresAt: expiresAt.toISOString() };
    return c.json({ data, meta: privateMeta(c) }, 200);
  });

  app.openapi(unlinkIdentityRoute, async (c) => {
    const caller = await requireCaller(c, { isBound: true });
    await identityOf(deps).unlinkIdentity(caller, originOf(c), c.req.valid("param").provider);
    return c.body(null, 204);
  });

  app.openapi(listIdentities, async (c) => {
    const { accountId } = await requireCaller(c);
    const rows = await identityOf(deps).oidc.list(accountId);
    const data = rows.map(({ linkedAt, ...row }) => ({ ...row, linkedAt: linkedAt.toISOString() }));
    return c.json({ data, meta: privateMeta(c) }, 200);
  });
}
