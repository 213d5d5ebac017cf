import { createRoute, z } from "@hono/zod-openapi";
import type { Json } from "../../../core/db/trust.tables.ts";
import { json } from "../../http/page.ts";
import { intParam } from "../../http/params.ts";
import { Moment, privateOf, privatePageOf, Uuid } from "../../http/private-answer.ts";
import { problems } from "../../http/problem.ts";
import { idempotencyHeader, jsonBody, OF_CALLERS, OF_WRITES } from "../../http/write-contract.ts";

const tags = ["Drafts"];
const DraftPath = z.object({ draftId: Uuid });

/** Nothing is asked of a draft but that it is an object: it is checked when it is published. */
const DraftDocument = z
  .record(z.string(), z.unknown())
  .transform((document) => document as Record<string, Json>)
  .openapi({ type: "object", description: "As far as it is written.", additionalProperties: true });

const DraftRequest = z.strictObject({
  title: z.string().trim().min(1).max(120).openapi({ example: "My shop" }),
  document: DraftDocument,
});

const Draft = z
  .object({
    draftId: Uuid,
    organisationId: Uuid.nullable().openapi({
      description: "Organisation whose members write it together; null for yours alone.",
    }),
    title: z.string(),
    document: z.record(z.string(), z.unknown()),
    revision: z.int().openapi({ description: "To be sent with the next change." }),
    createdAt: Moment,
    updatedAt: Moment,
  })
  .openapi("Draft");

export type DraftRow = Omit<z.output<typeof Draft>, "createdAt" | "updatedAt"> & {
  createdAt: Date;
  updatedAt: Date;
};

export const toDraft = (row: DraftRow): z.output<typeof Draft> => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

const oneDraft = (name: string) => json(privateOf(Draft, name), "The draft as it is now");

export const listDrafts = createRoute({
  tags,
  method: "get",
  path: "/v1/drafts",
  operationId: "listDrafts",
  summary: "Your drafts, or those of an organisation",
  request: {
    query: z.strictObject({
      cursor: Uuid.optional().openapi({ param: { name: "cursor", in: "query" } }),
      organisation: Uuid.optional().openapi({
        param: { name: "organisation", in: "query" },
        description:
          "Those of this organisation; without it yours, or those of the key's organisation.",
      }),
      limit: intParam("limit", "At most so many, 20 unless given.", { minimum: 1, maximum: 100 }),
    }),
  },
  responses: {
    200: json(privatePageOf(Draft, "DraftPage"), "Drafts, the newest first"),
    ...problems(...OF_CALLERS, "ORGANISATION_NOT_FOUND"),
  },
});

export const createDraft = createRoute({
  tags,
  method: "post",
  path: "/v1/drafts",
  operationId: "createDraft",
  summary: "Begin a draft",
  request: {
    headers: idempotencyHeader,
    body: jsonBody(
      DraftRequest.extend({
        organisationId: Uuid.optional().openapi({
          description: "Organisation that it is to belong to; yours alone without it.",
        }),
      }).openapi("DraftRequest"),
    ),
  },
  responses: {
    201: oneDraft("NewDraftAnswer"),
    ...problems(...OF_WRITES, "TOO_MANY_DRAFTS", "ORGANISATION_NOT_FOUND"),
  },
});

export const getDraftRoute = createRoute({
  tags,
  method: "get",
  path: "/v1/drafts/{draftId}",
  operationId: "getDraft",
  summary: "One of your drafts",
  request: { params: DraftPath },
  responses: { 200: oneDraft("DraftAnswer"), ...problems(...OF_CALLERS, "DRAFT_NOT_FOUND") },
});

export const replaceDraftRoute = createRoute({
  tags,
  method: "put",
  path: "/v1/drafts/{draftId}",
  operationId: "replaceDraft",
  summary: "Write a draft anew",
  request: {
    params: DraftPath,
    headers: idempotencyHeader,
    body: jsonBody(
      DraftRequest.extend({
        revision: z.int().min(1).openapi({ description: "The revision that you have read." }),
      }).openapi("ReplaceDraftRequest"),
    ),
  },
  responses: {
    200: oneDraft("ReplacedDraftAnswer"),
    ...problems(...OF_WRITES, "DRAFT_NOT_FOUND", "DRAFT_CHANGED"),
  },
});

export const deleteDraft = createRoute({
  tags,
  method: "delete",
  path: "/v1/drafts/{draftId}",
  operationId: "deleteDraft",
  summary: "Throw a draft away",
  request: { params: DraftPath, headers: idempotencyHeader },
  responses: {
    200: json(privateOf(z.object({ draftId: Uuid }), "DeletedDraftAnswer"), "It is gone"),
    ...problems(...OF_WRITES, "DRAFT_NOT_FOUND"),
  },
});
