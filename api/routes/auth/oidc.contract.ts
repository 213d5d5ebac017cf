import { createRoute, z } from "@hono/zod-openapi";
import { json } from "../../http/page.ts";
import { Moment, privateOf } from "../../http/private-answer.ts";
import { problems } from "../../http/problem.ts";
import { jsonBody, OF_CALLERS } from "../../http/write-contract.ts";
import { OF_SIGN_IN } from "./auth.contract.ts";
import { Tokens } from "./token-pair.resource.ts";

const common = { tags: ["Sign-in"] };
const ProviderPath = z.object({
  provider: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,31}$/, "must be the name of a provider")
    .openapi({ param: { name: "provider", in: "path" }, example: "google" }),
});
const Secret = z.string().regex(/^[\w-]{43}$/, "must be what the start gave");
/** Providers choose codes; theirs have some hundred letters. */
const Code = z.string().min(1).max(4_096);
const BeginRequest = jsonBody(
  z.strictObject({ origin: z.string().max(200).optional() }).openapi("BeginAtProviderRequest"),
);

export const listProviders = createRoute({
  ...common,
  method: "get",
  path: "/v1/auth/oidc",
  operationId: "listProviders",
  summary: "Providers at which one can sign in",
  request: { query: z.strictObject({}) },
  responses: {
    200: json(
      privateOf(z.array(z.string().openapi({ example: "google" })), "ProvidersAnswer"),
      "By name; none where the operator has configured none",
    ),
    ...problems("INVALID_REQUEST", "RATE_LIMITED"),
  },
});

const Begun = z
  .object({
    authorizationUrl: z.string().openapi({ description: "Send the reader there." }),
    state: z.string().openapi({ description: "Comes back with the answer; compare it." }),
    binding: z.string().openapi({
      description: "Keep it in this page: an answer without it is refused.",
    }),
    expiresAt: Moment,
  })
  .openapi("BegunAtProvider");

export const beginAtProvider = createRoute({
  ...common,
  method: "post",
  path: "/v1/auth/oidc/{provider}/start",
  operationId: "beginAtProvider",
  summary: "Begin to sign in at a provider",
  description:
    "The provider sends the reader back to /sign-in/provider of the page's origin, with `code` and `state`.",
  request: { params: ProviderPath, body: BeginRequest },
  responses: {
    200: json(privateOf(Begun, "BegunAtProviderAnswer"), "Where to go"),
    ...problems(...OF_SIGN_IN, "PROVIDER_NOT_FOUND", "PROVIDER_UNAVAILABLE", "INVALID_CREDENTIALS"),
  },
});

export const finishAtProvider = createRoute({
  ...common,
  method: "post",
  path: "/v1/auth/oidc/{provider}/finish",
  operationId: "finishAtProvider",
  summary: "Sign in with the answer of the provider",
  description:
    "The ID token is checked here. It finds an account by issuer and subject; by an address only when the provider calls it verified. The first time makes an account.",
  request: {
    params: ProviderPath,
    body: jsonBody(
      z
        .strictObject({
          code: Code,
          state: Secret,
          binding: Secret,
          iss: z
            .string()
            .max(400)
            .optional()
            .openapi({ description: "If it came back (RFC 9207)." }),
        })
        .openapi("FinishAtProviderRequest"),
    ),
  },
  responses: {
    201: json(privateOf(Tokens, "TokensAnswer"), "Tokens of a new session"),
    ...problems(
      ...OF_SIGN_IN,
      "INVALID_CREDENTIALS",
      "PROVIDER_NOT_FOUND",
      "PROVIDER_UNAVAILABLE",
      "IDENTITY_TAKEN",
      "FORBIDDEN",
    ),
  },
});

export const takeProviderForm = createRoute({
  ...common,
  method: "post",
  path: "/v1/auth/oidc/{provider}/callback",
  operationId: "takeProviderForm",
  summary: "For providers that post their answer",
  description: "Sends the reader on to the page that began; nothing is decided here.",
  request: {
    params: ProviderPath,
    body: {
      content: {
        "application/x-www-form-urlencoded": {
          // Apple adds the name of a new reader, which is not asked for.
          schema: z.object({
            state: Secret,
            code: Code.optional(),
            error: z.string().max(200).optional(),
          }),
        },
      },
      required: true,
    },
  },
  responses: {
    303: { description: "To the page, with the answer behind `#`" },
    ...problems(...OF_SIGN_IN, "INVALID_CREDENTIALS"),
  },
});

export const beginToLink = createRoute({
  ...common,
  method: "post",
  path: "/v1/account/identities/{provider}",
  operationId: "beginToLinkIdentity",
  summary: "Begin to link an account at a provider to yours",
  description: "Ends with POST /v1/auth/oidc/{provider}/finish, as signing in does.",
  request: { params: ProviderPath, body: BeginRequest },
  responses: {
    200: json(privateOf(Begun, "BegunAtProviderAnswer"), "Where to go"),
    ...problems(...OF_CALLERS, "PROVIDER_NOT_FOUND", "PROVIDER_UNAVAILABLE", "INVALID_CREDENTIALS"),
  },
});

export const unlinkIdentityRoute = createRoute({
  ...common,
  method: "delete",
  path: "/v1/account/identities/{provider}",
  operationId: "unlinkIdentity",
  summary: "Unlink your account at a provider",
  description:
    "Sessions that were opened at a provider end. The last way into an account cannot be taken away.",
  request: { params: ProviderPath },
  responses: {
    204: { description: "Done" },
    ...problems(...OF_CALLERS, "IDENTITY_NOT_FOUND", "LAST_CREDENTIAL"),
  },
});

const LinkedIdentity = z
  .object({ provider: z.string(), issuer: z.string(), linkedAt: Moment })
  .openapi("LinkedIdentity");

export const listIdentities = createRoute({
  ...common,
  method: "get",
  path: "/v1/account/identities",
  operationId: "listIdentities",
  summary: "Providers at which one can reach the account",
  request: { query: z.strictObject({}) },
  responses: {
    200: json(privateOf(z.array(LinkedIdentity), "IdentitiesAnswer"), "By name of the provider"),
    ...problems(...OF_CALLERS),
  },
});
