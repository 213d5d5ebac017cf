import type { z } from "@hono/zod-openapi";
import type { findAuditPage } from "../../../core/audit-log/read-audit-log.ts";
import type { AuditEntry } from "./audit.contract.ts";

/** An entry of the audit log as it was found. */
export type Entry = Awaited<ReturnType<typeof findAuditPage>>["rows"][number];

/** An entry as administrators, and who made the change, see it. */
export const toEntry = (row: Entry): z.output<typeof AuditEntry> => ({
  sequence: String(row.sequence),
  at: row.at.toISOString(),
  actor: { kind: row.actorKind, accountId: row.actorId, credential: row.credential },
  action: row.action,
  entity: row.entity,
  entityId: row.entityId,
  // Written as objects by recordChange.
  before: row.before as Record<string, unknown> | null,
  after: row.after as Record<string, unknown> | null,
  requestId: row.requestId,
  client: row.client,
  userAgent: row.userAgent,
  hash: row.hash.toString("hex"),
});

/** Where a page of entries goes on. */
export const cursorOfEntry = ({ sequence }: Entry): string => String(sequence);
