/**
 * Work that can be put down between slices: a generator that yields where others may have the thread.
 * The same slices in the same order give the same result, whoever drives them.
 */
export type Sliced<Result> = Generator<void, Result, void>;

/** Does all of it at once. */
export function atOnce<Result>(work: Sliced<Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** After so long others have the thread, milliseconds. */
const LONGEST_SLICE_MS = 20;

/** Does it with the event loop let in between, so that leases, timers and other jobs go on. */
export async function inSlices<Result>(work: Sliced<Result>): Promise<Result> {
  let since = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() - since < LONGEST_SLICE_MS) continue;
    await new Promise((resume) => setImmediate(resume));
    since = performance.now();
  }
}
