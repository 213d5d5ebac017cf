import type { ErrorCode } from "../../core/errors.ts";

const OF_SNAPSHOTS = [
  "NOT_YET_INDEXED",
  "INDEX_BEHIND",
  "NOT_PUBLISHED",
  "DATABASE_UNAVAILABLE",
  "QUERY_TIMEOUT",
] as const satisfies ErrorCode[];

/** What every read of the index may answer instead. */
export const OF_READS = ["INVALID_REQUEST", ...OF_SNAPSHOTS] as const satisfies ErrorCode[];

/** The same of one that names what it reads by a public id. */
export const OF_READS_BY_ID = [
  "INVALID_REQUEST",
  "INVALID_ID",
  "AMBIGUOUS_ID",
  ...OF_SNAPSHOTS,
] as const satisfies ErrorCode[];
