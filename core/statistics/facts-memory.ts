import type { Snapshot } from "../db/consistent-read.ts";
import { readFactsMark } from "../queries/facts-mark.ts";

/** What is known while the facts of a snapshot are the same. */
export type Facts<Value> = {
  /** Unix seconds of the newest fact. */
  lastSecond: bigint;
  /** As in `FactsMark`. */
  era: string;
  /** What was worked out from these facts before, or is worked out now and kept. */
  remember(question: string, find: () => Promise<Value>): Promise<Value>;
};

/**
 * Keeps what follows from facts alone until a fact changes. Most blocks bring none, and numbers of the
 * whole market cost far more than the look whether they still hold. What it gives is exact: the look
 * and whatever is worked out anew see the same state of the index.
 */
export class FactsMemory<Value> {
  readonly #sizeOf: (value: Value) => number;
  readonly #maxSize: number;
  #kept = new Map<string, Value>();
  /** What is being worked out from these very facts. */
  #finding = new Map<string, Promise<Value>>();
  #mark = "";
  #size = 0;

  /**
   * @param sizeOf how much a value takes, in any unit
   * @param maxSize most that is kept, in that unit
   */
  constructor(sizeOf: (value: Value) => number, maxSize: number) {
    this.#sizeOf = sizeOf;
    this.#maxSize = maxSize;
  }

  /** Looks which facts a snapshot has. */
  async open({ indexed, position }: Snapshot): Promise<Facts<Value>> {
    const { mark, era, lastSecond } = await readFactsMark(indexed, position.chainId);
    if (mark !== this.#mark) this.#begin(mark);
    return {
      lastSecond,
      era,
      remember: async (question, find) => {
        if (mark !== this.#mark) return find();
        const known = this.#kept.get(question);
        if (known !== undefined) return known;
        const finding = this.#finding.get(question);
        if (finding !== undefined) {
          // Who finds it may be told to stop: then it is found here.
          const [outcome] = await Promise.allSettled([finding]);
          return outcome.status === "fulfilled" ? outcome.value : find();
        }
        return this.#find(question, find);
      },
    };
  }

  async #find(question: string, find: () => Promise<Value>): Promise<Value> {
    const [mark, all] = [this.#mark, this.#finding];
    const finding = find();
    all.set(question, finding);
    try {
      const value = await finding;
      // Another reader may have seen newer facts meanwhile: those are what is kept.
      if (mark === this.#mark) this.#keep(question, value);
      return value;
    } finally {
      all.delete(question);
    }
  }

  #begin(mark: string): void {
    this.#kept = new Map();
    this.#finding = new Map();
    this.#size = 0;
    this.#mark = mark;
  }

  #keep(question: string, value: Value): void {
    const size = this.#sizeOf(value);
    if (size > this.#maxSize || this.#kept.has(question)) return;
    if (this.#size + size > this.#maxSize) this.#begin(this.#mark);
    this.#kept.set(question, value);
    this.#size += size;
  }
}
