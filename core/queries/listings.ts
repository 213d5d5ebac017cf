import type { ChainKey } from "../../src/protocol/ids.ts";
import type { Availability, ListingState } from "../../src/protocol/states.ts";
import type { IndexedDb } from "../db/indexed.ts";
import { type PageRequest, readPage, type Sort } from "../db/keyset.ts";

/** Ways to sort listings; each has an index in `ponder.schema.ts`. */
export const LISTING_SORTS = {
  newest: { columns: ["createdAt", "contract", "listingId"], order: "desc" },
  oldest: { columns: ["createdAt", "contract", "listingId"], order: "asc" },
  price_asc: { columns: ["askingPriceUnits", "contract", "listingId"], order: "asc" },
  price_desc: { columns: ["askingPriceUnits", "contract", "listingId"], order: "desc" },
  updated: { columns: ["updatedAt", "contract", "listingId"], order: "desc" },
} as const satisfies Record<string, Sort>;
export type ListingSort = keyof typeof LISTING_SORTS;

/** The words for them. */
export const LISTING_SORT_NAMES = Object.keys(LISTING_SORTS) as [ListingSort, ...ListingSort[]];

export type ListingFilter = {
  state?: ListingState | undefined;
  availability?: Availability | undefined;
  seller?: `0x${string}` | undefined;
  marketplace?: `0x${string}` | undefined;
  minPriceUnits?: bigint | undefined;
  maxPriceUnits?: bigint | undefined;
};

/** A listing with its payment token; token columns are null while the token is not indexed. */
export type ListingRow = Awaited<ReturnType<typeof findListing>> & object;

/** One listing, or undefined. */
export function findListing(db: IndexedDb, key: ChainKey) {
  return selectListings(db)
    .where("listing.chainId", "=", key.chainId)
    .where("listing.contract", "=", key.contract)
    .where("listing.listingId", "=", key.number)
    .executeTakeFirst();
}

/** One page of the listings that pass the filter. */
export function findListingPage(
  db: IndexedDb,
  filter: ListingFilter,
  sort: ListingSort,
  request: PageRequest,
) {
  let query = selectListings(db);
  if (filter.state) query = query.where("listing.state", "=", filter.state);
  if (filter.availability) query = query.where("listing.availability", "=", filter.availability);
  if (filter.seller) query = query.where("listing.seller", "=", filter.seller);
  if (filter.marketplace) query = query.where("listing.contract", "=", filter.marketplace);
  if (filter.minPriceUnits !== undefined) {
    query = query.where("listing.askingPriceUnits", ">=", filter.minPriceUnits);
  }
  if (filter.maxPriceUnits !== undefined) {
    query = query.where("listing.askingPriceUnits", "<=", filter.maxPriceUnits);
  }
  return readPage(query, "listing", LISTING_SORTS[sort], request);
}

/** The latest prices of a listing, the newest first. */
export function findPriceChanges(db: IndexedDb, key: ChainKey, limit: number) {
  return db
    .selectFrom("priceChange")
    .select(["previousPriceUnits", "priceUnits", "changedAt", "blockNumber", "logIndex", "txHash"])
    .where("chainId", "=", key.chainId)
    .where("contract", "=", key.contract)
    .where("listingId", "=", key.number)
    .orderBy("blockNumber", "desc")
    .orderBy("logIndex", "desc")
    .limit(limit)
    .execute();
}

/** One price in the history of a listing. */
export type PriceChangeRow = Awaited<ReturnType<typeof findPriceChanges>>[number];

function selectListings(db: IndexedDb) {
  return db
    .selectFrom("listing")
    .leftJoin("token", (join) =>
      join
        .onRef("token.chainId", "=", "listing.chainId")
        .onRef("token.address", "=", "listing.token"),
    )
    .select([
      "listing.chainId",
      "listing.contract",
      "listing.listingId",
      "listing.seller",
      "listing.title",
      "listing.metadataUri",
      "listing.askingPriceUnits",
      "listing.token",
      "token.symbol as tokenSymbol",
      "token.decimals as tokenDecimals",
      "listing.declaredVerification",
      "listing.state",
      "listing.availability",
      "listing.buildId",
      "listing.isBuildIdVerified",
      "listing.ipAssignmentHash",
      "listing.ipSignedAt",
      "listing.pauseReason",
      "listing.pausedAt",
      "listing.cancelledAt",
      "listing.escrowCount",
      "listing.activeOfferCount",
      "listing.highestOfferUnits",
      "listing.priceChangeCount",
      "listing.createdAt",
      "listing.createdBlock",
      "listing.createdLogIndex",
      "listing.createdTxHash",
      "listing.updatedAt",
      "listing.updatedBlock",
    ]);
}
