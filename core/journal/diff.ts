/** What makes an event the same event: the chain, the block's hash and the log's place in it. */
export type EventKey = { blockNumber: bigint; blockHash: string; logIndex: number };

/** An announced event that nothing has taken back. */
export type LiveEvent = EventKey & {
  /** Sequence of the entry that announced it. */
  sequence: bigint;
  isFinal: boolean;
};

/** A new event, and whether its block is final already. */
export type Announcement = EventKey & { isFinal: boolean };

/** What the journal must tell so that it agrees with the index again. */
export type JournalChanges = {
  /** Newest first, so that a reader undoes in the opposite order. */
  retracted: readonly LiveEvent[];
  /** In the order of the chain, as the announcements. */
  finalised: readonly LiveEvent[];
  announced: readonly Announcement[];
};

/**
 * Compares the events of some blocks in the index with those of the same blocks that the journal
 * believes live.
 *
 * @param final last block that can no longer be reverted
 */
export function diffEvents(
  indexed: readonly EventKey[],
  live: readonly LiveEvent[],
  final: bigint,
): JournalChanges {
  const isFinal = ({ blockNumber }: EventKey) => blockNumber <= final;
  const present = new Set(indexed.map(identityOf));
  const known = new Set(live.map(identityOf));
  return {
    retracted: live
      .filter((event) => !present.has(identityOf(event)))
      .sort(byPlace)
      .reverse(),
    finalised: live
      .filter((event) => present.has(identityOf(event)) && !event.isFinal && isFinal(event))
      .sort(byPlace),
    announced: indexed
      .filter((event) => !known.has(identityOf(event)))
      .sort(byPlace)
      .map((event) => ({ ...event, isFinal: isFinal(event) })),
  };
}

/** The part of the changes that concerns blocks below `block`. */
export function changesBelow(changes: JournalChanges, block: bigint): JournalChanges {
  const isBelow = ({ blockNumber }: EventKey) => blockNumber < block;
  return {
    retracted: changes.retracted.filter(isBelow),
    finalised: changes.finalised.filter(isBelow),
    announced: changes.announced.filter(isBelow),
  };
}

function identityOf({ blockHash, logIndex }: EventKey): string {
  return `${blockHash}-${logIndex}`;
}

function byPlace(a: EventKey, b: EventKey): number {
  if (a.blockNumber !== b.blockNumber) return a.blockNumber < b.blockNumber ? -1 : 1;
  return a.logIndex - b.logIndex;
}
