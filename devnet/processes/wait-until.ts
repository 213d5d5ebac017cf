import { setTimeout as delay } from "node:timers/promises";

export type WaitOptions = {
  /** What is waited for, named in the error. */
  what: string;
  /** Milliseconds until the wait is given up. */
  deadlineMs: number;
  /** Milliseconds between two looks. */
  everyMs?: number;
  /** Ends the wait early: a message when waiting on is pointless, for example a dead child. */
  givenUp?: () => string | undefined;
  signal?: AbortSignal;
};

/**
 * Looks again and again until `condition` answers something other than `undefined` or `false`. A
 * condition that throws counts as "not yet"; its last error is the cause when the deadline passes.
 */
export async function waitUntil<Value>(
  condition: () => Promise<Value | undefined | false> | Value | undefined | false,
  { what, deadlineMs, everyMs = 25, givenUp, signal }: WaitOptions,
): Promise<Value> {
  const deadline = performance.now() + deadlineMs;
  let cause: unknown;
  for (;;) {
    signal?.throwIfAborted();
    try {
      const value = await condition();
      if (value !== undefined && value !== false) return value;
      cause = undefined;
    } catch (error) {
      cause = error;
    }
    const reason = givenUp?.();
    if (reason !== undefined) throw new Error(`${what}: ${reason}`, { cause });
    if (performance.now() > deadline) {
      throw new Error(`${what}: not within ${Math.round(deadlineMs / 1000)} s`, { cause });
    }
    await delay(everyMs, undefined, signal ? { signal } : {});
  }
}
