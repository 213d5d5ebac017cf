import type { IdentityDb } from "../db/app-writes.ts";
import { type KeyRing, rewrap } from "./envelope.ts";
import { PROFILE_TABLE } from "./private-profile.ts";

/** Rows of one transaction: so many wait for each other at most. */
const BATCH = 500;

/**
 * Wraps the keys of all rows by the newest key of the operator, in batches; what was begun and not ended
 * is taken up by the next call. The role that does it cannot read what the keys open (req 5.143).
 *
 * @returns how many rows were changed
 * @throws UnknownKeyError when a row names a key that is not in the ring
 */
export async function rotateKeys(db: IdentityDb, ring: KeyRing, batch = BATCH): Promise<number> {
  const [{ id: newest }] = ring;
  for (let changed = 0; ; ) {
    const done = await db.transaction().execute(async (transaction) => {
      const rows = await transaction
        .selectFrom("accountProfile")
        .select(["accountId", "keyId", "dataKey"])
        .where("keyId", "!=", newest)
        .orderBy("accountId")
        .limit(batch)
        .forUpdate()
        .execute();
      for (const { accountId, ...wrapped } of rows) {
        await transaction
          .updateTable("accountProfile")
          .set(rewrap(ring, wrapped, PROFILE_TABLE, accountId))
          .where("accountId", "=", accountId)
          .execute();
      }
      return rows.length;
    });
    changed += done;
    if (done === 0) return changed;
  }
}
