import { Redis } from "ioredis";
import type { CacheStore } from "./cache.ts";

const CONNECT_TIMEOUT_MS = 1_000;
const COMMAND_TIMEOUT_MS = 250;
const MAX_PAUSE_MS = 2_000;

/** One script, so that no counter can be left without its end whatever happens to the process. */
const INCREMENT = `
local count = redis.call('INCR', KEYS[1])
if redis.call('PTTL', KEYS[1]) < 0 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
return count`;

/** Keeps entries in Redis, and connects again by itself; until then every request fails at once. */
export function createRedisStore(url: string, onError: (error: Error) => void): CacheStore {
  const redis = new Redis(url, {
    connectTimeout: CONNECT_TIMEOUT_MS,
    commandTimeout: COMMAND_TIMEOUT_MS,
    // What waits for a connection would be answered too late to be of use.
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    retryStrategy: (attempt) => Math.min(attempt * 100, MAX_PAUSE_MS),
  });
  redis.on("error", onError);
  return {
    read: async (name) => (await redis.get(name)) ?? undefined,
    async write(name, text, ttlSeconds) {
      await redis.set(name, text, "EX", ttlSeconds);
    },
    async remove(name) {
      await redis.del(name);
    },
    increment: async (name, ttlSeconds) =>
      Number(await redis.eval(INCREMENT, 1, name, ttlSeconds * 1_000)),
    async close() {
      redis.disconnect();
    },
  };
}
