import type { ChainFollower } from "./chain-follower.ts";
import type { HistoryReader, ProvedRange } from "./history.ts";
import { type ProvedBlock, type ProvedLog, type ProvedPiece, sizeOf } from "./proved-block.ts";

/** Blocks that are read and kept together: aligned, so that neighbours ask for the same. */
const SPAN_BLOCKS = { walked: 16, carried: 2_000 } as const;

/** Spans that are read before anybody asks for them. */
const SPANS_AHEAD = 12;

/**
 * Spans that are read at a time. Where most blocks hold our logs a span is megabytes, and reading
 * many at once would only make the first one late.
 */
const SPANS_AT_ONCE = { dense: 2, sparse: 8 } as const;

/** Longest that a span may wait for a provider whose answers verify, milliseconds. */
const SPAN_DEADLINE_MS = 60_000;

/** Memory of a span beside its blocks, bytes. */
const SPAN_BYTES = 500;

export type LogServerDeps = {
  reader: Pick<HistoryReader, "read" | "isDense">;
  follower: Pick<ChainFollower, "bottom" | "at">;
  isWalked: boolean;
  /** Memory that spans may take, bytes. */
  maxBytes: number;
  onRange(range: ProvedRange): void;
};

/** A span that is read or being read, and the memory that it takes once it is, bytes. */
type Span = { range: Promise<ProvedRange>; bytes: number };

/**
 * Our logs of any range of blocks: new ones from the followed window, old ones from spans that are
 * read ahead of whoever reads on. What is replaced by a reorganisation is forgotten.
 */
export class LogServer {
  readonly #deps: LogServerDeps;
  readonly #size: number;
  /** In the order in which they were used. */
  readonly #spans = new Map<number, Span>();
  #tail: { index: number; bottom: number; range: Promise<ProvedRange> } | undefined;
  readonly #queue: (() => void)[] = [];
  #running = 0;
  #keptBytes = 0;

  constructor(deps: LogServerDeps) {
    this.#deps = deps;
    this.#size = deps.isWalked ? SPAN_BLOCKS.walked : SPAN_BLOCKS.carried;
  }

  /** Spans that are being read or wait for it. */
  get backlog(): number {
    return this.#running + this.#queue.length;
  }

