import { createRoute, z } from "@hono/zod-openapi";
import { SETTING_NAMES } from "../../../core/settings/setting-schemas.ts";
import { json } from "../../http/page.ts";
import { pageParams } from "../../http/params.ts";
import { Moment, privateOf, privatePageOf, Uuid } from "../../http/private-answer.ts";
import { problems } from "../../http/problem.ts";
import { Address } from "../../http/values.ts";
import { idempotencyHeader, jsonBody, OF_CALLERS, OF_WRITES } from "../../http/write-contract.ts";
import { ApiKey } from "../keys/key.resource.ts";

const common = { tags: ["Administration"] };
const AccountPath = z.object({ accountId: Uuid });
const GIVEN_ROLES = ["reviewer", "admin", "resolver"] as const;
const TIERS = ["free", "paid"] as const;

export const AdminAccount = z
  .object({
    accountId: Uuid,
    username: z.string().nullable(),
    displayName: z.string().nullable().openapi({ description: "Untrusted text." }),
    email: z.string().nullable(),
    wallets: z.array(Address),
    roles: z.array(z.enum(GIVEN_ROLES)).openapi({ description: "Everybody is a user as well." }),
    tier: z.enum(TIERS),
    kycStatus: z.enum(["none", "pending", "verified", "rejected"]),
    trustScore: z.int().openapi({ description: "0 to 100." }),
    ban: z.object({ at: Moment, reason: z.string() }).nullable(),
    createdAt: Moment,
  })
  .openapi("AdminAccount");

export const listAccounts = createRoute({
  ...common,
  method: "get",
  path: "/v1/admin/accounts",
  operationId: "listAccountsForAdmin",
  summary: "Accounts",
  request: {
    query: z.strictObject({
      ...pageParams,
      cursor: z.uuid().optional(),
      search: z.string().trim().min(1).max(254).optional().openapi({
        description: "Id, e-mail, username or wallet, whole.",
      }),
    }),
  },
  responses: {
    200: json(privatePageOf(AdminAccount, "AdminAccountPage"), "Accounts, the newest first"),
    ...problems(...OF_CALLERS),
  },
});

export const getAccountRoute = createRoute({
  ...common,
  method: "get",
  path: "/v1/admin/accounts/{accountId}",
  operationId: "getAccountForAdmin",
  summary: "One account",
  request: { params: AccountPath, query: z.strictObject({}) },
  responses: {
    200: json(privateOf(AdminAccount, "AdminAccountAnswer"), "The account"),
    ...problems(...OF_CALLERS, "ACCOUNT_NOT_FOUND"),
  },
});

const AccountDecisionRequest = z
  .strictObject({
    tier: z.enum(TIERS).optional(),
    roles: z.array(z.enum(GIVEN_ROLES)).max(3).optional().openapi({
      description: "All roles that the account is to have.",
    }),
    banReason: z.string().trim().min(1).max(1_000).nullable().optional().openapi({
      description: "Shuts the account out, and tells it why; null lets it in again.",
    }),
  })
  .openapi("AccountDecisionRequest");

export const changeAccount = createRoute({
  ...common,
  method: "patch",
  path: "/v1/admin/accounts/{accountId}",
  operationId: "changeAccountAsAdmin",
  summary: "Change plan, roles or ban of an account",
  request: {
    params: AccountPath,
    headers: idempotencyHeader,
    body: jsonBody(AccountDecisionRequest),
  },
  responses: {
    200: json(privateOf(AdminAccount, "ChangedAccountAnswer"), "The account as it is now"),
    ...problems(...OF_WRITES, "ACCOUNT_NOT_FOUND", "LAST_ADMIN"),
  },
});

export const listAccountKeys = createRoute({
  ...common,
  method: "get",
  path: "/v1/admin/accounts/{accountId}/keys",
  operationId: "listKeysForAdmin",
  summary: "Keys of an account",
  request: { params: AccountPath, query: z.strictObject({}) },
  responses: {
    200: json(privateOf(z.array(ApiKey), "AdminKeysAnswer"), "All keys, the newest first"),
    ...problems(...OF_CALLERS, "ACCOUNT_NOT_FOUND"),
  },
});

export const revokeAccountKey = createRoute({
  ...common,
  method: "delete",
  path: "/v1/admin/keys/{keyId}",
  operationId: "revokeKeyAsAdmin",
  summary: "End a key of anybody at once",
  request: { params: z.object({ keyId: Uuid }), headers: idempotencyHeader },
  responses: {
    200: json(privateOf(ApiKey, "AdminRevokedKeyAnswer"), "The key as it is now"),
    ...problems(...OF_WRITES, "KEY_NOT_FOUND", "KEY_ENDED"),
  },
});

const SettingPath = z.object({ name: z.enum(SETTING_NAMES) });
const Rules = z.record(z.string(), z.unknown()).openapi({ example: { free: 20 } });

export const Setting = z
  .object({
    name: z.enum(SETTING_NAMES),
    meaning: z.string(),
    version: z.int().openapi({ description: "0 while nobody has changed it." }),
    value: Rules,
    updatedBy: Uuid.nullable(),
    updatedAt: Moment.nullable(),
  })
  .openapi("Setting");

export const getSetting = createRoute({
  ...common,
  method: "get",
  path: "/v1/admin/settings/{name}",
  operationId: "getSetting",
  summary: "Rules of the service",
  request: { params: SettingPath, query: z.strictObject({}) },
  responses: {
    200: json(privateOf(Setting, "SettingAnswer"), "The rules and their version"),
    ...problems(...OF_CALLERS),
  },
});

export const putSetting = createRoute({
  ...common,
  method: "put",
  path: "/v1/admin/settings/{name}",
  operationId: "putSetting",
  summary: "Change rules of the service",
  description: "This process goes by them at once, every other one within two seconds.",
  request: {
    params: SettingPath,
    headers: idempotencyHeader,
    body: jsonBody(
      z
        .strictObject({
          version: z.int().min(0).openapi({ description: "Version that was read before." }),
          value: Rules,
        })
        .openapi("SettingRequest"),
    ),
  },
  responses: {
    200: json(privateOf(Setting, "ChangedSettingAnswer"), "The rules as they are now"),
    ...problems(...OF_WRITES, "SETTING_CHANGED"),
  },
});
