/** How long the database may work for one answer, milliseconds; beyond it is a 503. */
const READ_LIMITS_MS = {
  /** A row by its id: the keys of a few tables. */
  single: 2_000,
  /** A page of a list, along one index. */
  page: 5_000,
  /** Numbers over everything that has happened. */
  statistics: 8_000,
} as const;

const STATISTICS = /^\/v1\/(stats|solvency)(\/|$)/;

/** A path that ends in an id, without a list below it. */
const SINGLE = /^\/v1\/[a-z-]+\/:\w+$/;

/** How a route may read, by its pattern. */
export function readLimits(route: string): { timeLimitMs: number; isLong: boolean } {
  const isLong = STATISTICS.test(route);
  if (isLong) return { timeLimitMs: READ_LIMITS_MS.statistics, isLong };
  const isSingle = SINGLE.test(route);
  return { timeLimitMs: isSingle ? READ_LIMITS_MS.single : READ_LIMITS_MS.page, isLong };
}