  /** Our logs of an inclusive range at or below the head, in chain order. @throws NobodyProves */
  async logs(from: number, to: number): Promise<ProvedLog[]> {
    const { follower } = this.#deps;
    const bottom = follower.bottom?.number ?? 0;
    const found: Promise<readonly ProvedLog[]>[] = [];
    const lastOld = Math.min(to, bottom - 1);
    for (let block = from; block <= lastOld; ) {
      const index = Math.floor(block / this.#size);
      const end = (index + 1) * this.#size - 1;
      const range = end < bottom ? this.#span(index) : this.#tailBelow(index, bottom);
      found.push(range.then(({ logs }) => logs));
      block = end + 1;
    }
    if (lastOld >= from) this.#readAhead(Math.floor(lastOld / this.#size) + 1, bottom);
    const lists = await Promise.all(found);
    const old = lists.flat().filter((log) => log.blockNumber >= from && log.blockNumber <= lastOld);
    return [...old, ...this.#windowLogs(Math.max(from, bottom), to)];
  }

  /** Begins to read from a height on, because somebody is about to ask for it. */
  readAheadFrom(number: number): void {
    this.#readAhead(Math.floor(number / this.#size), this.#deps.follower.bottom?.number ?? 0);
  }

  /**
   * Proved blocks of an inclusive range at or below the head, in pieces without a gap, lowest first.
   * The next pieces are read while one is looked at. @throws NobodyProves
   */
  async *pieces(from: number, to: number): AsyncGenerator<ProvedPiece> {
    const { follower } = this.#deps;
    for (let block = from; block <= to; ) {
      const bottom = follower.bottom?.number ?? 0;
      const index = Math.floor(block / this.#size);
      const spanEnd = (index + 1) * this.#size - 1;
      if (block >= bottom) {
        const numbers = Array.from({ length: to - block + 1 }, (_, offset) => block + offset);
        yield { from: block, to, blocks: numbers.flatMap((number) => follower.at(number) ?? []) };
        return;
      }
      this.#readAhead(index + 1, bottom);
      const end = Math.min(to, spanEnd, bottom - 1);
      const range = await (spanEnd < bottom ? this.#span(index) : this.#tailBelow(index, bottom));
      const first = block;
      const isWithin = ({ number }: ProvedBlock) => number >= first && number <= end;
      yield { from: block, to: end, blocks: range.blocks.filter(isWithin) };
      block = end + 1;
    }
  }

  /** Forgets what was read of blocks from `number` on. */
  forgetFrom(number: number): void {
    if (this.#tail !== undefined && this.#tail.bottom > number) this.#tail = undefined;
    for (const index of this.#spans.keys()) {
      if ((index + 1) * this.#size > number) this.#drop(index);
    }
  }

  #windowLogs(from: number, to: number): ProvedLog[] {
    const { follower } = this.#deps;
    const logs: ProvedLog[] = [];
    for (let number = from; number <= to; number += 1) {
      logs.push(...(follower.at(number)?.ours ?? []));
    }
    return logs;
  }

  #readAhead(first: number, bottom: number): void {
    for (let index = first; index < first + SPANS_AHEAD; index += 1) {
      if ((index + 1) * this.#size > bottom) return;
      // Whoever asks for it later sees the failure; until then it is nobody's.
      void this.#span(index).catch(() => undefined);
    }
  }

  #span(index: number): Promise<ProvedRange> {
    const known = this.#spans.get(index);
    if (known !== undefined) {
      // Used last, dropped last.
      this.#spans.delete(index);
      this.#spans.set(index, known);
      return known.range;
    }
    const range = this.#inTurn(() =>
      this.#deps.reader.read(index * this.#size, (index + 1) * this.#size - 1, SPAN_DEADLINE_MS),
    );
    const span: Span = { range, bytes: 0 };
    this.#spans.set(index, span);
    const isKept = () => this.#spans.get(index) === span;
    range.then(
      (read) => {
        // Blocks that were replaced meanwhile are nobody's.
        if (!isKept()) return;
        span.bytes = bytesOf(read);
        this.#keptBytes += span.bytes;
        this.#deps.onRange(read);
        this.#dropOldest(index);
      },
      () => {
        if (isKept()) this.#spans.delete(index);
      },
    );
    return range;
  }

  /**
   * The part of a span that lies below the window. An indexer asks for it once for each of its
   * sources and again after each of its timeouts, so it is shared until the window has moved on.
   */
  #tailBelow(index: number, bottom: number): Promise<ProvedRange> {
    if (this.#tail?.bottom === bottom && this.#tail.index === index) return this.#tail.range;
    const range = this.#deps.reader
      .read(index * this.#size, bottom - 1, SPAN_DEADLINE_MS)
      .then((read) => {
        this.#deps.onRange(read);
        return read;
      });
    const tail = { index, bottom, range };
    this.#tail = tail;
    range.catch(() => {
      if (this.#tail === tail) this.#tail = undefined;
    });
    return range;
  }

  /** Makes room among the spans that are read; those under way take none yet. */
  #dropOldest(newest: number): void {
    for (const [index, { bytes }] of this.#spans) {
      if (this.#keptBytes <= this.#deps.maxBytes) return;
      if (bytes > 0 && index !== newest) this.#drop(index);
    }
  }

  #drop(index: number): void {
    this.#keptBytes -= this.#spans.get(index)?.bytes ?? 0;
    this.#spans.delete(index);
  }

  async #inTurn<Result>(task: () => Promise<Result>): Promise<Result> {
    if (this.#running >= this.#mayRun) {
      await new Promise<void>((resolve) => this.#queue.push(resolve));
    } else {
      this.#running += 1;
    }
    try {
      return await task();
    } finally {
      this.#running -= 1;
      while (this.#queue.length > 0 && this.#running < this.#mayRun) {
        // Counted here, so that nobody takes the place before whoever waited longest has it.
        this.#running += 1;
        this.#queue.shift()?.();
      }
    }
  }

  get #mayRun(): number {
    return this.#deps.reader.isDense ? SPANS_AT_ONCE.dense : SPANS_AT_ONCE.sparse;
  }
}

function bytesOf({ blocks }: ProvedRange): number {
  return blocks.reduce((sum, block) => sum + sizeOf(block), SPAN_BYTES);
}
