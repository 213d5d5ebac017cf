import type { ChainKey } from "../../src/protocol/ids.ts";
import type { Snapshot } from "../db/consistent-read.ts";

/** Who sells a listing by the index; undefined for a listing that is not there. */
export async function findListingSeller(
  { indexed }: Snapshot,
  { chainId, contract, number }: ChainKey,
): Promise<`0x${string}` | undefined> {
  const row = await indexed
    .selectFrom("listing")
    .select("seller")
    .where("chainId", "=", chainId)
    .where("contract", "=", contract)
    .where("listingId", "=", number)
    .executeTakeFirst();
  return row?.seller;
}
