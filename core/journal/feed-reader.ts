import { type ChangeFilter, type ChangeRow, matchesFilter } from "../queries/changes.ts";

/** Why a stream ends although its reader is still there. */
export type EndReason = "too slow" | "stopping" | "database unavailable";

/** What a reader hears next. */
export type FeedNews =
  | { is: "entries"; rows: ChangeRow[] }
  /** Nothing has come for a while; everything up to `position` has been heard. */
  | { is: "quiet"; position: bigint }
  | { is: "ended"; why: EndReason };

/** What a reader needs of the feed that it belongs to. */
export type FeedSource = {
  /** Newest sequence that the feed has handed to its live readers. */
  position(): bigint;
  /** Entries after a sequence that are in the database already. */
  readPage(filter: ChangeFilter, after: bigint): Promise<{ rows: ChangeRow[]; nextAfter: bigint }>;
};

export type FeedReaderOptions = {
  source: FeedSource;
  filter: ChangeFilter;
  after: bigint;
  /** Entries that may wait for a slow reader. */
  bufferSize: number;
};

/**
 * One reader of the feed. It reads pages until it has caught up with the feed, then takes what the
 * feed hands out; every sequence that passes the filter comes once, in order.
 */
export class FeedReader {
  /** What comes after this sequence is heard. */
  readonly startsAfter: bigint;
  readonly #source: FeedSource;
  readonly #filter: ChangeFilter;
  readonly #bufferSize: number;
  /** Up to here every entry was handed over or waits in the buffer. */
  #position: bigint;
  #buffer: ChangeRow[] = [];
  #isLive = false;
  #wake: () => void = () => undefined;
  readonly #ending = Promise.withResolvers<EndReason>();
  #ended: EndReason | undefined;

  constructor({ source, filter, after, bufferSize }: FeedReaderOptions) {
    this.#source = source;
    this.#filter = filter;
    this.startsAfter = after;
    this.#position = after;
    this.#bufferSize = bufferSize;
  }

  /** Resolves when the feed ends the stream. */
  get ended(): Promise<EndReason> {
    return this.#ending.promise;
  }

  /** Waits for entries, at most `patienceMs`. Not called again before it has resolved. */
  async next(patienceMs: number): Promise<FeedNews> {
    let isPatient = true;
    for (;;) {
      if (this.#ended !== undefined) return { is: "ended", why: this.#ended };
      if (!this.#isLive) {
        const rows = await this.#catchUp();
        if (rows.length > 0) return { is: "entries", rows };
        continue;
      }
      if (this.#buffer.length > 0) {
        const rows = this.#buffer;
        this.#buffer = [];
        return { is: "entries", rows };
      }
      if (!isPatient) return { is: "quiet", position: this.#position };
      isPatient = await this.#sleep(patienceMs);
    }
  }

  /** Hands the reader what all readers get; one that is still catching up reads it by itself. */
  offer(rows: readonly ChangeRow[]): void {
    if (!this.#isLive || this.#ended !== undefined) return;
    for (const row of rows) {
      if (row.sequence <= this.#position) continue;
      this.#position = row.sequence;
      if (matchesFilter(row, this.#filter)) this.#buffer.push(row);
    }
    if (this.#buffer.length > this.#bufferSize) this.end("too slow");
    else if (this.#buffer.length > 0) this.#wake();
  }

  end(why: EndReason): void {
    this.#ended ??= why;
    this.#buffer = [];
    this.#ending.resolve(this.#ended);
    this.#wake();
  }

  /** One page, or none when there is nothing left to read: then the reader is live. */
  async #catchUp(): Promise<ChangeRow[]> {
    // No pause between look and change: nothing can be handed out in between.
    if (this.#position >= this.#source.position()) {
      this.#isLive = true;
      return [];
    }
    try {
      const { rows, nextAfter } = await this.#source.readPage(this.#filter, this.#position);
      this.#position = nextAfter;
      return rows;
    } catch {
      this.end("database unavailable");
      return [];
    }
  }

  /** False when the time was over before anything happened. */
  async #sleep(patienceMs: number): Promise<boolean> {
    const woken = Promise.withResolvers<boolean>();
    const timer = setTimeout(() => woken.resolve(false), patienceMs);
    this.#wake = () => woken.resolve(true);
    const isWoken = await woken.promise;
    clearTimeout(timer);
    this.#wake = () => undefined;
    return isWoken;
  }
}
