import { createRoute, z } from "@hono/zod-openapi";
import { FLAG_REASONS, FLAG_STATUSES, FLAG_SUBJECTS } from "../../../core/db/trust.tables.ts";
import { json } from "../../http/page.ts";
import { idText, pageParams, wordParam } from "../../http/params.ts";
import { privateOf, privatePageOf, Uuid } from "../../http/private-answer.ts";
import { problems } from "../../http/problem.ts";
import { idempotencyHeader, jsonBody, OF_CALLERS, OF_WRITES } from "../../http/write-contract.ts";
import { Flag } from "./flag.resource.ts";

const FlagPath = z.object({ flagId: Uuid });
const words = z.string().trim().min(1).max(4_000);

export const listFlags = createRoute({
  tags: ["Moderation"],
  method: "get",
  path: "/v1/flags",
  operationId: "listFlags",
  summary: "Flags about the caller; for reviewers, all of them",
  request: {
    query: z.strictObject({
      ...pageParams,
      cursor: z.uuid().optional(),
      status: wordParam("status", "Only flags that stand here.", FLAG_STATUSES),
      subject: idText.optional().openapi({ description: "Only flags about this id." }),
    }),
  },
  responses: {
    200: json(privatePageOf(Flag, "FlagPage"), "Flags, the newest first"),
    ...problems(...OF_CALLERS),
  },
});

const NewFlagRequest = z
  .strictObject({
    subject: z.strictObject({ kind: z.enum(FLAG_SUBJECTS), id: idText }),
    reason: z.enum(FLAG_REASONS),
    explanation: words,
    evidence: z.array(z.string().trim().min(1).max(400)).max(20).default([]),
  })
  .openapi("NewFlagRequest");

export const raiseFlagRoute = createRoute({
  tags: ["Moderation"],
  method: "post",
  path: "/v1/flags",
  operationId: "raiseFlag",
  summary: "Raise a flag, as a reviewer",
  request: { headers: idempotencyHeader, body: jsonBody(NewFlagRequest) },
  responses: {
    201: json(privateOf(Flag, "NewFlagAnswer"), "The flag"),
    ...problems(...OF_WRITES, "INVALID_ID", "LISTING_NOT_FOUND"),
  },
});

export const appealFlagRoute = createRoute({
  tags: ["Moderation"],
  method: "post",
  path: "/v1/flags/{flagId}/appeal",
  operationId: "appealFlag",
  summary: "Answer a flag, once, as whoever it is about",
  request: {
    params: FlagPath,
    headers: idempotencyHeader,
    body: jsonBody(z.strictObject({ appeal: words }).openapi("AppealRequest")),
  },
  responses: {
    200: json(privateOf(Flag, "AppealAnswer"), "The flag as it is now"),
    ...problems(...OF_WRITES, "FLAG_NOT_FOUND", "FLAG_DECIDED"),
  },
});

export const decideFlagRoute = createRoute({
  tags: ["Moderation"],
  method: "post",
  path: "/v1/flags/{flagId}/decision",
  operationId: "decideFlag",
  summary: "Uphold or lift a flag; an appeal is judged by another reviewer",
  request: {
    params: FlagPath,
    headers: idempotencyHeader,
    body: jsonBody(
      z
        .strictObject({ status: z.enum(["upheld", "lifted"]), decision: words })
        .openapi("FlagDecisionRequest"),
    ),
  },
  responses: {
    200: json(privateOf(Flag, "FlagDecisionAnswer"), "The flag as it is now"),
    ...problems(...OF_WRITES, "FLAG_NOT_FOUND", "FLAG_DECIDED"),
  },
});
