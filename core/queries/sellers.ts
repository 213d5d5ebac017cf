import type { Snapshot } from "../db/consistent-read.ts";
import { isAmong, type Key, keyText } from "../db/keys.ts";
import type { KeyColumn } from "../db/keyset.ts";

const KEY = [
  { name: "chainId", type: "int4" },
  { name: "contract", type: "address" },
  { name: "seller", type: "address" },
] as const satisfies KeyColumn[];

/** Sellers by marketplace and account, as `keyText` names them. */
export async function findSellers(
  { indexed }: Snapshot,
  keys: readonly Key[],
): Promise<Map<string, SellerRow>> {
  if (keys.length === 0) return new Map();
  const rows = await selectSellers(indexed, keys).execute();
  return new Map(rows.map((row) => [keyText([row.chainId, row.contract, row.seller]), row]));
}

function selectSellers(indexed: Snapshot["indexed"], keys: readonly Key[]) {
  return indexed
    .selectFrom("seller")
    .select(["chainId", "contract", "seller", "isActive", "isPaused", "declaredVerification"])
    .select(["isGenesis", "listingCount", "completedSaleCount", "disputedSaleCount"])
    .select(["lastHeartbeatAt", "firstSeenAt", "updatedBlock"])
    .where(isAmong("seller", KEY, keys));
}

/** A seller as one marketplace sees the account. */
export type SellerRow = Awaited<ReturnType<ReturnType<typeof selectSellers>["execute"]>>[number];
