import { createRoute, z } from "@hono/zod-openapi";
import { DOCUMENT_SCHEMA, ListingDocument } from "../../../core/listing-metadata/document.ts";
import { json, singleOf } from "../../http/page.ts";
import { freshnessParams, intParam } from "../../http/params.ts";
import { privateOf } from "../../http/private-answer.ts";
import { problems } from "../../http/problem.ts";
import { OF_READS_BY_ID } from "../../http/read-contract.ts";
import { Hash } from "../../http/values.ts";
import { idempotencyHeader, jsonBody } from "../../http/write-contract.ts";
import { ListingMetadata, ListingMetadataVersion } from "./listing-metadata.resource.ts";

const tags = ["Listing metadata"];

const ListingPath = z.object({
  id: z.string().openapi({
    param: { name: "id", in: "path" },
    description: "Public id of a listing, or its number alone where one marketplace is served.",
  }),
});

const OF_LISTING_READS = [...OF_READS_BY_ID, "LISTING_NOT_FOUND"] as const;

export const getListingMetadata = createRoute({
  tags,
  method: "get",
  path: "/v1/listings/{id}/metadata",
  operationId: "getListingMetadata",
  summary: "What the seller says of a listing",
  request: {
    params: ListingPath,
    query: z.strictObject({
      version: intParam("version", "An earlier version; the newest unless given.", {
        minimum: 1,
        maximum: 2_147_483_647,
      }),
      ...freshnessParams,
    }),
  },
  responses: {
    200: json(
      singleOf(ListingMetadata, "ListingMetadataAnswer"),
      "The document, and who signed it",
    ),
    ...problems(...OF_LISTING_READS, "METADATA_NOT_FOUND"),
  },
});

export const listListingMetadata = createRoute({
  tags,
  method: "get",
  path: "/v1/listings/{id}/metadata/versions",
  operationId: "listListingMetadataVersions",
  summary: "Every document that was published about a listing",
  request: {
    params: ListingPath,
    query: z.strictObject({
      before: intParam("before", "Versions before this one: the lowest of the page before.", {
        minimum: 1,
        maximum: 2_147_483_647,
      }),
      limit: intParam("limit", "At most so many, 20 unless given.", { minimum: 1, maximum: 100 }),
      ...freshnessParams,
    }),
  },
  responses: {
    200: json(
      singleOf(
        z.object({ versions: z.array(ListingMetadataVersion), hasMore: z.boolean() }),
        "ListingMetadataVersionsAnswer",
      ),
      "Versions without their content, the newest first",
    ),
    ...problems(...OF_LISTING_READS),
  },
});

const signedAt = z.int().min(0).max(253_402_300_799).openapi({
  description: "When it is signed, unix seconds; within ten minutes of now.",
});

export const prepareListingMetadata = createRoute({
  tags,
  method: "post",
  path: "/v1/listings/{id}/metadata/prepare",
  operationId: "prepareListingMetadata",
  summary: "Check a document, and say what is to be signed and pinned for it",
  request: {
    params: ListingPath,
    headers: idempotencyHeader,
    body: jsonBody(
      z
        .strictObject({ document: ListingDocument, signedAt: signedAt.optional() })
        .openapi("PrepareListingMetadataRequest"),
    ),
  },
  responses: {
    200: json(
      privateOf(
        z.object({
          documentHash: Hash,
          canonical: z.string().openapi({ description: "The bytes to be pinned, as text." }),
          cid: z.string(),
          legacyCid: z.string(),
          typedData: z
            .object({
              domain: z.object({
                name: z.string(),
                version: z.string(),
                chainId: z.int(),
                verifyingContract: z.string(),
              }),
              types: z.record(
                z.string(),
                z.array(z.object({ name: z.string(), type: z.string() })),
              ),
              primaryType: z.string(),
              message: z.object({
                listingId: z.string(),
                documentHash: z.string(),
                signedAt: z.string(),
              }),
            })
            .openapi({ description: "For eth_signTypedData_v4." }),
        }),
        "PreparedListingMetadataAnswer",
      ),
      "Nothing is kept",
    ),
    ...problems(
      "INVALID_REQUEST",
      "INVALID_ID",
      "AMBIGUOUS_ID",
      "BODY_TOO_LARGE",
      "RATE_LIMITED",
      "DATABASE_UNAVAILABLE",
      "QUERY_TIMEOUT",
    ),
  },
});

export const publishListingMetadata = createRoute({
  tags,
  method: "put",
  path: "/v1/listings/{id}/metadata",
  operationId: "publishListingMetadata",
  summary: "Publish what the seller says of a listing",
  description:
    "The signature is the permission: it must be that of the seller at the newest indexed block. No session is needed, and anybody may send it.",
  request: {
    params: ListingPath,
    headers: idempotencyHeader,
    body: jsonBody(
      z
        .strictObject({
          document: ListingDocument,
          signedAt,
          signature: z
            .string()
            .regex(/^0x([0-9a-fA-F]{2}){1,8192}$/, "must be a signature in hex")
            .openapi({
              description: "Over the typed data that `prepare` gives; ERC-1271 and ERC-6492 too.",
            }),
        })
        .openapi("PublishListingMetadataRequest"),
    ),
  },
  responses: {
    200: json(privateOf(ListingMetadata, "PublishedListingMetadataAnswer"), "As it is shown now"),
    ...problems(
      "INVALID_REQUEST",
      "INVALID_ID",
      "AMBIGUOUS_ID",
      "LISTING_NOT_FOUND",
      "INVALID_SIGNATURE",
      "EXPIRED_SIGNATURE",
      "METADATA_OUTDATED",
      "BODY_TOO_LARGE",
      "IDEMPOTENCY_KEY_REUSED",
      "IDEMPOTENCY_IN_PROGRESS",
      "NODE_UNAVAILABLE",
      "NOT_PUBLISHED",
      "RATE_LIMITED",
      "DATABASE_UNAVAILABLE",
      "QUERY_TIMEOUT",
    ),
  },
});

export const getListingSchema = createRoute({
  tags,
  method: "get",
  path: "/v1/schemas/listing-metadata",
  operationId: "getListingMetadataSchema",
  summary: `JSON Schema of ${DOCUMENT_SCHEMA}`,
  request: { query: z.strictObject({}) },
  responses: {
    200: json(z.looseObject({ $schema: z.string() }), "Draft 2020-12 of JSON Schema"),
    ...problems("INVALID_REQUEST"),
  },
});
