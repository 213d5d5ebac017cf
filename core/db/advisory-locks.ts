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
} as const;
