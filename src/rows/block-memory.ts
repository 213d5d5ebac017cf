import type { Stamp } from "./stamp.ts";

/**
 * What handlers keep in memory while one block is indexed. Ponder commits blocks whole: after an
 * error, a crash or a reorganisation it takes a block up again at its first event. So a value that
 * starts anew with each block, and whenever events do not go on from the last one, is never of a
 * state that was rolled back.
 */
export class BlockMemory<Value> {
  readonly #make: () => Value;
  readonly #isSharedByLog: boolean;
  #value: Value;
  #at: Stamp | undefined;

  /**
   * @param make the value at the start of a block
   * @param isSharedByLog whether several handlers may use it for one log; a log that is begun again
   *   is then not told from its next handler
   */
  constructor(make: () => Value, { isSharedByLog = false } = {}) {
    this.#make = make;
    this.#isSharedByLog = isSharedByLog;
    this.#value = make();
  }

  /** The value as the earlier events of the block have left it. */
  of(at: Stamp): Value {
    if (at !== this.#at) {
      if (!this.#goesOn(at)) this.#value = this.#make();
      this.#at = at;
    }
    return this.#value;
  }

  /** Starts anew at the next event. */
  forget(): void {
    this.#at = undefined;
  }

  #goesOn(at: Stamp): boolean {
    const last = this.#at;
    if (last === undefined || at.blockHash !== last.blockHash) return false;
    return this.#isSharedByLog ? at.logIndex >= last.logIndex : at.logIndex > last.logIndex;
  }
}
