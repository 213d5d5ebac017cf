/**
 * Lets tasks of one thread run one at a time and in order, with a turn of the event loop between two:
 * a proof takes up to a tenth of a second, and whoever asks for something meanwhile gets an answer.
 */
export class Turns {
  readonly #waiting: { rank: number; start: () => void }[] = [];
  #isScheduled = false;

  /** Resolves when it is the caller's turn. @param rank lower ones come first */
  take(rank: number): Promise<void> {
    return new Promise((start) => {
      const before = this.#waiting.findLastIndex((other) => other.rank <= rank);
      this.#waiting.splice(before + 1, 0, { rank, start });
      this.#schedule();
    });
  }

  #schedule(): void {
    if (this.#isScheduled || this.#waiting.length === 0) return;
    this.#isScheduled = true;
    setImmediate(() => {
      this.#isScheduled = false;
      this.#waiting.shift()?.start();
      this.#schedule();
    });
  }
}
