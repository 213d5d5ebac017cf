/** Wakes a loop before its interval is over. */
export type Alarm = { ring(): void; wait(timeoutMs: number, signal: AbortSignal): Promise<void> };

/** An alarm that remembers a ring until somebody waits. */
export function createAlarm(): Alarm {
  let pending = false;
  let wake: (() => void) | undefined;
  return {
    ring() {
      pending = true;
      wake?.();
    },
    async wait(timeoutMs, signal) {
      if (!pending && !signal.aborted) {
        // By hand: composed signals outlive the collections of new objects, so each wait would leave one.
        await new Promise<void>((resolve) => {
          const end = () => {
            clearTimeout(timer);
            signal.removeEventListener("abort", end);
            wake = undefined;
            resolve();
          };
          const timer = setTimeout(end, timeoutMs);
          signal.addEventListener("abort", end);
          wake = end;
        });
      }
      pending = false;
    },
  };
}

export type LoopOptions = {
  step: () => Promise<void>;
  alarm: Alarm;
  /** Longest pause between two steps, milliseconds. */
  intervalMs: number;
  signal: AbortSignal;
  onError: (error: unknown) => void;
};

/**
 * Repeats a step until aborted: at once when the alarm rings, else after the interval. A step that
 * fails is reported and tried again after the interval, since what it depends on may come back.
 */
export async function runLoop({ step, alarm, intervalMs, signal, onError }: LoopOptions) {
  while (!signal.aborted) {
    try {
      await step();
    } catch (error) {
      if (!signal.aborted) onError(error);
    }
    await alarm.wait(intervalMs, signal);
  }
}
