import type { IndexedDb } from "../db/indexed.ts";

/** Every contract that has had an event, with its settings as of the last one. */
export function findContracts(db: IndexedDb, chainId: number) {
  return db
    .selectFrom("contract")
    .select(["address", "generation", "implementation", "owner", "isPaused"])
    .select(["emergencyActivatedAt", "token", "marketplace", "updatedBlock"])
    .where("chainId", "=", chainId)
    .orderBy("address")
    .execute();
}

/** A contract as the index knows it. */
export type ContractRow = Awaited<ReturnType<typeof findContracts>>[number];
