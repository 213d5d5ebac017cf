import { sql } from "kysely";
import type { CallerTransaction } from "../db/as-caller.ts";
import type { AuditEntryTable } from "../db/trust.tables.ts";

/** Which entries are wanted, newest first. */
export type AuditQuery = {
  entity?: string | undefined;
  entityId?: string | undefined;
  actorId?: string | undefined;
  /** Whose entries alone are wanted, whatever else the caller may see; whatever `actorId` says. */
  only?: string | undefined;
  /** Entries of this organisation, and about it. */
  organisationId?: string | undefined;
  action?: string | undefined;
  /** Only entries before this one. */
  before?: bigint | undefined;
  limit: number;
};

const COLUMNS = [
  "sequence",
  "at",
  "actorKind",
  "actorId",
  "credential",
  "action",
  "entity",
  "entityId",
  "before",
  "after",
  "requestId",
  "client",
  "userAgent",
  "hash",
] as const satisfies (keyof AuditEntryTable)[];

/** Entries that the caller may see: his own, those of organisations that he owns, or all for an administrator. */
export async function findAuditPage(
  transaction: CallerTransaction,
  { entity, entityId, actorId, only, organisationId, action, before, limit }: AuditQuery,
) {
  let query = transaction.selectFrom("auditEntry").select(COLUMNS).orderBy("sequence", "desc");
  if (entity !== undefined) query = query.where("entity", "=", entity);
  if (entityId !== undefined) query = query.where("entityId", "=", entityId);
  if (actorId !== undefined) query = query.where("actorId", "=", actorId);
  if (only !== undefined) query = query.where("actorId", "=", only);
  if (organisationId !== undefined) {
    query = query.where((is) =>
      is.or([
        is("organisationId", "=", organisationId),
        is.and([is("entity", "=", "organisation"), is("entityId", "=", organisationId)]),
      ]),
    );
  }
  if (action !== undefined) query = query.where("action", "=", action);
  if (before !== undefined) query = query.where("sequence", "<", before);
  const rows = await query.limit(limit + 1).execute();
  return { rows: rows.slice(0, limit), hasMore: rows.length > limit };
}

/** What recomputing the chain has shown. */
export type AuditVerdict = {
  /** Entries that were looked at. */
  checked: bigint;
  /** Newest of them; the one to go on after. */
  lastSequence: bigint;
  /** Its hash in hexadecimal digits, to be kept elsewhere; null where there is none. */
  lastHash: string | null;
  /** First entry that is not as it was written; null where all are. */
  brokenAt: bigint | null;
  /** What is wrong with it. */
  fault: string | null;
};

/**
 * Recomputes the chain of hashes after an entry. An entry that was changed, removed or put in shows;
 * somebody who rewrites everything after it as well is found out only by a hash that was kept
 * elsewhere.
 */
export async function verifyAuditLog(
  transaction: CallerTransaction,
  { afterSequence, maxEntries }: { afterSequence: bigint; maxEntries: number },
): Promise<AuditVerdict> {
  const { rows } = await sql<AuditVerdict>`
    SELECT checked, last_sequence, last_hash, broken_at, fault
    FROM app.verify_audit_log(${afterSequence}, ${maxEntries})`.execute(transaction);
  const [verdict] = rows;
  if (verdict === undefined) throw new Error("the verification of the audit log gave no answer");
  return verdict;
}
