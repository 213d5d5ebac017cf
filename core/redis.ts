import { Redis } from "ioredis";

const CONNECT_TIMEOUT_MS = 1_000;
const COMMAND_TIMEOUT_MS = 250;
const MAX_PAUSE_MS = 2_000;

/**
 * Opens a connection to Redis that connects again by itself; until then every command fails at once.
 *
 * @param onError told of every lost or refused connection
 */
export function openRedis(url: string, onError: (error: Error) => void): Redis {
  const redis = new Redis(url, {
    connectTimeout: CONNECT_TIMEOUT_MS,
    commandTimeout: COMMAND_TIMEOUT_MS,
    // What waits for a connection would be answered too late to be of use.
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    retryStrategy: (attempt) => Math.min(attempt * 100, MAX_PAUSE_MS),
  });
  redis.on("error", onError);
  return redis;
}
