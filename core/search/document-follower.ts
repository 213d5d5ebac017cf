import type pg from "pg";
import { findPosition, type JournalPosition } from "../journal/position.ts";
import { inTransaction } from "../journal/transaction.ts";
import {
  type DocumentCursor,
  findDocumentCursor,
  findMark,
  findRangeEnd,
  findStaleListings,
  removeOrphans,
  saveDocumentCursor,
  takeChangedProfiles,
  writeDocuments,
} from "./document-store.ts";

/** Listings of one transaction: enough to be fast, few enough to be short. */
const BATCH_SIZE = 1_000;

/** Before the first block of a chain. */
const NOTHING = -1n;

/** What one step did. */
export type DocumentStep =
  | { is: "waiting"; for: string }
  | {
      is: "followed";
      written: number;
      removed: number;
      /** Whether there is nothing more to compare until something changes. */
      isDone: boolean;
    };

/** Keeps a document for every listing of the index, one transaction at a time. */
export type DocumentFollower = { step(): Promise<DocumentStep> };

/** One look at the listings that may have changed. Its bound and mark are those of its first batch. */
type Walk = { releaseId: number; next: bigint; settles: bigint; mark: string };

/**
 * Creates a follower on a connection that nobody else uses. Only a creation sets a title, so a
 * document follows the block of the creation and no later change of the listing rewrites it; changes
 * of profiles wait in a table of their own until they are taken out. Each walk compares what
 * the indexer may still take back; the cursor moves when the walk is through, so that a follower may
 * die at any point and another begins the walk anew.
 */
export function createDocumentFollower(
  client: pg.ClientBase,
  { batchSize = BATCH_SIZE }: { batchSize?: number } = {},
): DocumentFollower {
  let walk: Walk | undefined;

  async function compare(
    { chainId, releaseId, unchanging }: JournalPosition,
    known: DocumentCursor | undefined,
  ) {
    const settled = known?.releaseId === releaseId ? known.settled : NOTHING;
    if (walk?.releaseId !== releaseId || walk.next <= settled) walk = undefined;
    const mark = await findMark(client);
    const { next: from, ...begun } = walk ?? { next: settled + 1n, settles: unchanging, mark };
    const to = await findRangeEnd(client, chainId, from, batchSize);
    const stale = await findStaleListings(client, chainId, { from, to });
    await writeDocuments(client, chainId, stale);
    const changed = await takeChangedProfiles(client, chainId, batchSize);
    await writeDocuments(client, chainId, changed.listings);
    const removed = await removeOrphans(client, chainId, { from, to });
    const isThrough = to === undefined;
    walk = isThrough ? undefined : { releaseId, next: to + 1n, ...begun };
    const cursor = isThrough ? { releaseId, settled: max(settled, begun.settles) } : known;
    // What the walk has passed may have been taken back since: then it begins anew.
    const isDone = isThrough && begun.mark === mark && changed.taken < batchSize;
    return { cursor, written: stale.length + changed.listings.length, removed, isDone };
  }

  return {
    step: () =>
      inTransaction<DocumentStep>(client, async () => {
        const position = await findPosition(client);
        if ("waitsFor" in position) return { is: "waiting", for: position.waitsFor };
        const known = await findDocumentCursor(client, position.chainId);
        const { cursor, ...done } = await compare(position, known);
        if (cursor !== undefined && !isSameCursor(cursor, known)) {
          await saveDocumentCursor(client, position.chainId, cursor);
        }
        return { is: "followed", ...done };
      }),
  };
}

function isSameCursor(a: DocumentCursor, b: DocumentCursor | undefined): boolean {
  return a.releaseId === b?.releaseId && a.settled === b.settled;
}

function max(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
