import { randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isContentId } from "../content-id.ts";
import { type ContentStorage, StorageError } from "./content-storage.ts";

/**
 * Keeps content in a folder, one file for each identifier. A file is there whole or not at all, and on
 * disk before it counts as kept.
 */
export function diskStorage(folder: string): ContentStorage {
  const pathOf = (cid: string) => {
    // Nothing but an identifier ever becomes part of a path.
    if (!isContentId(cid)) throw new StorageError("unavailable", "this is no content identifier");
    return join(folder, cid.slice(-2), cid);
  };
  return {
    name: "disk",
    async put(cid, bytes) {
      const path = pathOf(cid);
      await inWords(async () => {
        await mkdir(dirname(path), { recursive: true });
        const draft = `${path}.${randomUUID()}.part`;
        try {
          const file = await open(draft, "wx");
          try {
            await file.writeFile(bytes);
            await file.sync();
          } finally {
            await file.close();
          }
          await rename(draft, path);
        } catch (error) {
          await rm(draft, { force: true });
          throw error;
        }
      });
    },
    async get(cid) {
      const path = pathOf(cid);
      return inWords(async () => {
        try {
          return await readFile(path);
        } catch (error) {
          if (isMissing(error)) return undefined;
          throw error;
        }
      });
    },
    async remove(cid) {
      const path = pathOf(cid);
      await inWords(() => rm(path, { force: true }));
    },
  };
}

const isMissing = (error: unknown) =>
  error instanceof Error && "code" in error && error.code === "ENOENT";

async function inWords<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (cause) {
    throw new StorageError("unavailable", "the folder of uploads cannot be used", { cause });
  }
}
