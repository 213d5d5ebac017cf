import type { AppDb } from "../db/app.ts";
import type { IndexedDb } from "../db/indexed.ts";

/** Whether any row of the index stems from a transaction. */
export async function isTransactionIndexed(db: IndexedDb, txHash: `0x${string}`): Promise<boolean> {
  const row = await db
    .selectFrom("activity")
    .select("activity.txHash")
    .where("activity.txHash", "=", txHash)
    .unionAll(
      db
        .selectFrom("tokenMovement")
        .select("tokenMovement.txHash")
        .where("tokenMovement.txHash", "=", txHash),
    )
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether the indexer has caught up with the chain and follows it. */
export async function isIndexerReady(db: IndexedDb): Promise<boolean> {
  const row = await db
    .selectFrom("_ponder_meta")
    .select("value")
    .where("key", "=", "app")
    .executeTakeFirst();
  return row?.value.is_ready === 1;
}

/** The publication that the views belong to. */
export function findCurrentRelease(db: AppDb) {
  return db
    .selectFrom("release")
    .select(["id", "schemaName", "buildId", "publishedAt"])
    .where("isCurrent", "=", true)
    .executeTakeFirst();
}

/** How many logs of our contracts nobody has decided about yet. */
export async function countUndecidedLogs(db: AppDb, chainId: number): Promise<bigint> {
  const { count } = await db
    .selectFrom("unknownLog")
    .select((eb) => eb.fn.countAll<bigint>().as("count"))
    .where("chainId", "=", chainId)
    .where("decidedAt", "is", null)
    .executeTakeFirstOrThrow();
  return count;
}
