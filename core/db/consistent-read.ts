import { type Kysely, sql } from "kysely";
import { type AppDb, appDb } from "./app.ts";
import { type IndexedDb, indexedDb } from "./indexed.ts";
import { type MarkedPosition, type Position, readPosition } from "./position.ts";

export { type ChainHeads, finalRows, type Position } from "./position.ts";

/** One unchanging state of the database. */
export type Snapshot = {
  indexed: IndexedDb;
  app: AppDb;
  position: Position;
  /** By which the database names this state; another state has another mark. */
  mark: string;
  /** What was worked out before for this very position, or is worked out now and kept. */
  remember<Value>(key: string, find: () => Promise<Value>): Promise<Value>;
};

/** For each sort and each hash of a statement; Postgres gives 4 MB and goes to disk with the rest. */
const LONG_READ_MEMORY = "32MB";

/**
 * Runs reads that belong together on one snapshot of the database, which says where it stands. The
 * first statement takes a lock on the published views: a release waits until the reads are done,
 * and nobody sees half of one.
 *
 * @param onPosition told where the snapshot stands
 * @param isLong whether much is sorted and joined, which then gets more memory
 * @throws DomainError NOT_PUBLISHED while there is no release to read
 */
export function consistentRead<Answer>(
  db: Kysely<unknown>,
  work: (snapshot: Snapshot) => Promise<Answer>,
  onPosition: (marked: MarkedPosition) => void = () => undefined,
  isLong = false,
): Promise<Answer> {
  return db
    .transaction()
    .setIsolationLevel("repeatable read")
    .setAccessMode("read only")
    .execute(async (transaction) => {
      if (isLong) await sql`SET LOCAL work_mem = ${sql.lit(LONG_READ_MEMORY)}`.execute(transaction);
      const marked = await readPosition(transaction);
      onPosition(marked);
      return work({
        indexed: indexedDb(transaction),
        app: appDb(transaction),
        ...marked,
        remember: (_key, find) => find(),
      });
    });
}
