import { z } from "@hono/zod-openapi";
import { FLAG_REASONS, FLAG_STATUSES, FLAG_SUBJECTS } from "../../../core/db/trust.tables.ts";
import type { getFlag } from "../../../core/moderation/flags.ts";
import { Moment, Uuid } from "../../http/private-answer.ts";

type FlagRow = Awaited<ReturnType<typeof getFlag>>;

export const Flag = z
  .object({
    flagId: Uuid,
    subject: z.object({
      kind: z.enum(FLAG_SUBJECTS),
      id: z.string().openapi({ example: "0x00000000000000000000000000000000000000d5" }),
    }),
    author: Uuid.nullable().openapi({ description: "Reviewer; null when the account is gone." }),
    reason: z.enum(FLAG_REASONS),
    explanation: z.string().openapi({ example: "The revenue shown is that of another shop." }),
    evidence: z.array(z.string()).openapi({ description: "Links and ids that show it." }),
    status: z.enum(FLAG_STATUSES),
    createdAt: Moment,
    appeal: z
      .object({ by: Uuid.nullable(), text: z.string(), at: Moment })
      .nullable()
      .openapi({ description: "What whoever it is about has answered." }),
    decision: z.object({ by: Uuid.nullable(), text: z.string(), at: Moment }).nullable(),
  })
  .openapi("Flag");

export const toFlag = (row: FlagRow): z.output<typeof Flag> => ({
  flagId: row.flagId,
  subject: { kind: row.subjectKind, id: row.subjectId },
  author: row.authorId,
  reason: row.reason,
  explanation: row.explanation,
  evidence: row.evidence,
  status: row.status,
  createdAt: row.createdAt.toISOString(),
  appeal: saidOf(row.appellantId, row.appeal, row.appealedAt),
  decision: saidOf(row.decidedBy, row.decision, row.decidedAt),
});

const saidOf = (by: string | null, text: string | null, at: Date | null) =>
  text === null || at === null ? null : { by, text, at: at.toISOString() };

/** What the audit log keeps of a flag. */
export const flagFacts = (row: FlagRow) => ({
  subjectKind: row.subjectKind,
  subjectId: row.subjectId,
  reason: row.reason,
  explanation: row.explanation,
  evidence: row.evidence,
  status: row.status,
  appeal: row.appeal,
  decision: row.decision,
});
