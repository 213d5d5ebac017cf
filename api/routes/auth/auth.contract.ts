import { createRoute, z } from "@hono/zod-openapi";
import { json } from "../../http/page.ts";
import { addressText } from "../../http/params.ts";
import { Moment, privateOf, Uuid } from "../../http/private-answer.ts";
import { problems } from "../../http/problem.ts";
import { Address } from "../../http/values.ts";
import { jsonBody, OF_CALLERS } from "../../http/write-contract.ts";
import { Tokens } from "./token-pair.resource.ts";

const common = { tags: ["Sign-in"] };

/** What every route here can refuse that anybody may ask. */
export const OF_SIGN_IN = [
  "INVALID_REQUEST",
  "AUTH_NOT_CONFIGURED",
  "BODY_TOO_LARGE",
  "RATE_LIMITED",
  "DATABASE_UNAVAILABLE",
  "QUERY_TIMEOUT",
] as const;

const NonceRequest = z
  .strictObject({
    address: addressText.openapi({ type: "string", pattern: "^0x[0-9a-fA-F]{40}$" }),
    origin: z.string().max(200).optional().openapi({
      description: "Origin of the page that asks, one of those that the operator allows.",
      example: "https://app.example",
    }),
  })
  .openapi("NonceRequest");

export const Nonce = z
  .object({
    nonce: z.string(),
    chainId: z.int(),
    expiresAt: Moment,
    message: z.string().openapi({
      description: "A message (EIP-4361) to sign as it is; any other with this nonce does as well.",
    }),
  })
  .openapi("Nonce");

export const requestNonce = createRoute({
  ...common,
  method: "post",
  path: "/v1/auth/nonce",
  operationId: "requestNonce",
  summary: "Begin to sign in with a wallet",
  description: "The nonce is good once, for five minutes, and for this wallet alone.",
  request: { body: jsonBody(NonceRequest) },
  responses: {
    200: json(privateOf(Nonce, "NonceAnswer"), "What the wallet is to sign"),
    ...problems(...OF_SIGN_IN),
  },
});

export const SignedMessageRequest = z
  .strictObject({
    message: z.string().min(1).max(4_096),
    signature: z
      .string()
      .regex(/^0x([0-9a-fA-F]{2}){1,8192}$/, "must be 0x and hexadecimal digits"),
  })
  .openapi("SignedMessage");

export const verifySignIn = createRoute({
  ...common,
  method: "post",
  path: "/v1/auth/verify",
  operationId: "verifySignIn",
  summary: "Sign in with what the wallet signed",
  description:
    "Wallets with a key, contracts (ERC-1271) and contracts that are not deployed yet (ERC-6492). The first time makes an account.",
  request: { body: jsonBody(SignedMessageRequest) },
  responses: {
    201: json(privateOf(Tokens, "TokensAnswer"), "Tokens of a new session"),
    ...problems(
      ...OF_SIGN_IN,
      "INVALID_SIGNATURE",
      "EXPIRED_SIGNATURE",
      "REPLAYED_SIGNATURE",
      "NODE_UNAVAILABLE",
      "FORBIDDEN",
    ),
  },
});

export const refreshTokens = createRoute({
  ...common,
  method: "post",
  path: "/v1/auth/refresh",
  operationId: "refreshTokens",
  summary: "Exchange a refresh token for new tokens",
  description:
    "Each refresh token is good once. Whoever uses one again ends the session: one of the two was a thief.",
  request: {
    body: jsonBody(
      z
        .strictObject({ refreshToken: z.string().regex(/^[\w-]{43}$/, "must be a refresh token") })
        .openapi("RefreshRequest"),
    ),
  },
  responses: {
    200: json(privateOf(Tokens, "TokensAnswer"), "New tokens of the same session"),
    ...problems(
      ...OF_SIGN_IN,
      "INVALID_CREDENTIALS",
      "ALREADY_REFRESHED",
      "NODE_UNAVAILABLE",
      "FORBIDDEN",
    ),
  },
});

const NO_CONTENT = { description: "Done" };

export const logout = createRoute({
  ...common,
  method: "post",
  path: "/v1/auth/logout",
  operationId: "logout",
  summary: "End this session",
  description: "Its access tokens are refused from now on, as is its refresh token.",
  responses: { 204: NO_CONTENT, ...problems(...OF_CALLERS) },
});

export const logoutEverywhere = createRoute({
  ...common,
  method: "post",
  path: "/v1/auth/logout-everywhere",
  operationId: "logoutEverywhere",
  summary: "End all sessions of the account",
  responses: {
    200: json(
      privateOf(z.object({ ended: z.int() }).openapi("EndedSessions"), "EndedSessionsAnswer"),
      "How many were ended",
    ),
    ...problems(...OF_CALLERS),
  },
});

export const Session = z
  .object({
    sessionId: Uuid,
    isCurrent: z.boolean(),
    method: z.enum(["wallet", "password", "oidc"]),
    wallet: Address.nullable(),
    userAgent: z.string().nullable().openapi({ description: "Untrusted text." }),
    signedInAt: Moment,
    usedAt: Moment,
    expiresAt: Moment,
  })
  .openapi("Session");

export const listSessions = createRoute({
  ...common,
  method: "get",
  path: "/v1/auth/sessions",
  operationId: "listSessions",
  summary: "Where the account is signed in",
  request: { query: z.strictObject({}) },
  responses: {
    200: json(privateOf(z.array(Session), "SessionsAnswer"), "All that are good, newest first"),
    ...problems(...OF_CALLERS),
  },
});

export const endSession = createRoute({
  ...common,
  method: "delete",
  path: "/v1/auth/sessions/{sessionId}",
  operationId: "endSession",
  summary: "End one session of the account",
  request: { params: z.object({ sessionId: Uuid }) },
  responses: { 204: NO_CONTENT, ...problems(...OF_CALLERS, "SESSION_NOT_FOUND") },
});
