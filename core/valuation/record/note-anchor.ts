import type { Hex, PublicClient } from "viem";
import type { Statements } from "../../jobs/add-job.ts";
import { findDay } from "./read-record.ts";
import { anchorData } from "./seal-days.ts";

/** What of a node is asked. */
export type AnchorNode = Pick<
  PublicClient,
  "getTransaction" | "getTransactionReceipt" | "getBlock"
>;

/**
 * Writes down that a transaction carries the root of a day. It must hold exactly the call data of that
 * root, have succeeded, and be in a final block; the first such transaction stays.
 *
 * @returns the block of the transaction
 * @throws Error with what is wrong with the day or the transaction
 */
export async function noteAnchor(
  db: Statements,
  node: AnchorNode,
  { day, hash }: { day: string; hash: Hex },
): Promise<bigint> {
  const sealed = await findDay(db, day);
  if (sealed === undefined) throw new Error(`the day ${day} has no root`);
  if (sealed.anchorTxHash !== null) {
    throw new Error(`the root of ${day} was anchored by ${sealed.anchorTxHash}`);
  }
  const { input } = await node.getTransaction({ hash });
  if (input !== anchorData(sealed)) {
    throw new Error(`the transaction does not carry the root of ${day}: ${anchorData(sealed)}`);
  }
  const { status, blockNumber } = await node.getTransactionReceipt({ hash });
  if (status !== "success") throw new Error("the transaction has failed");
  const final = await node.getBlock({ blockTag: "finalized" });
  if (final.number < blockNumber) {
    throw new Error(`block ${blockNumber} of the transaction is not final yet; ask again later`);
  }
  await db.query(
    `UPDATE app.estimate_day SET anchor_state = 'anchored', anchor_tx_hash = $2, anchor_block = $3
     WHERE day = $1::date AND anchor_state = 'ready'`,
    [day, hash.toLowerCase(), blockNumber],
  );
  return blockNumber;
}
