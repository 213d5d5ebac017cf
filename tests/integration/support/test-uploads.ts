import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openUploads } from "../../../api/uploads.ts";
import { type ContentStorage, verified } from "../../../core/uploads/storage/content-storage.ts";
import { diskStorage } from "../../../core/uploads/storage/disk-storage.ts";

/** Uploads of one test, in a folder that is made with the first file and goes at the end. */
export function openTestUploads(storage?: ContentStorage) {
  const folder = join(tmpdir(), `valyra-test-uploads-${randomUUID()}`);
  return {
    folder,
    uploads: openUploads(folder, storage ?? verified(diskStorage(join(folder, "content")))),
    close: () => rm(folder, { recursive: true, force: true }),
  };
}
