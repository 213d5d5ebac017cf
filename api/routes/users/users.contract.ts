import { createRoute, z } from "@hono/zod-openapi";
import { PublicProfile } from "../../../core/identity/public-profile.ts";
import { json, singleOf } from "../../http/page.ts";
import { addressText, freshnessParams } from "../../http/params.ts";
import { privateOf } from "../../http/private-answer.ts";
import { problems } from "../../http/problem.ts";
import { OF_READS, OF_READS_BY_ID } from "../../http/read-contract.ts";
import { idempotencyHeader, jsonBody, OF_WRITES } from "../../http/write-contract.ts";
import { User, UserProfile } from "./user.resource.ts";
import { ListingVerification } from "./verification.resource.ts";

const addressOf = (description: string) =>
  z.object({
    address: addressText.openapi({
      param: { name: "address", in: "path" },
      description,
      type: "string",
      pattern: "^0x[0-9a-fA-F]{40}$",
    }),
  });

export const getUser = createRoute({
  tags: ["Accounts"],
  method: "get",
  path: "/v1/users/{address}",
  operationId: "getUser",
  summary: "What everybody may know of whoever is behind a wallet",
  description:
    "What its owner decided to show, what became of its sales and purchases, and of its listings what was declared and what was verified. Neither mail nor wishes about payment, nor other wallets of the same owner.",
  request: {
    params: addressOf("Any wallet: one that nobody has seen shows nothing and has sold nothing."),
    query: z.strictObject(freshnessParams),
  },
  responses: {
    200: json(singleOf(User, "UserAnswer"), "Public fields alone"),
    ...problems(...OF_READS),
  },
});

export const replaceUserProfile = createRoute({
  tags: ["Accounts"],
  method: "put",
  path: "/v1/users/{address}/profile",
  operationId: "replaceUserProfile",
  summary: "Say what everybody reads under a wallet of yours",
  description:
    "Each wallet shows what was said for it and names no other. What is left out is not shown any more; a body without anything takes all of it away.",
  request: {
    params: addressOf("A wallet that is linked to your account."),
    headers: idempotencyHeader,
    body: jsonBody(PublicProfile.openapi("ReplaceUserProfileRequest")),
  },
  responses: {
    200: json(
      privateOf(UserProfile.nullable(), "ReplacedUserProfileAnswer"),
      "As everybody reads it now; null for nothing",
    ),
    ...problems(...OF_WRITES, "WALLET_NOT_FOUND"),
  },
});

export const getListingVerification = createRoute({
  tags: ["Listings"],
  method: "get",
  path: "/v1/listings/{id}/verification",
  operationId: "getListingVerification",
  summary: "What was declared of a listing, what was verified, and by what evidence",
  request: {
    params: z.object({
      id: z.string().openapi({
        param: { name: "id", in: "path" },
        description: "Public id of a listing, or its number alone where one marketplace is served.",
      }),
    }),
    query: z.strictObject(freshnessParams),
  },
  responses: {
    200: json(
      singleOf(ListingVerification, "ListingVerificationAnswer"),
      "Every check of every level, with its evidence or none",
    ),
    ...problems(...OF_READS_BY_ID, "LISTING_NOT_FOUND"),
  },
});
