import { createPool } from "../db/pools.ts";
import type { CacheStore } from "./cache.ts";

const CONNECTIONS = 2;

/** Entries that are kept at most; those that expire first go first. */
const MAX_ENTRIES = 10_000;

/** Writes between two sweeps. */
const SWEEP_EVERY = 100;

/** Keeps entries in `app.cache_entry`, for installations without Redis. */
export function createPostgresStore(
  connectionString: string,
  { processName, onError }: { processName: string; onError: (error: Error) => void },
  maxEntries = MAX_ENTRIES,
): CacheStore {
  const pool = createPool(connectionString, "appWrites", {
    max: CONNECTIONS,
    processName: `${processName}_cache`,
    onIdleError: onError,
  });
  let writes = 0;
  const sweep = async () => {
    writes += 1;
    if (writes % SWEEP_EVERY !== 0) return;
    await pool.query(
      `DELETE FROM app.cache_entry WHERE expires_at <= now() OR key IN
         (SELECT key FROM app.cache_entry ORDER BY expires_at DESC OFFSET $1)`,
      [maxEntries],
    );
  };
  return {
    async read(name) {
      const { rows } = await pool.query<{ value: string }>(
        "SELECT value FROM app.cache_entry WHERE key = $1 AND expires_at > now()",
        [name],
      );
      return rows[0]?.value;
    },
    async write(name, text, ttlSeconds) {
      await pool.query(
        `INSERT INTO app.cache_entry VALUES ($1, $2, now() + make_interval(secs => $3))
         ON CONFLICT (key) DO UPDATE SET value = excluded.value, expires_at = excluded.expires_at`,
        [name, text, ttlSeconds],
      );
      await sweep();
    },
    async remove(name) {
      await pool.query("DELETE FROM app.cache_entry WHERE key = $1", [name]);
    },
    async increment(name, ttlSeconds) {
      const { rows } = await pool.query<{ value: string }>(
        `INSERT INTO app.cache_entry AS entry VALUES ($1, '1', now() + make_interval(secs => $2))
         ON CONFLICT (key) DO UPDATE SET
           value = CASE WHEN entry.expires_at > now() THEN (entry.value::bigint + 1)::text ELSE '1' END,
           expires_at = CASE WHEN entry.expires_at > now() THEN entry.expires_at ELSE excluded.expires_at END
         RETURNING value`,
        [name, ttlSeconds],
      );
      await sweep();
      return Number(rows[0]?.value);
    },
    close: () => pool.end(),
  };
}
