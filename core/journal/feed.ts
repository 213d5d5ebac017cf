import type { Database } from "../db/database.ts";
import type { Watcher } from "../db/notifications.ts";
import { DomainError } from "../errors.ts";
import {
  type ChangeFilter,
  type ChangePage,
  findChanges,
  findNewestSequence,
} from "../queries/changes.ts";
import { FeedReader } from "./feed-reader.ts";

/** Entries that the feed reads at once for all, and a reader for itself. */
const PAGE_SIZE = 500;

/** Entries that may wait for one reader; what is slower than that comes back later. */
const BUFFER_SIZE = 2_000;

/** Readers that catch up at the same time; all others keep their connections for requests. */
const PAGES_AT_ONCE = 2;

export type ChangeFeedOptions = {
  database: Pick<Database, "read">;
  watcher: Pick<Watcher, "nextChange">;
  maxReaders: number;
  onError: (error: unknown) => void;
  bufferSize?: number;
};

/** Follows the journal once for all who are connected. */
export type ChangeFeed = {
  /**
   * Opens a reader that hears what comes after a sequence, or from now on.
   *
   * @throws DomainError TOO_MANY_STREAMS, or UNKNOWN_SEQUENCE when the journal is not there yet
   */
  open(filter: ChangeFilter, after: bigint | undefined): Promise<FeedReader>;
  /** Takes a reader from the list; it hears nothing more. */
  leave(reader: FeedReader): void;
  /** Readers that are connected, and those that were dropped for being too slow. */
  use(): { open: number; dropped: number };
  /** Ends all readers. */
  close(): Promise<void>;
};

/** Creates the feed; it reads the database only while somebody listens. */
export function createChangeFeed({
  database,
  watcher,
  maxReaders,
  onError,
  bufferSize = BUFFER_SIZE,
}: ChangeFeedOptions): ChangeFeed {
  const closing = new AbortController();
  const readers = new Set<FeedReader>();
  const inTurn = createTurnstile(PAGES_AT_ONCE);
  let opening = 0;
  let dropped = 0;
  let position = 0n;
  let following: Promise<void> | undefined;

  const readPage = (filter: ChangeFilter, after: bigint): Promise<ChangePage> =>
    inTurn(() => database.read(({ app }) => findChanges(app, filter, after, PAGE_SIZE)));

  /** Hands out what is new, until nobody listens any more. */
  async function follow(): Promise<void> {
    while (readers.size > 0 && !closing.signal.aborted) {
      // Asked for before the look, so that entries which arrive meanwhile are not slept through.
      const changed = watcher.nextChange(closing.signal);
      try {
        const page = await database.read(({ app }) => findChanges(app, {}, position, PAGE_SIZE));
        position = page.nextAfter;
        for (const reader of [...readers]) reader.offer(page.rows);
        if (page.rows.length === PAGE_SIZE) continue;
      } catch (error) {
        onError(error);
      }
      await changed;
    }
    following = undefined;
  }

  async function open(filter: ChangeFilter, after: bigint | undefined): Promise<FeedReader> {
    if (readers.size + opening >= maxReaders || closing.signal.aborted) {
      throw new DomainError("TOO_MANY_STREAMS", `${maxReaders} readers are connected already.`);
    }
    opening += 1;
    try {
      const newest = await inTurn(() => database.read(({ app }) => findNewestSequence(app)));
      if (after !== undefined && after > newest) throw unknownSequence(after, newest);
      // Nobody listened: what lies between is read by those who want it.
      if (following === undefined && newest > position) position = newest;
      const reader = new FeedReader({
        source: { position: () => position, readPage },
        filter,
        after: after ?? newest,
        bufferSize,
      });
      void reader.ended.then((why) => {
        readers.delete(reader);
        if (why === "too slow") dropped += 1;
      });
      readers.add(reader);
      if (closing.signal.aborted) reader.end("stopping");
      following ??= follow();
      return reader;
    } finally {
      opening -= 1;
    }
  }

  return {
    open,
    leave: (reader) => void readers.delete(reader),
    use: () => ({ open: readers.size, dropped }),
    async close() {
      closing.abort();
      for (const reader of readers) reader.end("stopping");
      await following;
    },
  };
}

/** What a reader asks for that the journal has not come to: it belongs to another journal. */
export function unknownSequence(after: bigint, newest: bigint): DomainError {
  return new DomainError(
    "UNKNOWN_SEQUENCE",
    `The newest sequence is ${newest}; ${after} has not been reached.`,
  );
}

/** Lets so many pieces of work run at once; the others wait in the order of their arrival. */
function createTurnstile(places: number) {
  const waiting: (() => void)[] = [];
  let free = places;
  return async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    else free -= 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}
