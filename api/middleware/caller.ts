import type { MiddlewareHandler } from "hono";
import { DomainError } from "../../core/errors.ts";
import {
  ANONYMOUS,
  type Caller,
  type KeyCaller,
  type KnownCaller,
  type Role,
  type SessionCaller,
  type WalletCaller,
} from "../../core/identity/caller.ts";
import type { SignedRequest } from "../../core/identity/signed-request.ts";
import type { ApiContext, ApiEnv } from "../http/env.ts";
import { isStreamed } from "./streamed.ts";

/**
 * Whose credentials are whose. Each throws DomainError when they are not good, AUTH_NOT_CONFIGURED
 * where the service has no such thing.
 */
export type CallerSources = {
  /** By an access token. */
  bySession(token: string): Promise<SessionCaller>;
  /** By the signature that a request carries. */
  bySignature(request: SignedRequest): Promise<WalletCaller>;
  /** By an API key. */
  byKey(secret: string): Promise<KeyCaller>;
};

const AUTHORIZATION = "authorization";
const KEY_HEADER = "x-api-key";
/** Both schemes of signed requests have it. */
const SIGNATURE_HEADER = "x-signature";

const BEARER = /^Bearer +([\w.~+/=-]+)$/i;
/** Access tokens have three parts (RFC 7519); a key has no dots. */
const isAccessToken = (token: string) => token.includes(".");

/** Whether the request says in any way who is asking. */
export const hasCredentials = (c: ApiContext): boolean =>
  [AUTHORIZATION, KEY_HEADER, SIGNATURE_HEADER].some((name) => c.req.header(name) !== undefined);

/** Whether it is an API key that says so. */
export const hasKey = (c: ApiContext): boolean => {
  const token = BEARER.exec(c.req.header(AUTHORIZATION) ?? "")?.[1];
  return c.req.header(KEY_HEADER) !== undefined || (token !== undefined && !isAccessToken(token));
};

/**
 * Remembers how to find out who is asking. Nobody is asked before a handler wants to know: what
 * everybody may read is answered without a look at credentials.
 */
export function identifyCaller(callers: CallerSources): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const find = await finderOf(c, callers);
    let found: Promise<Caller> | undefined;
    c.set("findCaller", () => {
      found ??= find();
      return found;
    });
    await next();
  };
}

async function finderOf(c: ApiContext, callers: CallerSources): Promise<() => Promise<Caller>> {
  const authorization = c.req.header(AUTHORIZATION);
  const key = c.req.header(KEY_HEADER);
  const signature = c.req.header(SIGNATURE_HEADER);
  if ([authorization, key, signature].filter((value) => value !== undefined).length > 1) {
    return async () => {
      throw new DomainError("INVALID_REQUEST", "Several credentials were sent; send one.");
    };
  }
  if (key !== undefined) return () => callers.byKey(key);
  if (authorization !== undefined) {
    const token = BEARER.exec(authorization)?.[1];
    return async () => {
      if (token === undefined) throw new DomainError("INVALID_TOKEN", "Send a bearer token.");
      return isAccessToken(token) ? callers.bySession(token) : callers.byKey(token);
    };
  }
  if (isStreamed(c)) {
    return async () => {
      throw new DomainError("FORBIDDEN", "Files are sent with a session or a key, not signed.");
    };
  }
  // Read before any validator does: what it parses could not be turned into the same bytes again.
  const body = new Uint8Array(await c.req.arrayBuffer());
  const { pathname, search } = new URL(c.req.url);
  const request: SignedRequest = {
    method: c.req.method,
    target: c.env?.incoming?.url ?? `${pathname}${search}`,
    body,
    header: (name) => c.req.header(name),
  };
  return () => callers.bySignature(request);
}

/**
 * Who is asking, if anybody.
 *
 * @throws DomainError 401 when credentials were sent and are not good
 */
export async function callerOf(c: ApiContext): Promise<Caller> {
  return (await c.get("findCaller")?.()) ?? ANONYMOUS;
}

/** What a route wants of its caller. */
export type CallerNeeds = {
  role?: Exclude<Role, "user">;
  /** Scope that an API key needs here; where none is named, no key is taken. */
  scope?: string;
  /** Whether the account must have a wallet. */
  hasWallet?: boolean;
  /** Whether a signature must bind method and body, not the address alone. */
  isBound?: boolean;
};

/**
 * Who is asking, when it must be somebody.
 *
 * @throws DomainError 401 for nobody, 403 FORBIDDEN or WALLET_REQUIRED for somebody who may not
 */
export async function requireCaller(c: ApiContext, needs: CallerNeeds = {}): Promise<KnownCaller> {
  const caller = await callerOf(c);
  if (caller.kind === "anonymous") throw new DomainError("AUTH_REQUIRED", "Say who is asking.");
  const { role, scope, hasWallet = false, isBound = false } = needs;
  if (caller.kind === "api_key" && (scope === undefined || !caller.scopes.includes(scope))) {
    const missing = scope === undefined ? "an API key cannot do this" : `the key lacks ${scope}`;
    throw new DomainError("FORBIDDEN", `This needs a session or a signed request: ${missing}.`);
  }
  if (role !== undefined && !caller.roles.includes(role)) {
    throw new DomainError("FORBIDDEN", `This needs the role ${role}.`);
  }
  if (isBound && caller.kind === "wallet" && caller.scheme === "header") {
    throw new DomainError("FORBIDDEN", "This needs a session, or a signature of typed data.");
  }
  if (hasWallet && caller.wallets.length === 0) {
    throw new DomainError("WALLET_REQUIRED", "Link a wallet first.");
  }
  return caller;
}

/** Sources of a service that has no accounts. */
export const NO_CALLERS: CallerSources = {
  bySession: refuse,
  bySignature: refuse,
  byKey: refuse,
};

async function refuse(): Promise<never> {
  throw new DomainError("AUTH_NOT_CONFIGURED", "Signing in is not configured here.");
}
