import type { Key } from "../../../core/db/keys.ts";
import type { KeyColumn } from "../../../core/db/keyset.ts";
import type { ListingRow } from "../../../core/queries/listings.ts";

export function listingKey(row: Pick<ListingRow, "chainId" | "contract" | "listingId">): Key {
  return [row.chainId, row.contract, row.listingId];
}

/** Columns that name a listing in tables of its own contract. */
export const OF_LISTING = [
  { name: "chainId", type: "int4" },
  { name: "contract", type: "address" },
  { name: "listingId", type: "uint256" },
] as const satisfies KeyColumn[];

/** Columns that name a listing in tables of other contracts (trap 18). */
export const ON_LISTING = [
  { name: "chainId", type: "int4" },
  { name: "marketplace", type: "address" },
  { name: "listingId", type: "uint256" },
] as const satisfies KeyColumn[];
