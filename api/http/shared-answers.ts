import type { Position } from "../../core/db/position.ts";

/** The part of an answer that is the same for everybody who asks at the same position. */
export type SharedAnswer = {
  /** JSON object without `meta`. */
  text: string;
  etag: string;
  position: Position;
  /** By which the database names the state that was read. */
  mark: string;
};

export type SharedAnswersOptions = {
  /** Counts what the database has announced; any other number than before is news. */
  version: () => number;
  /** How long an answer may stand in without news, milliseconds: announcements can get lost. */
  trustMs: number;
  /** Bound of what is kept, in characters. */
  maxCharacters: number;
};

type Pending = { version: number; startedAt: number; answer: Promise<SharedAnswer> };

/**
 * Answers to identical questions, until the database announces a block. Every answer belongs to one
 * position of the index, so this is exact: all that is kept carries the same mark, and is kept no
 * longer than that mark is known to be the present one.
 */
export class SharedAnswers {
  readonly #options: SharedAnswersOptions;
  readonly #kept = new Map<string, SharedAnswer>();
  readonly #pending = new Map<string, Pending>();
  #characters = 0;
  #mark = "";
  #version = Number.NaN;
  /** When the read began that last saw the mark. */
  #seenAt = Number.NEGATIVE_INFINITY;

  constructor(options: SharedAnswersOptions) {
    this.#options = options;
  }

  /** The answer to a question, if one is kept that still holds. */
  find(question: string): SharedAnswer | undefined {
    const { version, trustMs } = this.#options;
    const isCurrent = version() === this.#version && performance.now() - this.#seenAt < trustMs;
    return isCurrent ? this.#kept.get(question) : undefined;
  }

  /** Makes an answer, once for all who ask the same meanwhile, and keeps it while it holds. */
  make(question: string, make: () => Promise<SharedAnswer>): Promise<SharedAnswer> {
    const version = this.#options.version();
    const startedAt = performance.now();
    const pending = this.#pending.get(question);
    const isRecent = pending && startedAt - pending.startedAt < this.#options.trustMs;
    if (pending && isRecent && pending.version === version) return pending.answer;
    const mine: Pending = {
      version,
      startedAt,
      answer: make()
        .then((answer) => {
          this.#keep(question, answer, version, startedAt);
          return answer;
        })
        .finally(() => {
          if (this.#pending.get(question) === mine) this.#pending.delete(question);
        }),
    };
    this.#pending.set(question, mine);
    return mine.answer;
  }

  #keep(question: string, answer: SharedAnswer, version: number, startedAt: number): void {
    if (answer.mark !== this.#mark) {
      // A slow answer of an earlier position must not take the place of those that are newer.
      if (startedAt < this.#seenAt) return;
      this.#kept.clear();
      this.#characters = 0;
      this.#mark = answer.mark;
    }
    if (startedAt >= this.#seenAt) {
      this.#seenAt = startedAt;
      this.#version = version;
    }
    const size = question.length + answer.text.length;
    if (this.#characters + size > this.#options.maxCharacters) return;
    if (!this.#kept.has(question)) this.#characters += size;
    this.#kept.set(question, answer);
  }
}
