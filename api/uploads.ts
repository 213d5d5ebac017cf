import { mkdir, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { LRUCache } from "lru-cache";
import { ReadQueue } from "../core/db/read-queue.ts";
import { DomainError } from "../core/errors.ts";
import { drawAnew } from "../core/uploads/images.ts";
import type { ContentStorage } from "../core/uploads/storage/content-storage.ts";

/** A picture or document as everybody gets it. */
export type PublicBytes = { mediaType: string; bytes: Uint8Array };

/** What routes need to take files and to give them out. */
export type Uploads = {
  storage: ContentStorage;
  /** Lets so many requests with files be worked on at a time. */
  receiving: Pick<ReadQueue, "run">;
  /** Draws a picture anew when its turn has come. */
  draw: typeof drawAnew;
  /** What was read of late, compared with its identifier; a deleted picture stays for a minute. */
  recent: LRUCache<string, PublicBytes>;
  /** Gives a folder to work, and removes it with all that is in it, however the work ends. */
  inFolder<Answer>(work: (folder: string) => Promise<Answer>): Promise<Answer>;
};

/** Requests with files at a time; each holds one file of 10 MB in memory at most. */
const RECEIVING = { slots: 16, maxWaiting: 200, maxWaitMs: 5_000 };

/** Pictures that are drawn at a time; each is unpacked to 160 MB at most. */
const DRAWING = { slots: 2, maxWaiting: 100, maxWaitMs: 60_000 };

const RECENT_BYTES = 64 * 1024 ** 2;
const RECENT_MS = 60_000;

/** A folder that is older was left by a process that was killed. */
const ABANDONED_MS = 3_600_000;

/** Opens what takes files: they arrive in `folder/incoming` and go from there to the storage. */
export function openUploads(folder: string, storage: ContentStorage): Uploads {
  const incoming = join(folder, "incoming");
  const drawing = new ReadQueue(DRAWING);
  return {
    storage,
    receiving: new ReadQueue(RECEIVING),
    draw: (...picture) => drawing.run(() => drawAnew(...picture)),
    recent: new LRUCache({
      maxSize: RECENT_BYTES,
      sizeCalculation: ({ bytes }) => bytes.length + 1,
      ttl: RECENT_MS,
    }),
    async inFolder(work) {
      const own = await makeFolder(incoming);
      try {
        return await work(own);
      } finally {
        await rm(own, { recursive: true, force: true });
      }
    },
  };
}

async function makeFolder(incoming: string): Promise<string> {
  try {
    await mkdir(incoming, { recursive: true, mode: 0o700 });
    return await mkdtemp(join(incoming, "request-"));
  } catch (cause) {
    throw new DomainError("STORAGE_UNAVAILABLE", "Files cannot be taken just now.", { cause });
  }
}

/** Removes what requests have left whose process was killed, long after they can have ended. */
export async function clearIncoming(folder: string): Promise<void> {
  const incoming = join(folder, "incoming");
  // There is none before the first upload.
  for (const name of await readdir(incoming).catch(() => [])) {
    const path = join(incoming, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > ABANDONED_MS) await rm(path, { recursive: true, force: true });
  }
}
