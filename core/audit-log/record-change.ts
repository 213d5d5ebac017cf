import type { Kysely, Transaction } from "kysely";
import type { CallerTransaction } from "../db/as-caller.ts";
import type { IdentityTables } from "../db/identity.tables.ts";
import type { Json, TrustIdentityTables } from "../db/trust.tables.ts";
import type { Caller } from "../identity/caller.ts";

/** One change, as the audit log keeps it. */
export type Change = {
  /** Thing and verb, e.g. `api_key.revoke`. */
  action: `${string}.${string}`;
  /** Kind of thing, as its table is called. */
  entity: string;
  entityId: string;
  /** What was changed as it was; absent for something new. */
  before?: Readonly<Record<string, Json>>;
  /** The same as it became; absent for something that is gone. */
  after?: Readonly<Record<string, Json>>;
  /** Organisation that it belongs to, whose owners read the entry; null for what is of one account. */
  organisationId?: string | null;
};

/** Where a change came from. */
export type Origin = {
  requestId: string;
  /** Address of the client as limits count it: of IPv6 the /64 (req 5.11). */
  client: string | undefined;
  userAgent: string | undefined;
};

/** A transaction that may add to the audit log. */
type AuditedTransaction = CallerTransaction | Transaction<IdentityTables>;

/** Names whose values are never written down, whoever hands them in by mistake. */
const SECRET_NAME = /secret|password|token|signature|nonce|hash|private/i;

const MAX_USER_AGENT = 200;

/**
 * Adds a change to the audit log, in the transaction that makes it (req 4.29, 4.48, 5.11). The last
 * statement of the transaction should be this one: the log has one writer at a time, until it commits.
 */
export async function recordChange(
  transaction: AuditedTransaction,
  caller: Caller,
  { requestId, client, userAgent }: Origin,
  { action, entity, entityId, before, after, organisationId = organisationOf(caller) }: Change,
): Promise<void> {
  // Both kinds of transaction know the table; what they know beside it plays no part.
  const db = transaction as unknown as Kysely<TrustIdentityTables>;
  await db
    .insertInto("auditEntry")
    .values({
      ...actorOf(caller),
      action,
      entity,
      entityId,
      before: toJson(before),
      after: toJson(after),
      organisationId,
      requestId,
      client: client ?? null,
      userAgent: userAgent?.slice(0, MAX_USER_AGENT) ?? null,
    })
    .execute();
}

function actorOf(caller: Caller) {
  if (caller.kind === "anonymous") {
    return { actorKind: "anonymous" as const, actorId: null, credential: null };
  }
  return { actorKind: "account" as const, actorId: caller.accountId, credential: nameOf(caller) };
}

/** What a key of an organisation does, it does there. */
const organisationOf = (caller: Caller): string | null =>
  (caller.kind === "api_key" ? caller.organisationId : undefined) ?? null;

function nameOf(caller: Exclude<Caller, { kind: "anonymous" }>): string {
  if (caller.kind === "api_key") return `api_key ${caller.keyId}`;
  return caller.kind === "session" ? `session ${caller.sessionId}` : `wallet ${caller.wallet}`;
}

/** As text, for the driver would make an array of SQL from one of JSON. */
function toJson(values: Readonly<Record<string, Json>> | undefined): string | null {
  if (values === undefined) return null;
  return JSON.stringify(values, (name, value) => (SECRET_NAME.test(name) ? "[hidden]" : value));
}
