import type { CallerTransaction } from "../db/as-caller.ts";
import type { Json } from "../db/trust.tables.ts";
import { DomainError } from "../errors.ts";

/** Drafts that one account, or one organisation, may have at a time. */
export const MAX_DRAFTS = 200;

export type DraftContent = { title: string; document: Record<string, Json> };

const COLUMNS = [
  "draftId",
  "organisationId",
  "title",
  "document",
  "revision",
  "createdAt",
  "updatedAt",
] as const;

/** Drafts of the caller, or of one of his organisations, newest first; those before one when it is named. */
export async function findDraftPage(
  transaction: CallerTransaction,
  {
    organisationId,
    before,
    limit,
  }: { organisationId: string | null; before?: string | undefined; limit: number },
) {
  let query = transaction
    .selectFrom("listingDraft")
    .select(COLUMNS)
    .where("organisationId", "is not distinct from", organisationId)
    .orderBy("createdAt", "desc")
    .orderBy("draftId", "desc");
  if (before !== undefined) {
    query = query.where(({ eb, refTuple, selectFrom }) =>
      eb(
        refTuple("createdAt", "draftId"),
        "<",
        selectFrom("listingDraft as last")
          .select(["last.createdAt", "last.draftId"])
          .where("last.draftId", "=", before)
          .$asTuple("createdAt", "draftId"),
      ),
    );
  }
  const rows = await query.limit(limit + 1).execute();
  return { rows: rows.slice(0, limit), hasMore: rows.length > limit };
}

/** @throws DomainError DRAFT_NOT_FOUND, for drafts of others as well */
export async function getDraft(transaction: CallerTransaction, draftId: string) {
  const row = await transaction
    .selectFrom("listingDraft")
    .select(COLUMNS)
    .where("draftId", "=", draftId)
    .executeTakeFirst();
  if (row === undefined) throw notFound(draftId);
  return row;
}

/** @throws DomainError TOO_MANY_DRAFTS */
export async function addDraft(
  transaction: CallerTransaction,
  of: { accountId: string; organisationId: string | null },
  { title, document }: DraftContent,
) {
  const { count } = await transaction
    .selectFrom("listingDraft")
    .select(({ fn }) => fn.countAll<string>().as("count"))
    .where("organisationId", "is not distinct from", of.organisationId)
    .executeTakeFirstOrThrow();
  if (Number(count) >= MAX_DRAFTS) {
    throw new DomainError("TOO_MANY_DRAFTS", `There are ${count} drafts, as many as there may be.`);
  }
  return transaction
    .insertInto("listingDraft")
    .values({ ...of, title, document: JSON.stringify(document) })
    .returning(COLUMNS)
    .executeTakeFirstOrThrow();
}

/**
 * Replaces a draft that still has the revision which its writer has seen.
 *
 * @throws DomainError DRAFT_NOT_FOUND, or DRAFT_CHANGED when somebody else was faster
 */
export async function replaceDraft(
  transaction: CallerTransaction,
  draftId: string,
  { title, document, revision }: DraftContent & { revision: number },
) {
  const row = await transaction
    .updateTable("listingDraft")
    .set(({ eb }) => ({
      title,
      document: JSON.stringify(document),
      revision: eb("revision", "+", 1),
    }))
    .where("draftId", "=", draftId)
    .where("revision", "=", revision)
    .returning(COLUMNS)
    .executeTakeFirst();
  if (row !== undefined) return row;
  const { revision: current } = await getDraft(transaction, draftId);
  throw new DomainError(
    "DRAFT_CHANGED",
    `The draft is at revision ${current} now, not at ${revision}.`,
  );
}

/** @throws DomainError DRAFT_NOT_FOUND */
export async function removeDraft(transaction: CallerTransaction, draftId: string): Promise<void> {
  const { numDeletedRows } = await transaction
    .deleteFrom("listingDraft")
    .where("draftId", "=", draftId)
    .executeTakeFirst();
  if (numDeletedRows === 0n) throw notFound(draftId);
}

const notFound = (draftId: string) =>
  new DomainError("DRAFT_NOT_FOUND", `You have no draft ${draftId}.`);
