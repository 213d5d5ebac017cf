import { DomainError } from "../errors.ts";

export type ReadQueueLimits = {
  /** Reads that run at a time: one for each connection of the pool. */
  slots: number;
  /** Reads that may wait for a slot; any more are refused at once. */
  maxWaiting: number;
  /** How long a read may wait before it is refused, milliseconds. */
  maxWaitMs: number;
};

/** What the queue holds now, and how many reads it has refused since the start. */
export type ReadQueueUse = { waiting: number; refused: number };

/**
 * Lets as many reads run as there are connections and a bounded number wait in the order of their
 * arrival. A read holds its slot to its end, so that under overload none is given up half done, and
 * whoever is refused hears so at once instead of after a long wait.
 */
export class ReadQueue {
  readonly #limits: ReadQueueLimits;
  readonly #waiters = new Set<() => void>();
  #free: number;
  #refused = 0;

  constructor(limits: ReadQueueLimits) {
    this.#limits = limits;
    this.#free = limits.slots;
  }

  /**
   * Runs a read when its turn has come.
   *
   * @param signal tells that nobody wants the answer any more; the place in the queue is given up
   * @throws DomainError OVERLOADED, or REQUEST_ABANDONED after `signal`
   */
  async run<Answer>(work: () => Promise<Answer>, signal?: AbortSignal): Promise<Answer> {
    if (signal?.aborted) throw abandoned();
    if (this.#free > 0) this.#free -= 1;
    else await this.#wait(signal);
    try {
      return await work();
    } finally {
      this.#passOn();
    }
  }

  use(): ReadQueueUse {
    return { waiting: this.#waiters.size, refused: this.#refused };
  }

  #wait(signal: AbortSignal | undefined): Promise<void> {
    const { maxWaiting, maxWaitMs } = this.#limits;
    if (this.#waiters.size >= maxWaiting) throw this.#refusal("Too many requests wait already.");
    return new Promise((resolve, reject) => {
      const leave = () => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", onAbort);
        this.#waiters.delete(onTurn);
      };
      const onTurn = () => {
        leave();
        resolve();
      };
      const onAbort = () => {
        leave();
        reject(abandoned());
      };
      const timer = setTimeout(() => {
        leave();
        reject(this.#refusal("No connection became free in time."));
      }, maxWaitMs);
      signal?.addEventListener("abort", onAbort, { once: true });
      this.#waiters.add(onTurn);
    });
  }

  /** A slot goes to the one who has waited longest, without being free in between. */
  #passOn(): void {
    const [next] = this.#waiters;
    if (next === undefined) this.#free += 1;
    else next();
  }

  #refusal(detail: string): DomainError {
    this.#refused += 1;
    return new DomainError("OVERLOADED", detail);
  }
}

/** Nobody hears this error; the log line of the request has its code. */
export function abandoned(): DomainError {
  return new DomainError("REQUEST_ABANDONED", "The client closed the connection.");
}
