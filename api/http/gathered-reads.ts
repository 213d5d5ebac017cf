/** A read that waits for the one before it, or runs, and those who wait for it. */
type Batch<Answer> = {
  answer: Promise<Answer>;
  hasBegun: boolean;
  askers: number;
  /** Ends the read when nobody is left who waits. */
  controller: AbortController;
};

/**
 * Reads once for all who ask the same while the read before it runs. Nobody gets an answer whose read
 * began before they asked, so it may tell what changes without a block. Nothing is kept: there are
 * never more questions than requests that wait.
 */
export class GatheredReads<Answer> {
  /** The newest batch of each question. */
  readonly #newest = new Map<string, Batch<Answer>>();

  /**
   * Joins the next read of a question. Fails as the read does.
   *
   * @param read gets a signal that fires when all who asked have gone
   * @param signal tells that this asker has gone
   */
  ask(
    question: string,
    read: (allGone: AbortSignal) => Promise<Answer>,
    signal?: AbortSignal,
  ): Promise<Answer> {
    const newest = this.#newest.get(question);
    const batch = newest?.hasBegun === false ? newest : this.#open(question, newest, read);
    batch.askers += 1;
    const leave = () => {
      batch.askers -= 1;
      if (batch.askers > 0) return;
      // Whoever asks from now on begins anew.
      this.#forget(question, batch);
      batch.controller.abort();
    };
    if (signal?.aborted) leave();
    else signal?.addEventListener("abort", leave, { once: true });
    return batch.answer;
  }

  #open(
    question: string,
    before: Batch<Answer> | undefined,
    read: (allGone: AbortSignal) => Promise<Answer>,
  ): Batch<Answer> {
    const controller = new AbortController();
    const begin = () => {
      batch.hasBegun = true;
      return read(controller.signal);
    };
    const batch: Batch<Answer> = {
      hasBegun: false,
      askers: 0,
      controller,
      answer: settled(before?.answer)
        .then(begin)
        .finally(() => this.#forget(question, batch)),
    };
    this.#newest.set(question, batch);
    return batch;
  }

  #forget(question: string, batch: Batch<Answer>): void {
    if (this.#newest.get(question) === batch) this.#newest.delete(question);
  }
}

/** How the read before has ended is no matter of the next one. */
async function settled(answer: Promise<unknown> | undefined): Promise<void> {
  await answer?.catch(() => undefined);
}
