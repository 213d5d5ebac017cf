/** What one look at index and chain has shown; undefined for what could not be told. */
export type Look = {
  /** Last indexed block. */
  indexed: bigint | undefined;
  /** Whether the indexer has caught up once: while it fetches history, its blocks say nothing. */
  isReady: boolean;
  /** Newest block of the chain. */
  head: bigint | undefined;
};

/** A writer that has not moved yet may still be starting: it gets so many times the patience. */
const START_PATIENCE = 10;

/** A gap between two looks beyond which the watch itself was stopped. */
const SLEEP_MS = 5_000;

/**
 * Tells an index that stands still from one that has nothing to do. Returns why it counts as frozen,
 * once it has not moved for `stallMs` although the chain is ahead of it.
 *
 * @param now milliseconds of a clock that never runs back
 */
export function createStallWatch(stallMs: number, now: () => number) {
  let indexed: bigint | undefined;
  let hasMoved = false;
  let waitsSince = now();
  let lookedAt = now();

  return (look: Look): string | undefined => {
    const at = now();
    const hasSlept = at - lookedAt > Math.max(stallMs / 2, SLEEP_MS);
    lookedAt = at;
    const isSame = look.indexed === indexed;
    hasMoved ||= !isSame && indexed !== undefined;
    indexed = look.indexed;
    const isBehind = look.head !== undefined && indexed !== undefined && look.head > indexed;
    if (!isSame || !look.isReady || !isBehind || hasSlept) {
      waitsSince = at;
      return undefined;
    }
    if (at - waitsSince < stallMs * (hasMoved ? 1 : START_PATIENCE)) return undefined;
    const seconds = Math.round((at - waitsSince) / 1_000);
    return `the index stands at block ${indexed} for ${seconds} s while the chain is at ${look.head}`;
  };
}
