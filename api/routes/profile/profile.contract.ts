import { createRoute, z } from "@hono/zod-openapi";
import { Contact, Payout } from "../../../core/encryption/private-profile.ts";
import { json } from "../../http/page.ts";
import { Moment, privateOf } from "../../http/private-answer.ts";
import { problems } from "../../http/problem.ts";
import { Address } from "../../http/values.ts";
import { idempotencyHeader, jsonBody, OF_CALLERS, OF_WRITES } from "../../http/write-contract.ts";
import { OwnAccount } from "../account/account.contract.ts";
import { Notifications } from "../notifications/notifications.contract.ts";

const tags = ["Accounts"];
const said = z.string().nullable().openapi({ description: "Only you read it." });

const ShownContact = z
  .object({
    fullName: said,
    company: said,
    phone: said,
    messenger: said,
    postalAddress: said,
    taxId: said,
  })
  .openapi("Contact");
const ShownPayout = z
  .object({
    wallet: Address.nullable().openapi({
      description: "A wallet for what is not paid by a contract; contracts pay the party itself.",
    }),
    creditTo: z.enum(["wallet", "fees"]).openapi({
      description: "Whether credit is paid out or set against fees.",
    }),
    reference: said,
  })
  .openapi("PayoutPreference");

export const Profile = z
  .object({
    account: OwnAccount,
    notifications: Notifications,
    contact: ShownContact.nullable(),
    payout: ShownPayout.nullable(),
    updatedAt: Moment.nullable().openapi({ description: "Of contact and payout." }),
  })
  .openapi("Profile");

export const getProfile = createRoute({
  tags,
  method: "get",
  path: "/v1/account/profile",
  operationId: "getProfile",
  summary: "Everything that you have said of yourself",
  description:
    "Contact and payout are encrypted at rest, and no key, administrator or analyst reads them.",
  request: { query: z.strictObject({}) },
  responses: {
    200: json(privateOf(Profile, "ProfileAnswer"), "Account, wishes and private data"),
    ...problems(...OF_CALLERS, "ENCRYPTION_NOT_CONFIGURED"),
  },
});

export const changeProfile = createRoute({
  tags,
  method: "patch",
  path: "/v1/account/profile",
  operationId: "changeProfile",
  summary: "Say how you can be reached and paid",
  description: "A part that is sent replaces what was there; null takes it away.",
  request: {
    headers: idempotencyHeader,
    body: jsonBody(
      z
        .strictObject({
          contact: Contact.nullable().optional(),
          payout: Payout.nullable().optional(),
        })
        .openapi("ChangeProfileRequest"),
    ),
  },
  responses: {
    200: json(privateOf(Profile, "ChangedProfileAnswer"), "The profile as it is now"),
    ...problems(...OF_WRITES, "ENCRYPTION_NOT_CONFIGURED"),
  },
});
