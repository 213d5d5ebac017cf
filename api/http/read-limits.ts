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

/** The limit of a route, by its pattern. */
export function readLimitMs(route: string): number {
  if (STATISTICS.test(route)) return READ_LIMITS_MS.statistics;
  return SINGLE.test(route) ? READ_LIMITS_MS.single : READ_LIMITS_MS.page;
}
