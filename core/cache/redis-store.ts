import { openRedis } from "../redis.ts";
import type { CacheStore } from "./cache.ts";

/** One script, so that no counter can be left without its end whatever happens to the process. */
const INCREMENT = `
local count = redis.call('INCR', KEYS[1])
if redis.call('PTTL', KEYS[1]) < 0 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
return count`;

/** Keeps entries in Redis. */
export function createRedisStore(url: string, onError: (error: Error) => void): CacheStore {
  const redis = openRedis(url, onError);
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
