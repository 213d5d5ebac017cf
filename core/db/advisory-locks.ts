/**
 * Keys of every advisory lock, in one place so that no two are the same: a journal with the key of
 * the publication would keep any release from being published for as long as it runs.
 */
export const ADVISORY_LOCKS = {
  /** Migrations run one after the other. */
  migration: 7_266_914_310_442n,
  /** Two publications at once would only undo each other. */
  publication: 7_266_914_310_443n,
  /** One journal process writes, the others stand by. */
  journalLeader: 7_266_914_310_444n,
  /** Outcomes of escrows are written down one after the other, so that each knows those before it. */
  outcomes: 7_266_914_310_445n,
} as const;

/**
 * First halves of keys in two parts, which Postgres keeps apart from the keys above. The second half
 * is the hash of a release's schema for `writer`, the token of a supervisor for `fence`, and the hash
 * of a chain's id for `cache`.
 */
export const ADVISORY_LOCK_CLASSES = {
  /** One supervisor at a time runs the indexer of a release. */
  writer: 726_691_431,
  /** Held as long as the supervisor that gave this token to its indexer. */
  fence: 726_691_432,
  /** Shared by all whose indexers use what was fetched of a chain; alone for who has it forgotten. */
  cache: 726_691_433,
} as const;
