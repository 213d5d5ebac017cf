import { createRoute, z } from "@hono/zod-openapi";
import { json } from "../../http/page.ts";
import { privateOf } from "../../http/private-answer.ts";
import { problems } from "../../http/problem.ts";
import { jsonBody } from "../../http/write-contract.ts";
import { OF_SIGN_IN } from "./auth.contract.ts";
import { Tokens } from "./token-pair.resource.ts";

const common = { tags: ["Sign-in"] };

const Email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email("must be an e-mail address"))
  .openapi({ type: "string", format: "email", example: "analyst@example.org" });

const Password = z
  .string()
  .min(10, "must have at least 10 characters")
  .max(128, "must have at most 128 characters")
  .openapi({ format: "password" });

const LinkSecret = z.string().regex(/^[\w-]{43}$/, "must be the secret of a link");

/** An address and the password for it, which must not be the same. */
export const EmailAndPassword = z
  .strictObject({ email: Email, password: Password })
  .refine(({ email, password }) => !email.includes(password.toLowerCase()), {
    path: ["password"],
    message: "must not be part of the address",
  })
  .openapi("EmailAndPassword");

/** The same answer for every address, with or without an account. */
export const MAIL_SENT = {
  202: json(
    privateOf(z.object({ sent: z.literal(true) }).openapi("MailSent"), "MailSentAnswer"),
    "The same for every address: only the mail says more",
  ),
};

export const registerEmail = createRoute({
  ...common,
  method: "post",
  path: "/v1/auth/register",
  operationId: "registerEmail",
  summary: "Begin an account by e-mail",
  description: "A link goes to the address, good for 24 hours. No wallet is needed to read.",
  request: { body: jsonBody(EmailAndPassword) },
  responses: { ...MAIL_SENT, ...problems(...OF_SIGN_IN) },
});

export const confirmEmail = createRoute({
  ...common,
  method: "post",
  path: "/v1/auth/email/verify",
  operationId: "confirmEmail",
  summary: "End a registration with the link of the mail",
  description: "The password is the one that was chosen: the link alone opens nothing.",
  request: {
    body: jsonBody(
      z.strictObject({ secret: LinkSecret, password: Password }).openapi("ConfirmEmailRequest"),
    ),
  },
  responses: {
    201: json(privateOf(Tokens, "TokensAnswer"), "Tokens of a new session"),
    ...problems(...OF_SIGN_IN, "INVALID_CREDENTIALS", "EMAIL_TAKEN"),
  },
});

export const login = createRoute({
  ...common,
  method: "post",
  path: "/v1/auth/login",
  operationId: "login",
  summary: "Log in by e-mail",
  description: "Failures lock the address for a while that doubles, with or without an account.",
  request: {
    body: jsonBody(
      z
        .strictObject({ email: Email, password: z.string().min(1).max(128) })
        .openapi("LoginRequest"),
    ),
  },
  responses: {
    201: json(privateOf(Tokens, "TokensAnswer"), "Tokens of a new session"),
    ...problems(...OF_SIGN_IN, "INVALID_CREDENTIALS", "FORBIDDEN"),
  },
});

export const forgotPassword = createRoute({
  ...common,
  method: "post",
  path: "/v1/auth/password/forgot",
  operationId: "forgotPassword",
  summary: "Ask for a link to set another password",
  request: { body: jsonBody(z.strictObject({ email: Email }).openapi("ForgotPasswordRequest")) },
  responses: { ...MAIL_SENT, ...problems(...OF_SIGN_IN) },
});

export const resetPassword = createRoute({
  ...common,
  method: "post",
  path: "/v1/auth/password/reset",
  operationId: "resetPassword",
  summary: "Set another password with the link of the mail",
  description: "The link is good once and for an hour. All sessions of the account end.",
  request: {
    body: jsonBody(
      z.strictObject({ secret: LinkSecret, password: Password }).openapi("ResetPasswordRequest"),
    ),
  },
  responses: {
    204: { description: "Done; log in with it" },
    ...problems(...OF_SIGN_IN, "INVALID_CREDENTIALS"),
  },
});
