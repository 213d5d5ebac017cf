import { createRoute, z } from "@hono/zod-openapi";
import { ORGANISATION_SCOPES, SCOPE_NAMES } from "../../../core/keys/scopes.ts";
import { json } from "../../http/page.ts";
import { intParam } from "../../http/params.ts";
import { privateOf, Uuid } from "../../http/private-answer.ts";
import { problems } from "../../http/problem.ts";
import { idempotencyHeader, jsonBody, OF_CALLERS, OF_WRITES } from "../../http/write-contract.ts";
import { ApiKey, NewApiKey } from "./key.resource.ts";

const common = { tags: ["Keys"] };
const KeyPath = z.object({ keyId: Uuid });

const NewKeyRequest = z
  .strictObject({
    name: z.string().trim().min(1).max(80).openapi({ example: "Price watcher" }),
    scopes: z
      .array(z.enum(SCOPE_NAMES))
      .max(SCOPE_NAMES.length)
      .optional()
      .openapi({ description: "All of them unless given; a key without an account has its own." }),
    expiresInDays: z.int().min(1).max(3_650).optional(),
    organisationId: Uuid.optional().openapi({
      description: `Organisation that the key acts for, and for nothing of yours; it can have ${ORGANISATION_SCOPES.join(", ")}.`,
    }),
  })
  .openapi("NewKeyRequest");

export const createKey = createRoute({
  ...common,
  method: "post",
  path: "/v1/keys",
  operationId: "createKey",
  summary: "Make an API key",
  description:
    "With a session or a signed request: a key of the account. Without credentials: a free key at once, for 30 days.",
  request: { headers: idempotencyHeader, body: jsonBody(NewKeyRequest) },
  responses: {
    201: json(privateOf(NewApiKey, "NewApiKeyAnswer"), "The key, with its secret"),
    ...problems(...OF_WRITES, "TOO_MANY_KEYS", "ORGANISATION_NOT_FOUND"),
  },
});

export const listKeys = createRoute({
  ...common,
  method: "get",
  path: "/v1/keys",
  operationId: "listKeys",
  summary: "Keys of the account, or of an organisation",
  request: {
    query: z.strictObject({
      organisation: Uuid.optional().openapi({
        param: { name: "organisation", in: "query" },
        description: "All keys of this organisation, for its admins and owners.",
      }),
    }),
  },
  responses: {
    200: json(privateOf(z.array(ApiKey), "ApiKeysAnswer"), "All keys, the newest first"),
    ...problems(...OF_CALLERS, "ORGANISATION_NOT_FOUND"),
  },
});

const KeyUsage = z
  .object({
    day: z.string().openapi({ description: "In UTC.", example: "2026-03-01" }),
    route: z.string().openapi({ example: "GET /v1/listings" }),
    requests: z.int(),
    failures: z.int().openapi({ description: "Those of them that a problem answered." }),
  })
  .openapi("KeyUsage");

export const getKeyUsage = createRoute({
  ...common,
  method: "get",
  path: "/v1/keys/{keyId}/usage",
  operationId: "getKeyUsage",
  summary: "What a key was used for",
  request: {
    params: KeyPath,
    query: z.strictObject({
      days: intParam("days", "Days back, 30 unless given.", { minimum: 1, maximum: 366 }),
    }),
  },
  responses: {
    200: json(privateOf(z.array(KeyUsage), "KeyUsageAnswer"), "Uses by day and route"),
    ...problems(...OF_CALLERS, "KEY_NOT_FOUND"),
  },
});

const RotateKeyRequest = z
  .strictObject({
    overlapSeconds: z.int().min(0).max(604_800).default(86_400).openapi({
      description: "How long the old key goes on beside the new one.",
    }),
  })
  .openapi("RotateKeyRequest");

export const rotateKeyRoute = createRoute({
  ...common,
  method: "post",
  path: "/v1/keys/{keyId}/rotate",
  operationId: "rotateKey",
  summary: "Replace a key by a new one",
  request: {
    params: KeyPath,
    headers: idempotencyHeader,
    body: jsonBody(RotateKeyRequest),
  },
  responses: {
    201: json(privateOf(NewApiKey, "RotatedKeyAnswer"), "The successor, with its secret"),
    ...problems(...OF_WRITES, "KEY_NOT_FOUND", "KEY_ENDED", "TOO_MANY_KEYS"),
  },
});

export const revokeKeyRoute = createRoute({
  ...common,
  method: "delete",
  path: "/v1/keys/{keyId}",
  operationId: "revokeKey",
  summary: "End a key at once",
  request: { params: KeyPath, headers: idempotencyHeader },
  responses: {
    200: json(privateOf(ApiKey, "RevokedKeyAnswer"), "The key as it is now"),
    ...problems(...OF_WRITES, "KEY_NOT_FOUND", "KEY_ENDED"),
  },
});
