import { createRoute, z } from "@hono/zod-openapi";
import { ROLES } from "../../../core/identity/caller.ts";
import { json } from "../../http/page.ts";
import { addressText } from "../../http/params.ts";
import { Moment, privateOf, Uuid } from "../../http/private-answer.ts";
import { problems } from "../../http/problem.ts";
import { Address } from "../../http/values.ts";
import { jsonBody, OF_CALLERS } from "../../http/write-contract.ts";
import { Nonce, SignedMessageRequest } from "../auth/auth.contract.ts";
import { EmailAndPassword, MAIL_SENT } from "../auth/email.contract.ts";

const common = { tags: ["Sign-in"] };
const NO_CONTENT = { description: "Done" };

const WalletText = addressText.openapi({ type: "string", pattern: "^0x[0-9a-fA-F]{40}$" });

export const OwnAccount = z
  .object({
    accountId: Uuid,
    username: z.string().nullable(),
    displayName: z.string().nullable().openapi({ description: "Untrusted text." }),
    email: z.string().nullable(),
    emailVerifiedAt: Moment.nullable(),
    kycStatus: z.enum(["none", "pending", "verified", "rejected"]),
    trustScore: z.int().openapi({ description: "0 to 100; 50 says nothing either way." }),
    tier: z.enum(["free", "paid"]),
    roles: z.array(z.enum(ROLES)),
    wallets: z.array(
      z.object({ address: Address, proof: z.enum(["key", "contract"]), linkedAt: Moment }),
    ),
    createdAt: Moment,
    updatedAt: Moment,
  })
  .openapi("OwnAccount");

const ownAccountAnswer = json(privateOf(OwnAccount, "OwnAccountAnswer"), "The account as it is");

export const getOwnAccount = createRoute({
  ...common,
  method: "get",
  path: "/v1/account",
  operationId: "getOwnAccount",
  summary: "The account of whoever asks",
  request: { query: z.strictObject({}) },
  responses: { 200: ownAccountAnswer, ...problems(...OF_CALLERS) },
});

export const changeOwnAccount = createRoute({
  ...common,
  method: "patch",
  path: "/v1/account",
  operationId: "changeOwnAccount",
  summary: "Change the names of the account",
  request: {
    body: jsonBody(
      z
        .strictObject({
          username: z
            .string()
            .min(3)
            .max(30)
            .regex(/^[a-z0-9](-?[a-z0-9])+$/, "must be lower-case letters, digits and hyphens")
            .nullable()
            .optional(),
          displayName: z.string().trim().min(1).max(80).nullable().optional(),
        })
        .openapi("ChangeAccountRequest"),
    ),
  },
  responses: { 200: ownAccountAnswer, ...problems(...OF_CALLERS, "NAME_TAKEN") },
});

export const deleteOwnAccount = createRoute({
  ...common,
  method: "delete",
  path: "/v1/account",
  operationId: "deleteOwnAccount",
  summary: "Delete the account",
  description:
    "Everything private of it goes at once, sessions and keys included, and organisations of which it is the last member. What is on the chain stays.",
  responses: { 204: NO_CONTENT, ...problems(...OF_CALLERS, "LAST_OWNER") },
});

export const addEmail = createRoute({
  ...common,
  method: "post",
  path: "/v1/account/email",
  operationId: "addEmail",
  summary: "Add an e-mail address and a password to the account",
  description: "The address is the account's once POST /v1/auth/email/verify has the link.",
  request: { body: jsonBody(EmailAndPassword) },
  responses: { ...MAIL_SENT, ...problems(...OF_CALLERS) },
});

export const requestLinkNonce = createRoute({
  ...common,
  method: "post",
  path: "/v1/account/wallet-nonce",
  operationId: "requestLinkNonce",
  summary: "Begin to link another wallet",
  request: {
    body: jsonBody(
      z
        .strictObject({ address: WalletText, origin: z.string().max(200).optional() })
        .openapi("LinkNonceRequest"),
    ),
  },
  responses: {
    200: json(privateOf(Nonce, "NonceAnswer"), "What the wallet is to sign"),
    ...problems(...OF_CALLERS),
  },
});

export const linkWallet = createRoute({
  ...common,
  method: "post",
  path: "/v1/account/wallets",
  operationId: "linkWallet",
  summary: "Link the wallet that signed",
  request: { body: jsonBody(SignedMessageRequest) },
  responses: {
    201: ownAccountAnswer,
    ...problems(
      ...OF_CALLERS,
      "INVALID_SIGNATURE",
      "EXPIRED_SIGNATURE",
      "REPLAYED_SIGNATURE",
      "WALLET_TAKEN",
      "NODE_UNAVAILABLE",
    ),
  },
});

export const unlinkWallet = createRoute({
  ...common,
  method: "delete",
  path: "/v1/account/wallets/{address}",
  operationId: "unlinkWallet",
  summary: "Unlink a wallet",
  description: "Its sessions end. The last way into an account cannot be taken away.",
  request: {
    params: z.object({
      address: addressText.openapi({
        param: { name: "address", in: "path" },
        type: "string",
        pattern: "^0x[0-9a-fA-F]{40}$",
      }),
    }),
  },
  responses: {
    204: NO_CONTENT,
    ...problems(...OF_CALLERS, "WALLET_NOT_FOUND", "LAST_CREDENTIAL"),
  },
});
