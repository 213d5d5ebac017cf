import { sql } from "kysely";
import type { CallerTransaction } from "../db/as-caller.ts";
import type { UploadFileTable, UploadTable } from "../db/upload.tables.ts";
import { DomainError } from "../errors.ts";
import type { Content } from "../uploads/prepare-file.ts";

const COLUMNS = [
  "uploadId",
  "accountId",
  "purpose",
  "name",
  "envelope",
  "readers",
  "state",
  "createdAt",
  "storedAt",
] as const satisfies (keyof UploadTable)[];

const FILE_COLUMNS = ["variant", "cid", "mediaType", "bytes", "width", "height"] as const;

/** One upload with what is kept of it. */
export type UploadRow = {
  [Column in keyof UploadTable]: Column extends "state"
    ? "pending" | "stored"
    : Column extends "uploadId"
      ? string
      : Column extends "createdAt"
        ? Date
        : UploadTable[Column];
} & { files: Omit<UploadFileTable, "uploadId">[] };

type Header = Omit<UploadRow, "files">;

async function withFiles(
  transaction: CallerTransaction,
  rows: readonly Header[],
): Promise<UploadRow[]> {
  if (rows.length === 0) return [];
  const files = await transaction
    .selectFrom("uploadFile")
    .select(["uploadId", ...FILE_COLUMNS])
    .where(
      "uploadId",
      "in",
      rows.map(({ uploadId }) => uploadId),
    )
    .execute();
  const byUpload = Map.groupBy(files, ({ uploadId }) => uploadId);
  return rows.map((row) => ({
    ...row,
    files: (byUpload.get(row.uploadId) ?? []).map(({ uploadId: _, ...file }) => file),
  }));
}

/** Uploads of the caller, newest first; those before one when it is named. */
export async function findUploadPage(
  transaction: CallerTransaction,
  accountId: string,
  { before, limit }: { before?: string | undefined; limit: number },
): Promise<{ rows: UploadRow[]; hasMore: boolean }> {
  let query = transaction
    .selectFrom("upload")
    .select(COLUMNS)
    .where("accountId", "=", accountId)
    .orderBy("createdAt", "desc")
    .orderBy("uploadId", "desc");
  if (before !== undefined) {
    query = query.where(({ eb, refTuple, selectFrom }) =>
      eb(
        refTuple("createdAt", "uploadId"),
        "<",
        selectFrom("upload as last")
          .select(["last.createdAt", "last.uploadId"])
          .where("last.uploadId", "=", before)
          .$asTuple("createdAt", "uploadId"),
      ),
    );
  }
  const rows = await query.limit(limit + 1).execute();
  return {
    rows: await withFiles(transaction, rows.slice(0, limit)),
    hasMore: rows.length > limit,
  };
}

/** @throws DomainError UPLOAD_NOT_FOUND, also for what the caller may not see */
export async function getUpload(
  transaction: CallerTransaction,
  uploadId: string,
): Promise<UploadRow> {
  const rows = await transaction
    .selectFrom("upload")
    .select(COLUMNS)
    .where("uploadId", "=", uploadId)
    .execute();
  const [found] = await withFiles(transaction, rows);
  if (found === undefined) throw uploadNotFound(`You have no upload ${uploadId}.`);
  return found;
}

/** What nobody who asks may see, whether it is there or not. */
export const uploadNotFound = (detail: string) => new DomainError("UPLOAD_NOT_FOUND", detail);

/** An upload before its bytes are kept. */
export type NewUpload = Pick<Header, "accountId" | "purpose" | "name" | "envelope" | "readers"> & {
  files: readonly Content[];
};

/**
 * Writes down what is about to be kept. From its commit on nobody removes the bytes, so that the same
 * content may be deleted elsewhere at the same time.
 *
 * @returns the id of the upload
 * @throws DomainError UPLOAD_QUOTA_REACHED
 */
