import type { Address, Hex } from "viem";
import type { ChainKey } from "../../src/protocol/ids.ts";

/** How long before or after now a statement may say that it was signed, seconds. */
export const STATEMENT_WINDOW_SECONDS = 600;

/** What the seller of a listing signs to publish a document about it (EIP-712). */
export function statementOf(listing: ChainKey, documentHash: Hex, signedAt: bigint) {
  return {
    domain: {
      name: "Valyra",
      version: "1",
      chainId: listing.chainId,
      verifyingContract: listing.contract as Address,
    },
    types: {
      ListingMetadata: [
        { name: "listingId", type: "uint256" },
        { name: "documentHash", type: "bytes32" },
        { name: "signedAt", type: "uint64" },
      ],
    },
    primaryType: "ListingMetadata",
    message: { listingId: listing.number, documentHash, signedAt },
  } as const;
}
