/** How long each kind of value may stand in for the real one, seconds (req 1.51, 5.34 to 5.37). */
export const CACHE_TTL_SECONDS = {
  user: 5 * 60,
  offer: 2 * 60,
  market: 6 * 3_600,
  config: 3_600,
  reading: 24 * 3_600,
} as const;

export type CacheKind = keyof typeof CACHE_TTL_SECONDS;

/** Raised when the form of values changes, so that no process reads those of another version. */
const FORMAT_VERSION = 1;

const MAX_NAME_LENGTH = 512;

/** Where a value is kept, and for how long. */
export type CacheKey = { name: string; ttlSeconds: number };

/**
 * The only place that makes keys. Parts are escaped, so that no id can pose as two of them.
 *
 * @throws when the parts are longer than any id of ours
 */
export function cacheKey(
  kind: CacheKind,
  ...parts: readonly (string | number | bigint)[]
): CacheKey {
  const escaped = parts.map((part) => encodeURIComponent(String(part)));
  const name = ["valyra", `v${FORMAT_VERSION}`, kind, ...escaped].join(":");
  if (name.length > MAX_NAME_LENGTH) throw new Error(`the cache key of a ${kind} is too long`);
  return { name, ttlSeconds: CACHE_TTL_SECONDS[kind] };
}
