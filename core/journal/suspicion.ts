import { changesBelow, type JournalChanges, type LiveEvent } from "./diff.ts";

/** The part of some changes that can be believed, and the first block of the rest. */
export type Believed = { changes: JournalChanges; firstDoubt: bigint | undefined };

/**
 * Holds back retractions that may be none. The indexer takes rows back in a transaction of its own,
 * and writes its position only with the next block: until then rows may be missing that will come
 * back, as after a crash. So an event is gone only when a block was indexed since it was first
 * missed: the position is another, or a new event stands in its place or above it.
 */
export type Suspicion = {
  /**
   * @param live what the journal believed of the compared blocks
   * @param checkpoint position of the indexer, which changes with every block that it commits
   */
  judge(changes: JournalChanges, live: readonly LiveEvent[], checkpoint: string): Believed;
  /** Returns how to forget what was judged from here on, for a step that was taken back. */
  mark(): () => void;
};

/** Begins without any suspicion; what it holds lasts as long as its follower. */
export function createSuspicion(): Suspicion {
  /** Checkpoint at which an event was first missed, by the sequence that announced it. */
  let missedSince = new Map<bigint, string>();

  return {
    mark() {
      const known = new Map(missedSince);
      return () => {
        missedSince = known;
      };
    },

    judge(changes, live, checkpoint) {
      const missing = new Set(changes.retracted.map(({ sequence }) => sequence));
      for (const { sequence } of live) if (!missing.has(sequence)) missedSince.delete(sequence);
      const newest = changes.announced.at(-1)?.blockNumber;
      let firstDoubt: bigint | undefined;
      // Newest first: the last doubt is the lowest.
      for (const { sequence, blockNumber } of changes.retracted) {
        const since = missedSince.get(sequence) ?? checkpoint;
        missedSince.set(sequence, since);
        const isReplaced = newest !== undefined && newest >= blockNumber;
        if (since === checkpoint && !isReplaced) firstDoubt = blockNumber;
      }
      const believed = firstDoubt === undefined ? changes : changesBelow(changes, firstDoubt);
      for (const { sequence } of believed.retracted) missedSince.delete(sequence);
      return { changes: believed, firstDoubt };
    },
  };
}