export async function addPendingUpload(
  transaction: CallerTransaction,
  { files, ...upload }: NewUpload,
  quotaBytes: number,
): Promise<string> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`uploads ${upload.accountId}`}, 0))`.execute(
    transaction,
  );
  const { total } = await transaction
    .selectFrom("uploadFile")
    .innerJoin("upload", "upload.uploadId", "uploadFile.uploadId")
    .select(sql<bigint>`coalesce(sum(bytes), 0)::bigint`.as("total"))
    .where("upload.accountId", "=", upload.accountId)
    .executeTakeFirstOrThrow();
  const added = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (total + BigInt(added) > BigInt(quotaBytes)) {
    throw new DomainError(
      "UPLOAD_QUOTA_REACHED",
      `The account keeps ${total} of ${quotaBytes} bytes, and this would add ${added}.`,
    );
  }
  const { uploadId } = await transaction
    .insertInto("upload")
    .values(upload)
    .returning("uploadId")
    .executeTakeFirstOrThrow();
  // In one order for everybody, so that no two wait for each other.
  for (const cid of files.map((file) => file.cid).sort()) {
    await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`content ${cid}`}, 0))`.execute(
      transaction,
    );
  }
  await transaction
    .insertInto("uploadFile")
    .values(files.map(({ bytes, ...file }) => ({ ...file, uploadId, bytes: bytes.length })))
    .execute();
  return uploadId;
}

/** Says that the bytes of uploads are kept, and gives them as they are now. */
export async function markStored(
  transaction: CallerTransaction,
  uploadIds: readonly string[],
): Promise<UploadRow[]> {
  const rows = await transaction
    .updateTable("upload")
    .set({ state: "stored", storedAt: sql<Date>`now()` })
    .where("uploadId", "in", uploadIds)
    .where("state", "=", "pending")
    .returning(COLUMNS)
    .execute();
  if (rows.length !== uploadIds.length) throw new Error("an upload went while it was stored");
  const byId = new Map(rows.map((row) => [row.uploadId, row]));
  return withFiles(
    transaction,
    uploadIds.flatMap((id) => byId.get(id) ?? []),
  );
}

/** Forgets uploads whose bytes could not be kept. */
export async function dropPending(
  transaction: CallerTransaction,
  uploadIds: readonly string[],
): Promise<void> {
  if (uploadIds.length === 0) return;
  await transaction
    .deleteFrom("upload")
    .where("uploadId", "in", uploadIds)
    .where("state", "=", "pending")
    .execute();
}

/**
 * Deletes an upload; its bytes go with the last row that names them.
 *
 * @throws DomainError UPLOAD_NOT_FOUND, or UPLOAD_IN_USE for a picture that a listing shows
 */
export async function removeUpload(
  transaction: CallerTransaction,
  uploadId: string,
): Promise<UploadRow> {
  const found = await getUpload(transaction, uploadId);
  const cid = found.files.find(({ variant }) => variant === "original")?.cid;
  if (found.purpose === "image" && (await isShown(transaction, cid))) {
    throw new DomainError("UPLOAD_IN_USE", `A listing shows the picture ${cid}.`);
  }
  const { numDeletedRows } = await transaction
    .deleteFrom("upload")
    .where("uploadId", "=", uploadId)
    .executeTakeFirst();
  if (numDeletedRows === 0n) throw uploadNotFound(`You have no upload ${uploadId}.`);
  return found;
}

/** Whether the newest document of some listing names a picture. */
async function isShown(transaction: CallerTransaction, cid: string | undefined): Promise<boolean> {
  const named = JSON.stringify([{ cid }]);
  const { rows } = await sql`
    SELECT FROM app.listing_metadata AS shown
    WHERE shown.document -> 'images' @> ${named}::jsonb AND NOT EXISTS (
      SELECT FROM app.listing_metadata AS later
      WHERE (later.chain_id, later.contract, later.listing_id)
        = (shown.chain_id, shown.contract, shown.listing_id) AND later.version > shown.version)
    LIMIT 1`.execute(transaction);
  return rows.length > 0;
}

/** A picture or document that everybody may read. */
export type PublicContent = { cid: string; mediaType: string; bytes: number };

/** Those of some content identifiers that everybody may read. */
export async function findPublicContent(
  transaction: CallerTransaction,
  cids: readonly string[],
): Promise<PublicContent[]> {
  const { rows } = await sql<PublicContent>`
    SELECT cid, media_type, bytes FROM app.public_content(${[...cids]}::text[])`.execute(
    transaction,
  );
  return rows;
}
