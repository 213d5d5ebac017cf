import { sql } from "kysely";
import type { IdentityDb } from "../db/app-writes.ts";

/** One use of a key. */
export type KeyUse = {
  keyId: string;
  /** Method and pattern of the route. */
  route: string;
  hasFailed: boolean;
};

/** Counts the uses of keys in memory and writes them down now and then. */
export type KeyUsage = {
  count(use: KeyUse): void;
  /** Writes down what was counted; called by the clock, and by whoever wants to know now. */
  flush(): Promise<void>;
  /** Writes down the rest. */
  close(): Promise<void>;
};

const FLUSH_MS = 5_000;

/** Kinds of uses that are remembered between two flushes; more are written down at once. */
const MAX_PENDING = 5_000;

type Pending = KeyUse & { day: string; requests: number; failures: number };

/**
 * Opens the counter of a process. What was counted since the last flush is lost when the process is
 * killed: it is statistics, and no limit rests on it.
 */
export function openKeyUsage(
  db: IdentityDb,
  { now, onError }: { now: () => Date; onError: (error: unknown) => void },
): KeyUsage {
  let pending = new Map<string, Pending>();
  let writing: Promise<void> = Promise.resolve();

  const flush = () => {
    const counted = [...pending.values()];
    pending = new Map();
    if (counted.length > 0) writing = writing.then(() => write(db, counted)).catch(onError);
    return writing;
  };
  const timer = setInterval(() => void flush(), FLUSH_MS).unref();

  return {
    count(use) {
      const day = now().toISOString().slice(0, 10);
      const name = `${use.keyId} ${day} ${use.route}`;
      const found = pending.get(name) ?? { ...use, day, requests: 0, failures: 0 };
      found.requests += 1;
      if (use.hasFailed) found.failures += 1;
      pending.set(name, found);
      if (pending.size >= MAX_PENDING) void flush();
    },
    flush,
    async close() {
      clearInterval(timer);
      await flush();
    },
  };
}

async function write(db: IdentityDb, counted: readonly Pending[]): Promise<void> {
  // In one order, so that two processes never wait for each other in a circle.
  const rows = JSON.stringify(
    counted
      .map(({ keyId, day, route, requests, failures }) => ({
        key_id: keyId,
        day,
        route,
        requests,
        failures,
      }))
      .sort((a, b) =>
        `${a.key_id} ${a.day} ${a.route}`.localeCompare(`${b.key_id} ${b.day} ${b.route}`),
      ),
  );
  await db.transaction().execute(async (transaction) => {
    // A key may be gone meanwhile, with its account.
    await sql`
      INSERT INTO app.api_key_usage AS known (key_id, day, route, requests, failures)
      SELECT used.key_id, used.day, used.route, used.requests, used.failures
      FROM jsonb_to_recordset(${rows}::jsonb)
        AS used (key_id uuid, day date, route text, requests bigint, failures bigint)
      JOIN app.api_key USING (key_id)
      ON CONFLICT (key_id, day, route) DO UPDATE SET
        requests = known.requests + excluded.requests,
        failures = known.failures + excluded.failures`.execute(transaction);
    await sql`
      UPDATE app.api_key SET last_used_at = now()
      WHERE key_id IN (
        SELECT used.key_id FROM jsonb_to_recordset(${rows}::jsonb) AS used (key_id uuid))`.execute(
      transaction,
    );
  });
}
