import type { CallerDb } from "../../../core/db/as-caller.ts";
import { asCaller } from "../../../core/db/as-caller.ts";
import { DomainError } from "../../../core/errors.ts";
import type { KnownCaller, WalletAddress } from "../../../core/identity/caller.ts";
import { addPendingUpload, dropPending } from "../../../core/queries/uploads.ts";
import type { Envelope } from "../../../core/uploads/envelopes.ts";
import { prepareFile, type ReceivedFile } from "../../../core/uploads/prepare-file.ts";
import { type Purpose, QUOTA_BYTES } from "../../../core/uploads/purposes.ts";
import { StorageError } from "../../../core/uploads/storage/content-storage.ts";
import type { Uploads } from "../../uploads.ts";

/** What the sender has said of all files of a request. */
export type UploadWishes = {
  purpose: Purpose;
  envelope: Envelope | undefined;
  readers: readonly WalletAddress[];
};

export type Keeping = { callers: CallerDb; uploads: Uploads; caller: KnownCaller };

/**
 * Checks files one after the other, writes each down as pending and keeps its bytes, so that one file at
 * a time is in memory; `finish` makes all of them stored. When anything fails nothing is left but bytes
 * that no row names, which the workers remove.
 *
 * @throws DomainError FILE_REFUSED, UPLOAD_QUOTA_REACHED, STORAGE_UNAVAILABLE, or what `finish` throws
 */
export async function keepFiles<Answer>(
  { callers, uploads, caller }: Keeping,
  received: readonly ReceivedFile[],
  { purpose, envelope, readers }: UploadWishes,
  finish: (uploadIds: readonly string[]) => Promise<Answer>,
): Promise<Answer> {
  const pending: string[] = [];
  try {
    for (const file of received) {
      const files = await prepareFile(file, { purpose, envelope }, uploads.draw);
      const upload = {
        accountId: caller.accountId,
        purpose,
        name: file.name,
        envelope: envelope ?? null,
        readers: [...readers],
        files,
      };
      const quota = QUOTA_BYTES[caller.tier];
      pending.push(
        await asCaller(callers, caller, (transaction) =>
          addPendingUpload(transaction, upload, quota),
        ),
      );
      for (const { cid, bytes } of files) await uploads.storage.put(cid, bytes).catch(explain);
    }
    return await finish(pending);
  } catch (error) {
    // What cannot be taken back now is found by the workers when it is an hour old.
    await asCaller(callers, caller, (transaction) => dropPending(transaction, pending)).catch(
      () => undefined,
    );
    throw error;
  }
}

/** Says of a storage that fails what concerns whoever asks; the rest is for the log. */
export function explain(error: unknown): never {
  if (!(error instanceof StorageError)) throw error;
  throw new DomainError("STORAGE_UNAVAILABLE", "The storage of uploads is not usable just now.", {
    cause: error,
  });
}
