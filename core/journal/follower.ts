import type pg from "pg";
import {
  type CausedJobs,
  type ChainCause,
  causeJobs,
  startCausing,
} from "../outbox/chain-causes.ts";
import { diffEvents, type JournalChanges } from "./diff.ts";
import { findPosition, type JournalPosition } from "./position.ts";
import { appendRepairs, findUntoldRepairs } from "./repairs.ts";
import { tellMissingServiceEvents } from "./service-events.ts";
import {
  appendChanges,
  findBatchEnd,
  findCursor,
  findIndexedEvents,
  findLastSequence,
  findLiveEvents,
  type JournalCursor,
  saveCursor,
} from "./store.ts";
import { createSuspicion } from "./suspicion.ts";
import { inTransaction, isConflict } from "./transaction.ts";

/** Events of one transaction: enough to be fast, few enough to be short. */
const BATCH_SIZE = 1_000;

/** Before the first block of a chain. */
const NOTHING = -1n;

/** What one step did. */
export type FollowStep =
  | { is: "waiting"; for: string }
  | {
      is: "followed";
      position: JournalPosition;
      /** Last block that was compared. */
      compared: bigint;
      changes: JournalChanges;
      /** Repairs of the index that it told of, by their ids. */
      repairs: readonly number[];
      /** What became of the jobs that events cause. */
      jobs: CausedJobs;
      /** Whether there is nothing more to compare until something changes. */
      isDone: boolean;
    };

/** Brings the journal in step with the index, one transaction at a time. */
export type JournalFollower = { step(): Promise<FollowStep> };

/**
 * One walk over the blocks that may still change. Its bounds are those of its first batch, so that
 * every batch judges finality alike.
 */
type Walk = {
  releaseId: number;
  next: bigint;
  final: bigint;
  settles: bigint;
};

/**
 * Creates a follower on a connection that nobody else uses. Whatever is written is written in one
 * transaction with the cursor, so that a follower may die at any point and another goes on.
 */
export function createFollower(
  client: pg.ClientBase,
  {
    batchSize = BATCH_SIZE,
    causes = [],
  }: { batchSize?: number; causes?: readonly ChainCause[] } = {},
): JournalFollower {
  let walk: Walk | undefined;
  const suspicion = createSuspicion();
  let hasStarted = false;
  /** Newest entry when nothing of the service was missing; undefined while something may be. */
  let toldThrough: bigint | undefined;

  async function compare(position: JournalPosition, known: JournalCursor | undefined) {
    const { chainId, releaseId, indexed, final, unchanging } = position;
    const isSameRelease = known?.releaseId === releaseId;
    const settled = isSameRelease ? known.settled : NOTHING;
    if (walk?.releaseId !== releaseId || walk.next <= settled) walk = undefined;
    walk ??= {
      releaseId,
      next: settled + 1n,
      final,
      settles: min(final, unchanging),
    };
    const from = walk.next;
    if (from > indexed) {
      walk = undefined;
      return { cursor: known, compared: indexed, changes: NO_CHANGES, isDone: true };
    }
    const end = await findBatchEnd(client, chainId, from, indexed, batchSize);
    const rows = await findIndexedEvents(client, chainId, from, end);
    const live = await findLiveEvents(client, chainId, from, end);
    const found = diffEvents(rows, live, walk.final);
    const { changes, firstDoubt } = suspicion.judge(found, live, position.checkpoint);
    const compared = firstDoubt === undefined ? end : firstDoubt - 1n;
    const isDone = end === indexed || firstDoubt !== undefined;
    const cursor = { releaseId, compared, settled: max(settled, min(compared, walk.settles)) };
    walk = isDone ? undefined : { ...walk, next: end + 1n };
    return { cursor, compared, changes, isDone };
  }

  const tellMissing = () => tellMissingServiceEvents(client, batchSize);

  const step = () =>
    inTransaction<FollowStep>(client, async () => {
      const position = await findPosition(client);
      if ("waitsFor" in position) return { is: "waiting", for: position.waitsFor };
      const { chainId, head, safe } = position;
      if (!hasStarted) await startCausing(client, position);
      const after = await findLastSequence(client);
      const known = await findCursor(client, chainId);
      // A journal that has become shorter was begun anew, and lacks what its transactions had told.
      if (toldThrough !== undefined && after < toldThrough) toldThrough = undefined;
      const isWhole = toldThrough !== undefined || (await tellMissing()) < batchSize;
      if (isWhole) toldThrough = after;
      const { cursor, compared, changes, isDone } = await compare(position, known);
      // Told first: a reader hears that there was a repair before what it took back and added.
      const repairs = await findUntoldRepairs(client, chainId);
      if (repairs.length > 0) await appendRepairs(client, repairs);
      const hasTold = Object.values(changes).some((part) => part.length > 0);
      if (hasTold) {
        await appendChanges(client, chainId, changes);
      }
      const comparedAll = isDone ? compared : undefined;
      const hasRetracted = changes.retracted.length > 0;
      const causing = { chainId, after, hasTold, hasRetracted, head, safe, comparedAll };
      const jobs = await causeJobs(client, causes, causing);
      if (cursor !== undefined && !isSameCursor(cursor, known)) {
        await saveCursor(client, chainId, cursor);
      }
      return {
        ...{ is: "followed", position, compared, changes, repairs, jobs },
        isDone: isDone && isWhole,
      };
    });

  return {
    async step() {
      for (;;) {
        const forget = suspicion.mark();
        try {
          const done = await step();
          hasStarted ||= done.is === "followed";
          return done;
        } catch (error) {
          // What this walk has compared was taken back with the rest.
          forget();
          walk = undefined;
          toldThrough = undefined;
          // Somebody else has told something, or ended a job, since the snapshot: the next one has it.
          if (!isConflict(error)) throw error;
        }
      }
    },
  };
}

const NO_CHANGES: JournalChanges = { retracted: [], finalised: [], announced: [] };

function isSameCursor(a: JournalCursor, b: JournalCursor | undefined): boolean {
  return a.releaseId === b?.releaseId && a.compared === b.compared && a.settled === b.settled;
}

function min(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

function max(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
