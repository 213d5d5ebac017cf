/**
 * Requests under way at a time: with how many to begin, and the most. What is read ahead has half
 * of them, so that whoever waits for an answer finds room.
 */
const FIRST_LIMIT = 2;
const MAX_LIMIT = 8;

/** An answer is prompt or slow by its share of the time after which it would be given up. */
const PROMPT_SHARE = 0.1;
const SLOW_SHARE = 0.25;

/** A request under way, as `Pace.begin` returns it. */
export type Started = { isAhead: boolean; at: number };

/**
 * How many requests a node is given at a time: one more after each prompt answer, half as many
 * after a slow one. A node that works on many large answers at once gives each of them late, and
 * what is late is asked again, which is more work for the same node.
 */
export class Pace {
  readonly #timeoutMs: number;
  readonly #now: () => number;
  #limit = FIRST_LIMIT;
  #underWay = 0;
  #aheadUnderWay = 0;
  #loweredAt = Number.NEGATIVE_INFINITY;

  /**
   * @param timeoutMs after which an answer is given up, milliseconds
   * @param now a clock in milliseconds
   */
  constructor(timeoutMs: number, now: () => number = () => performance.now()) {
    this.#timeoutMs = timeoutMs;
    this.#now = now;
  }

  /** Requests that may be under way at present. */
  get limit(): number {
    return this.#limit;
  }

  /** @param isAhead whether nobody waits for the answer yet */
  mayBegin(isAhead: boolean): boolean {
    if (this.#underWay >= this.#limit) return false;
    return !isAhead || this.#aheadUnderWay < Math.max(1, this.#limit >> 1);
  }

  begin(isAhead: boolean): Started {
    this.#underWay += 1;
    if (isAhead) this.#aheadUnderWay += 1;
    return { isAhead, at: this.#now() };
  }

  /** Notes that an answer came, or did not come in time. */
  end({ isAhead, at }: Started): void {
    this.#underWay -= 1;
    if (isAhead) this.#aheadUnderWay -= 1;
    const now = this.#now();
    const share = (now - at) / this.#timeoutMs;
    if (share < PROMPT_SHARE) this.#limit = Math.min(MAX_LIMIT, this.#limit + 1);
    // Those that were begun before the limit was lowered are slow for the same reason.
    else if (share > SLOW_SHARE && at >= this.#loweredAt) {
      this.#limit = Math.max(1, this.#limit >> 1);
      this.#loweredAt = now;
    }
  }
}
