import { contentIdOf } from "../content-id.ts";

/** Where the bytes of uploads are kept, by their content identifier. */
export type ContentStorage = {
  readonly name: "disk" | "kubo" | "pinata";
  /** Keeps bytes for good; the same bytes again change nothing. */
  put(cid: string, bytes: Uint8Array): Promise<void>;
  /** The bytes; undefined where there are none of that identifier. */
  get(cid: string): Promise<Uint8Array | undefined>;
  /** Forgets them; nothing happens where there are none. */
  remove(cid: string): Promise<void>;
};

/** The storage did not do what it was asked, or gave other bytes than those that were asked for. */
export class StorageError extends Error {
  override name = "StorageError";
  readonly failure: "unavailable" | "wrong_content";
  constructor(failure: StorageError["failure"], message: string, options?: ErrorOptions) {
    super(message, options);
    this.failure = failure;
  }
}

/**
 * A storage that is not believed: what it keeps is fetched back before it counts as kept, and whatever
 * it gives is compared with the identifier, which is always our own (check UP-1).
 *
 * @throws StorageError from each of its methods
 */
export function verified(storage: ContentStorage): ContentStorage {
  const fetchBack = async (cid: string) => {
    const bytes = await storage.get(cid);
    if (bytes === undefined || (await contentIdOf(bytes)) === cid) return bytes;
    throw new StorageError("wrong_content", `${storage.name} gives other content for ${cid}`);
  };
  return {
    name: storage.name,
    async put(cid, bytes) {
      await storage.put(cid, bytes);
      if ((await fetchBack(cid)) === undefined) {
        throw new StorageError("wrong_content", `${storage.name} does not have ${cid} after all`);
      }
    },
    get: fetchBack,
    remove: (cid) => storage.remove(cid),
  };
}
