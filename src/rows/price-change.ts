import type { Context } from "ponder:registry";
import { priceChange } from "ponder:schema";
import type { Stamp } from "./stamp.ts";

/** Appends an asking price in base units; the first one has no price before it. */
export async function recordPrice(
  context: Context,
  listingId: bigint,
  previousPriceUnits: bigint | null,
  priceUnits: bigint,
  at: Stamp,
) {
  await context.db.insert(priceChange).values({
    chainId: at.chainId,
    contract: at.contract,
    listingId,
    blockNumber: at.blockNumber,
    logIndex: at.logIndex,
    previousPriceUnits,
    priceUnits,
    changedAt: at.seconds,
    txHash: at.txHash,
  });
}
