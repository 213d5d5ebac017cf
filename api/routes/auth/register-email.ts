import type { ApiDeps } from "../../deps.ts";
import { originOf, privateMeta } from "../../http/private-answer.ts";
import type { Router } from "../../http/router.ts";
import {
  confirmEmail,
  forgotPassword,
  login,
  registerEmail,
  resetPassword,
} from "./email.contract.ts";
import { identityOf } from "./identity-of.ts";
import { toTokens } from "./token-pair.resource.ts";

/** Accounts by e-mail: registering, logging in, and a password that was forgotten. */
export function registerEmailAccounts(app: Router, deps: ApiDeps): void {
  app.openapi(registerEmail, async (c) => {
    await identityOf(deps).emailAccounts.register(c.req.valid("json"));
    return c.json({ data: { sent: true as const }, meta: privateMeta(c) }, 202);
  });

  app.openapi(confirmEmail, async (c) => {
    const { emailAccounts, noting } = identityOf(deps);
    const origin = originOf(c);
    const pair = await noting({ way: "mail_link", origin }, () =>
      emailAccounts.confirm(c.req.valid("json"), origin),
    );
    return c.json({ data: toTokens(pair), meta: privateMeta(c) }, 201);
  });

  app.openapi(login, async (c) => {
    const { emailAccounts, noting } = identityOf(deps);
    const asked = c.req.valid("json");
    const origin = originOf(c);
    const pair = await noting({ way: "password", subject: asked.email, origin }, () =>
      emailAccounts.login(asked, origin),
    );
    return c.json({ data: toTokens(pair), meta: privateMeta(c) }, 201);
  });

  app.openapi(forgotPassword, async (c) => {
    await identityOf(deps).emailAccounts.forget(c.req.valid("json").email);
    return c.json({ data: { sent: true as const }, meta: privateMeta(c) }, 202);
  });

  app.openapi(resetPassword, async (c) => {
    const { emailAccounts, noting } = identityOf(deps);
    await noting({ way: "mail_link", origin: originOf(c) }, () =>
      emailAccounts.reset(c.req.valid("json")),
    );
    return c.body(null, 204);
  });
}
