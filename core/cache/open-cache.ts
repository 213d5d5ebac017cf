import type { Logger } from "../log.ts";
import { type Cache, createCache } from "./cache.ts";
import { createPostgresStore } from "./postgres-store.ts";
import { createRedisStore } from "./redis-store.ts";

/** Failures of the store are told once in this time, milliseconds; they come with every request. */
const QUIET_MS = 60_000;

export type CacheOptions = {
  /** Redis, where there is one. */
  redisUrl: string | undefined;
  /** Otherwise a role that may write `app.cache_entry`. */
  databaseUrl: string;
  processName: string;
  log: Pick<Logger, "warn">;
};

/** Opens the cache of a process: in Redis where one is configured, otherwise in Postgres. */
export function openCache({ redisUrl, databaseUrl, processName, log }: CacheOptions): Cache {
  let toldAt = Number.NEGATIVE_INFINITY;
  const onError = (err: unknown) => {
    if (performance.now() - toldAt < QUIET_MS) return;
    toldAt = performance.now();
    log.warn({ err }, "the cache is out of reach, going on without it");
  };
  const store =
    redisUrl === undefined
      ? createPostgresStore(databaseUrl, { processName, onError })
      : createRedisStore(redisUrl, onError);
  return createCache(store, onError);
}
