import type { Snapshot } from "../db/consistent-read.ts";

/**
 * The newest block with an event of ours when a walk over a list began. Blocks without one cannot
 * have changed any row.
 */
export type Anchor = { blockNumber: bigint; blockHash: `0x${string}` };

/** The anchor of a walk that begins now: the last entry of a primary key. */
export async function findAnchor(snapshot: Snapshot): Promise<Anchor | null> {
  const { indexed, position, remember } = snapshot;
  return remember("newest anchor", async () => {
    const row = await indexed
      .selectFrom("activity")
      .select(["blockNumber", "blockHash"])
      .where("chainId", "=", position.chainId)
      .orderBy("blockNumber", "desc")
      .orderBy("logIndex", "desc")
      .limit(1)
      .executeTakeFirst();
    return row ?? null;
  });
}

/** Whether the chain has left the block of an anchor since. */
export async function isOrphaned(
  { indexed, position, remember }: Snapshot,
  { blockNumber, blockHash }: Anchor,
): Promise<boolean> {
  return remember(`orphaned ${blockNumber} ${blockHash}`, async () => {
    const row = await indexed
      .selectFrom("activity")
      .select("logIndex")
      .where("chainId", "=", position.chainId)
      .where("blockNumber", "=", blockNumber)
      .where("blockHash", "=", blockHash)
      .limit(1)
      .executeTakeFirst();
    return row === undefined;
  });
}
