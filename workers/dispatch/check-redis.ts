import { openRedis } from "../../core/redis.ts";

/** A Redis that would lose or forget jobs, and what to do about it. */
export class UnsafeRedisError extends Error {
  override name = "UnsafeRedisError";
}

/**
 * Refuses a Redis that may drop what it has accepted (checks M15, M16 and WK-5): one that evicts keys
 * when it is full, or that keeps nothing on disk. One that cannot be reached is not refused: the jobs
 * are in Postgres, and it is asked again when it is back.
 *
 * @throws UnsafeRedisError
 */
export async function checkRedis(url: string): Promise<"safe" | "out of reach"> {
  const redis = openRedis(url, () => undefined);
  try {
    await new Promise<void>((resolve, reject) => {
      if (redis.status === "ready") return resolve();
      redis.once("ready", resolve);
      redis.once("error", reject);
    });
    const info = `${await redis.info("memory")}\n${await redis.info("persistence")}`;
    const settingOf = (name: string) => new RegExp(`^${name}:(.*?)\\r?$`, "m").exec(info)?.[1];
    const policy = settingOf("maxmemory_policy");
    if (policy !== "noeviction") {
      throw new UnsafeRedisError(
        `REDIS_URL names a Redis that evicts keys (maxmemory-policy ${policy}), which would lose jobs; set maxmemory-policy noeviction`,
      );
    }
    if (settingOf("aof_enabled") !== "1") {
      throw new UnsafeRedisError(
        "REDIS_URL names a Redis that does not write what it accepts to disk, which would lose jobs; set appendonly yes",
      );
    }
    return "safe";
  } catch (error) {
    if (error instanceof UnsafeRedisError) throw error;
    return "out of reach";
  } finally {
    redis.disconnect();
  }
}
