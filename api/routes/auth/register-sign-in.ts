import type { ApiDeps } from "../../deps.ts";
import { originOf, privateMeta } from "../../http/private-answer.ts";
import type { Router } from "../../http/router.ts";
import { refreshTokens, requestNonce, verifySignIn } from "./auth.contract.ts";
import { identityOf } from "./identity-of.ts";
import { toTokens } from "./token-pair.resource.ts";

/** Signing in with a wallet, and going on with a session. */
export function registerSignIn(app: Router, deps: ApiDeps): void {
  app.openapi(requestNonce, async (c) => {
    const { walletSignIn, settings } = identityOf(deps);
    const { address, origin } = c.req.valid("json");
    const { nonce, message, expiresAt } = await walletSignIn.begin(address, {
      purpose: "sign_in",
      origin,
    });
    const data = {
      nonce,
      chainId: settings.chainId,
      expiresAt: expiresAt.toISOString(),
      message,
    };
    return c.json({ data, meta: privateMeta(c) }, 200);
  });

  app.openapi(verifySignIn, async (c) => {
    const signed = c.req.valid("json");
    const { signIn, noting } = identityOf(deps);
    const origin = originOf(c);
    const pair = await noting({ way: "wallet", origin }, () => signIn(signed, origin));
    return c.json({ data: toTokens(pair), meta: privateMeta(c) }, 201);
  });

  app.openapi(refreshTokens, async (c) => {
    const { refreshToken } = c.req.valid("json");
    const { sessions, noting } = identityOf(deps);
    const pair = await noting({ way: "refresh", origin: originOf(c) }, () =>
      sessions.refresh(refreshToken),
    );
    return c.json({ data: toTokens(pair), meta: privateMeta(c) }, 200);
  });
}
