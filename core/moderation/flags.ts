import { sql, type UpdateObject } from "kysely";
import type { AppTables } from "../db/app.tables.ts";
import type { CallerTransaction } from "../db/as-caller.ts";
import type { FLAG_STATUSES, ModerationFlagTable } from "../db/trust.tables.ts";
import { DomainError } from "../errors.ts";

type Status = (typeof FLAG_STATUSES)[number];

const COLUMNS = [
  "flagId",
  "subjectKind",
  "subjectId",
  "subjectWallet",
  "authorId",
  "reason",
  "explanation",
  "evidence",
  "status",
  "createdAt",
  "appellantId",
  "appeal",
  "appealedAt",
  "decidedBy",
  "decision",
  "decidedAt",
] as const satisfies (keyof ModerationFlagTable)[];

/** What a reviewer says of something. */
export type NewFlag = Pick<
  ModerationFlagTable,
  "subjectKind" | "subjectId" | "subjectWallet" | "reason" | "explanation" | "evidence"
> & { authorId: string };

/** Raises a flag. Only reviewers and administrators get past row-level security. */
export const raiseFlag = (transaction: CallerTransaction, flag: NewFlag) =>
  transaction
    .insertInto("moderationFlag")
    .values(flag)
    .returning(COLUMNS)
    .executeTakeFirstOrThrow();

export type FlagQuery = {
  status?: Status | undefined;
  subjectId?: string | undefined;
  limit: number;
  /** Only flags raised before this one. */
  before?: string | undefined;
};

/** Flags that the caller may see, newest first. */
export async function findFlagPage(
  transaction: CallerTransaction,
  { status, subjectId, before, limit }: FlagQuery,
) {
  let query = transaction
    .selectFrom("moderationFlag")
    .select(COLUMNS)
    .orderBy("createdAt", "desc")
    .orderBy("flagId", "desc");
  if (status !== undefined) query = query.where("status", "=", status);
  if (subjectId !== undefined) query = query.where("subjectId", "=", subjectId);
  if (before !== undefined) {
    query = query.where(
      sql<boolean>`(created_at, flag_id) < (SELECT created_at, flag_id FROM app.moderation_flag WHERE flag_id = ${before})`,
    );
  }
  const rows = await query.limit(limit + 1).execute();
  return { rows: rows.slice(0, limit), hasMore: rows.length > limit };
}

/** @throws DomainError FLAG_NOT_FOUND for one that is not there or that the caller may not see */
export async function getFlag(transaction: CallerTransaction, flagId: string) {
  const flag = await transaction
    .selectFrom("moderationFlag")
    .select(COLUMNS)
    .where("flagId", "=", flagId)
    .executeTakeFirst();
  if (flag === undefined) throw new DomainError("FLAG_NOT_FOUND", `No flag ${flagId}.`);
  return flag;
}

/**
 * Answers a flag, once and while it is open, for whoever it is about: a reviewer sees all flags and
 * answers none of others.
 *
 * @throws DomainError FLAG_NOT_FOUND, FLAG_DECIDED
 */
export async function appealFlag(
  transaction: CallerTransaction,
  flagId: string,
  { appellantId, appeal }: { appellantId: string; appeal: string },
) {
  const before = await getFlag(transaction, flagId);
  const { rows } = await sql`SELECT FROM app.caller_wallets() AS own (wallet)
    WHERE wallet = ${before.subjectWallet}`.execute(transaction);
  if (before.subjectId !== appellantId && rows.length === 0) {
    throw new DomainError("FLAG_NOT_FOUND", `No flag ${flagId}.`);
  }
  return change(transaction, before, ["open"], {
    status: "appealed",
    appellantId,
    appeal,
    appealedAt: sql<Date>`now()`,
  });
}

/**
 * Decides a flag. An appeal is judged by another reviewer than the one who raised the flag.
 *
 * @throws DomainError FLAG_NOT_FOUND, FLAG_DECIDED
 */
export async function decideFlag(
  transaction: CallerTransaction,
  flagId: string,
  {
    decidedBy,
    status,
    decision,
  }: { decidedBy: string; status: "upheld" | "lifted"; decision: string },
) {
  const before = await getFlag(transaction, flagId);
  if (before.status === "appealed" && before.authorId === decidedBy) {
    throw new DomainError("FLAG_DECIDED", "The appeal is judged by another reviewer.");
  }
  return change(transaction, before, ["open", "appealed"], {
    status,
    decidedBy,
    decision,
    decidedAt: sql<Date>`now()`,
  });
}

type Flag = Awaited<ReturnType<typeof getFlag>>;

async function change(
  transaction: CallerTransaction,
  before: Flag,
  from: readonly Status[],
  values: UpdateObject<AppTables, "moderationFlag">,
): Promise<{ before: Flag; after: Flag }> {
  const after = await transaction
    .updateTable("moderationFlag")
    .set(values)
    .where("flagId", "=", before.flagId)
    .where("status", "in", from)
    .returning(COLUMNS)
    .executeTakeFirst();
  if (after === undefined) throw new DomainError("FLAG_DECIDED", `The flag is ${before.status}.`);
  return { before, after };
}
