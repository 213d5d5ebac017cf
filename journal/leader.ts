import { setTimeout as pause } from "node:timers/promises";
import type pg from "pg";
import { ADVISORY_LOCKS } from "../core/db/advisory-locks.ts";

/** How often a process that stands by looks whether it may take over. */
const STANDBY_MS = 1_000;

/** Seconds until the server gives up a leader whose machine is gone: 10, then five times 2. */
const KEEPALIVE = `
  SET tcp_keepalives_idle = 10;
  SET tcp_keepalives_interval = 2;
  SET tcp_keepalives_count = 5`;

export type LeadershipOptions = {
  pool: pg.Pool;
  signal: AbortSignal;
  /** Runs as the only one of its kind on the connection that holds the lock, until the signal. */
  lead: (client: pg.PoolClient) => Promise<void>;
  onChange: (isLeader: boolean) => void;
  onError: (error: unknown) => void;
};

/**
 * Competes for the lock, leads while it has it, and competes again when the connection breaks. The
 * lock belongs to the session that writes: the server ends what that session had begun before it
 * gives the lock to another.
 */
export async function runAsLeader(options: LeadershipOptions): Promise<void> {
  const { signal, onChange, onError } = options;
  while (!signal.aborted) {
    try {
      await leadOnce(options);
    } catch (error) {
      if (!signal.aborted) onError(error);
    }
    onChange(false);
    await pause(STANDBY_MS, undefined, { signal }).catch(() => undefined);
  }
}

async function leadOnce({ pool, signal, lead, onChange }: LeadershipOptions): Promise<void> {
  const client = await pool.connect();
  // Without a listener, a connection that breaks between two statements would end the process.
  client.on("error", () => undefined);
  try {
    await client.query(KEEPALIVE);
    while (!signal.aborted) {
      const { rows } = await client.query<{ isMine: boolean }>(
        'SELECT pg_try_advisory_lock($1) AS "isMine"',
        [ADVISORY_LOCKS.journalLeader],
      );
      if (rows[0]?.isMine === true) {
        onChange(true);
        return await lead(client);
      }
      await pause(STANDBY_MS, undefined, { signal }).catch(() => undefined);
    }
  } finally {
    // Closed, not given back: the lock goes with the session.
    client.release(true);
  }
}
