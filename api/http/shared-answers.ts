import type { Position } from "../../core/db/position.ts";
import { GatheredReads } from "./gathered-reads.ts";
import type { PackedStart } from "./packed.ts";

/** The part of an answer that is the same for everybody who asks at the same position. */
export type SharedAnswer = {
  /** JSON object without `meta` and without its last brace, in UTF-8. */
  start: Buffer;
  /** The same, packed; made when somebody first wants it so. */
  packed?: PackedStart;
  etag: string;
  /** Pattern of the route that made it. */
  route: string;
  position: Position;
  /** Whether no later block can change it: what it tells is final, and was all that was asked. */
  isLasting: boolean;
  /** By which the database names the state that was read. */
  mark: string;
};

export type SharedAnswersOptions = {
  /** Counts what the database has announced; any other number than before is news. */
  version: () => number;
  /** How long an answer may stand in without news, milliseconds: announcements can get lost. */
  trustMs: number;
  /** Bound of what is kept. */
  maxBytes: number;
};

type Pending<Answer> = {
  version: number;
  startedAt: number;
  answer: Promise<Answer>;
  /** How many wait for it. */
  askers: number;
  /** Ends the work when nobody is left who waits. */
  controller: AbortController;
};

/**
 * Answers to identical questions, until the database announces a block. Every answer belongs to one
 * position of the index, so this is exact: all that is kept carries the same mark, and is kept no
 * longer than that mark is known to be the present one.
 */
export class SharedReads<Answer extends { mark: string }> {
  readonly #options: SharedAnswersOptions;
  readonly #sizeOf: (answer: Answer) => number;
  readonly #kept = new Map<string, Answer>();
  readonly #pending = new Map<string, Pending<Answer>>();
  #bytes = 0;
  #mark = "";
  #version = Number.NaN;
  /** When the read began that last saw the mark. */
  #seenAt = Number.NEGATIVE_INFINITY;

  /** @param sizeOf bytes that an answer takes */
  constructor(options: SharedAnswersOptions, sizeOf: (answer: Answer) => number) {
    this.#options = options;
    this.#sizeOf = sizeOf;
  }

  /** Keeps something else under the same conditions. */
  beside<Other extends { mark: string }>(sizeOf: (other: Other) => number): SharedReads<Other> {
    return new SharedReads(this.#options, sizeOf);
  }

  /** The answer to a question, if one is kept that still holds. */
  find(question: string): Answer | undefined {
    const { version, trustMs } = this.#options;
    const isCurrent = version() === this.#version && performance.now() - this.#seenAt < trustMs;
    return isCurrent ? this.#kept.get(question) : undefined;
  }

  /**
   * Makes an answer, once for all who ask the same meanwhile, and keeps it while it holds.
   *
   * @param make gets a signal that fires when all who asked have gone
   * @param signal tells that this asker has gone
   */
  make(
    question: string,
    make: (allGone: AbortSignal) => Promise<Answer>,
    signal?: AbortSignal,
  ): Promise<Answer> {
    const version = this.#options.version();
    const startedAt = performance.now();
    const pending = this.#pending.get(question);
    const isRecent = pending && startedAt - pending.startedAt < this.#options.trustMs;
    if (pending && isRecent && pending.version === version) {
      return this.#join(question, pending, signal);
    }
    const controller = new AbortController();
    const mine: Pending<Answer> = {
      version,
      startedAt,
      askers: 0,
      controller,
      answer: make(controller.signal)
        .then((answer) => {
          this.#keep(question, answer, version, startedAt);
          return answer;
        })
        .finally(() => this.#forget(question, mine)),
    };
    this.#pending.set(question, mine);
    return this.#join(question, mine, signal);
  }

  #join(question: string, pending: Pending<Answer>, signal?: AbortSignal): Promise<Answer> {
    pending.askers += 1;
    const leave = () => {
      pending.askers -= 1;
      if (pending.askers > 0) return;
      // Whoever asks from now on begins anew.
      this.#forget(question, pending);
      pending.controller.abort();
    };
    if (signal?.aborted) leave();
    else signal?.addEventListener("abort", leave, { once: true });
    return pending.answer;
  }

  #forget(question: string, pending: Pending<Answer>): void {
    if (this.#pending.get(question) === pending) this.#pending.delete(question);
  }

  #keep(question: string, answer: Answer, version: number, startedAt: number): void {
    if (answer.mark !== this.#mark) {
      // A slow answer of an earlier position must not take the place of those that are newer.
      if (startedAt < this.#seenAt) return;
      this.#kept.clear();
      this.#bytes = 0;
      this.#mark = answer.mark;
    }
    if (startedAt >= this.#seenAt) {
      this.#seenAt = startedAt;
      this.#version = version;
    }
    const size = question.length + this.#sizeOf(answer);
    if (this.#bytes + size > this.#options.maxBytes) return;
    if (!this.#kept.has(question)) this.#bytes += size;
    this.#kept.set(question, answer);
  }
}

/** The answers that go over the wire; their packed forms are counted as large as the others. */
export class SharedAnswers extends SharedReads<SharedAnswer> {
  /** Answers that may change without a block: shared only by those who wait for the same read. */
  readonly gathered = new GatheredReads<SharedAnswer>();

  constructor(options: SharedAnswersOptions) {
    super(options, ({ start }) => 2 * start.length);
  }
}
