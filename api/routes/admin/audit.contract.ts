import { createRoute, z } from "@hono/zod-openapi";
import { json } from "../../http/page.ts";
import { idText, intParam, pageParams } from "../../http/params.ts";
import { Moment, privateOf, privatePageOf, Uuid } from "../../http/private-answer.ts";
import { problems } from "../../http/problem.ts";
import { OF_CALLERS } from "../../http/write-contract.ts";

/** Number of an entry as addresses name it. */
export const sequenceText = z.string().regex(/^\d{1,18}$/, "must be the number of an entry");

export const AuditEntry = z
  .object({
    sequence: z.string().openapi({ description: "Counts the entries.", example: "42" }),
    at: Moment,
    actor: z.object({
      kind: z.enum(["anonymous", "account", "system"]),
      accountId: Uuid.nullable(),
      credential: z.string().nullable().openapi({
        description: "How it said who it is, with the id that names it.",
        example: "session 3f0e4bd5-9a6e-4c6f-b3f3-b8f2e0b6e62d",
      }),
    }),
    action: z.string().openapi({ example: "api_key.revoke" }),
    entity: z.string().openapi({ example: "api_key" }),
    entityId: z.string(),
    before: z.record(z.string(), z.unknown()).nullable().openapi({ example: {} }),
    after: z.record(z.string(), z.unknown()).nullable().openapi({ example: {} }),
    requestId: z.string().nullable(),
    client: z.string().nullable().openapi({ description: "Address, of IPv6 the /64." }),
    userAgent: z.string().nullable().openapi({ description: "Untrusted text." }),
    hash: z.string().openapi({ description: "SHA-256 over the entry and the hash before it." }),
  })
  .openapi("AuditEntry");

export const listAudit = createRoute({
  tags: ["Administration"],
  method: "get",
  path: "/v1/audit",
  operationId: "listAudit",
  summary: "What was changed by whom: for administrators everything, for others their own",
  request: {
    query: z.strictObject({
      ...pageParams,
      cursor: sequenceText.optional(),
      entity: idText.optional().openapi({ description: "Kind of thing." }),
      entityId: idText.optional(),
      actor: z.uuid().optional().openapi({ description: "Account that made the change." }),
      action: idText.optional(),
    }),
  },
  responses: {
    200: json(privatePageOf(AuditEntry, "AuditPage"), "Entries, the newest first"),
    ...problems(...OF_CALLERS),
  },
});

const AuditVerdict = z
  .object({
    isWhole: z.boolean().openapi({ description: "Whether every entry looked at is as it was." }),
    checked: z.string().openapi({ description: "Entries that were looked at.", example: "42" }),
    lastSequence: z.string().openapi({ description: "Go on with `after`.", example: "42" }),
    lastHash: z.string().nullable().openapi({
      description: "Keep it elsewhere: a log that was rewritten as a whole has another one.",
    }),
    brokenAt: z.string().nullable(),
    fault: z.string().nullable(),
  })
  .openapi("AuditVerdict");

export const verifyAudit = createRoute({
  tags: ["Administration"],
  method: "get",
  path: "/v1/audit/verification",
  operationId: "verifyAudit",
  summary: "Whether the audit log is as it was written",
  request: {
    query: z.strictObject({
      after: sequenceText.optional().openapi({ description: "Only entries after this one." }),
      entries: intParam("entries", "Entries to look at, 10000 unless given.", {
        minimum: 1,
        maximum: 50_000,
      }),
    }),
  },
  responses: {
    200: json(privateOf(AuditVerdict, "AuditVerdictAnswer"), "What recomputing it has shown"),
    ...problems(...OF_CALLERS),
  },
});
