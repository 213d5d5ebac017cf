import type pg from "pg";
import type { Logger } from "../../core/log.ts";
import { checkRedis } from "./check-redis.ts";
import type { Dispatch, DispatchOptions } from "./dispatch.ts";
import { startPostgresDispatch } from "./postgres-dispatch.ts";
import { startRedisDispatch } from "./redis-dispatch.ts";

export type StartDispatchOptions = {
  pool: pg.Pool;
  /** Without it Postgres is the queue. */
  redisUrl: string | undefined;
  prefix: string;
  options: DispatchOptions;
  onNudges: (count: number) => void;
  log: Logger;
  /** After this Redis counts as having lost a job, milliseconds. */
  patienceMs?: number;
};

/**
 * Starts the queue that the settings name (req 4.9).
 *
 * @throws UnsafeRedisError for a Redis that may drop what it has accepted
 */
export async function startDispatch({
  pool,
  redisUrl,
  prefix,
  options,
  onNudges,
  log,
  patienceMs,
}: StartDispatchOptions): Promise<Dispatch> {
  if (redisUrl === undefined) return startPostgresDispatch(pool, options);
  if ((await checkRedis(redisUrl)) === "out of reach") {
    log.warn("Redis is out of reach; jobs wait in Postgres until it is back");
  }
  return startRedisDispatch(pool, {
    ...options,
    redisUrl,
    prefix,
    onNudges,
    ...(patienceMs === undefined ? {} : { patienceMs }),
  });
}
