/** Waits between attempts, milliseconds. */
export type RetryTimes = { firstMs: number; mostMs: number };

/** Full jitter: readers that lost one server do not come back as one crowd. */
export function backoffMs(failures: number, { firstMs, mostMs }: RetryTimes): number {
  const ceiling = Math.min(mostMs, firstMs * 2 ** (failures - 1));
  return ceiling / 2 + (Math.random() * ceiling) / 2;
}

/** Waits, or less when the signal comes. */
export function pause(durationMs: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, durationMs);
    signal?.addEventListener("abort", end);
    if (signal?.aborted) end();
  });
}
