import { setTimeout as pause } from "node:timers/promises";
import type pg from "pg";
import { ADVISORY_LOCK_CLASSES } from "../../core/db/advisory-locks.ts";
import { writerName } from "../../core/db/fence.ts";

/** How an indexer or a repair uses what Ponder has fetched of a chain (`ponder_sync`). */
export type CacheUse = "shared" | "alone";

/** Longest wait until a connection of another process has ended, milliseconds. */
export const TERMINATION_TIMEOUT_MS = 10_000;

/** How often to look whether the cache is free, milliseconds. */
const LOOK_MS = 200;

/** Application name under which an indexer without a supervisor reads the cache. */
const FOREIGN_READER = "ponder_sync";

type CacheLockOptions = { chainId: number; cache: CacheUse; signal: AbortSignal };

/**
 * Takes the lock of a chain's cache for as long as the session lives. All indexers share it. Who has
 * the cache forgotten must be alone: an indexer that goes on meanwhile would note a stretch as
 * fetched whose logs are gone, a hole for this release and every later one. So the supervisors of
 * other releases lose their sessions, hence their locks, and their writers the right to write; they
 * come back by themselves once the lock is free.
 *
 * @throws Error while an indexer without a supervisor uses the cache: nothing keeps that one out
 */
export async function takeCache(
  client: pg.ClientBase,
  { chainId, cache, signal }: CacheLockOptions,
): Promise<void> {
  const lock = cache === "alone" ? "pg_try_advisory_lock" : "pg_try_advisory_lock_shared";
  for (;;) {
    signal.throwIfAborted();
    const { rows } = await client.query<{ isMine: boolean }>(
      `SELECT ${lock}($1, hashtext($2)) AS "isMine"`,
      [ADVISORY_LOCK_CLASSES.cache, String(chainId)],
    );
    if (rows[0]?.isMine === true) break;
    if (cache === "alone") await endOthers(client, chainId);
    else await pause(LOOK_MS, undefined, { signal });
  }
  if (cache === "alone") await refuseForeign(client);
}

/** Ends the sessions of other supervisors first: without their tokens no writer can connect again. */
async function endOthers(client: pg.ClientBase, chainId: number): Promise<void> {
  const { rows: others } = await client.query<{ pid: number; writes: string[] }>(
    `SELECT cache.pid, array_remove(array_agg(writer.objid::text), NULL) AS writes
     FROM pg_locks AS cache
     LEFT JOIN pg_locks AS writer ON writer.pid = cache.pid AND writer.locktype = 'advisory'
       AND writer.objsubid = 2 AND writer.granted AND writer.classid = $2
     WHERE cache.locktype = 'advisory' AND cache.objsubid = 2 AND cache.granted
       AND cache.database = (SELECT oid FROM pg_database WHERE datname = current_database())
       AND cache.classid = $1 AND cache.objid = hashtext($3)::oid
       AND cache.pid <> pg_backend_pid()
     GROUP BY cache.pid`,
    [ADVISORY_LOCK_CLASSES.cache, ADVISORY_LOCK_CLASSES.writer, String(chainId)],
  );
  await endAll(
    client,
    others.map(({ pid }) => pid),
  );
  const { rows: writers } = await client.query<{ pid: number }>(
    `SELECT pid FROM pg_stat_activity
     WHERE datname = current_database() AND starts_with(application_name, $1)
       AND hashtext(substr(application_name, length($1) + 1))::oid = ANY ($2::oid[])`,
    [writerName(""), others.flatMap(({ writes }) => writes)],
  );
  await endAll(
    client,
    writers.map(({ pid }) => pid),
  );
}

async function endAll(client: pg.ClientBase, pids: readonly number[]): Promise<void> {
  const { rows } = await client.query<{ hasEnded: boolean }>(
    `SELECT pg_terminate_backend(pid, $2) AS "hasEnded" FROM pg_stat_activity
     WHERE pid = ANY ($1)`,
    [pids, TERMINATION_TIMEOUT_MS],
  );
  if (rows.some(({ hasEnded }) => !hasEnded)) {
    throw new Error("a connection of another indexer of this chain does not end");
  }
}

async function refuseForeign(client: pg.ClientBase): Promise<void> {
  const { rowCount } = await client.query(
    `SELECT FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = $1 LIMIT 1`,
    [FOREIGN_READER],
  );
  if (rowCount === 0) return;
  throw new Error(
    "an indexer without a supervisor uses what a repair must have forgotten: stop it (npm run indexer supervises one)",
  );
}
