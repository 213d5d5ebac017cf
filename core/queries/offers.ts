import type { ChainKey } from "../../src/protocol/ids.ts";
import type { OfferState } from "../../src/protocol/states.ts";
import type { IndexedDb } from "../db/indexed.ts";
import { type PageRequest, readPage, type Sort } from "../db/keyset.ts";

/** Newest first. */
export const OFFER_SORT = {
  columns: ["createdAt", "contract", "offerId"],
  order: "desc",
} as const satisfies Sort;

export type OfferFilter = {
  listing?: ChainKey | undefined;
  buyer?: `0x${string}` | undefined;
  state?: OfferState | undefined;
};

/** An offer with its token; token columns are null while the token is not indexed. */
export type OfferRow = Awaited<ReturnType<typeof findOffer>> & object;

/** One offer, or undefined. */
export function findOffer(db: IndexedDb, key: ChainKey) {
  return selectOffers(db)
    .where("offer.chainId", "=", key.chainId)
    .where("offer.contract", "=", key.contract)
    .where("offer.offerId", "=", key.number)
    .executeTakeFirst();
}

/** One page of the offers that pass the filter. */
export function findOfferPage(db: IndexedDb, filter: OfferFilter, request: PageRequest) {
  let query = selectOffers(db);
  // An offer finds its listing through the marketplace, never by number alone (trap 18).
  if (filter.listing) {
    query = query
      .where("offer.chainId", "=", filter.listing.chainId)
      .where("offer.marketplace", "=", filter.listing.contract)
      .where("offer.listingId", "=", filter.listing.number);
  }
  if (filter.buyer) query = query.where("offer.buyer", "=", filter.buyer);
  if (filter.state) query = query.where("offer.state", "=", filter.state);
  return readPage(query, "offer", OFFER_SORT, request);
}

function selectOffers(db: IndexedDb) {
  return db
    .selectFrom("offer")
    .leftJoin("token", (join) =>
      join.onRef("token.chainId", "=", "offer.chainId").onRef("token.address", "=", "offer.token"),
    )
    .select([
      "offer.chainId",
      "offer.contract",
      "offer.offerId",
      "offer.marketplace",
      "offer.listingId",
      "offer.buyer",
      "offer.token",
      "token.symbol as tokenSymbol",
      "token.decimals as tokenDecimals",
      "offer.priceUnits",
      "offer.depositUnits",
      "offer.state",
      "offer.expiresAt",
      "offer.escrowId",
      "offer.endedBy",
      "offer.isEndedByExpiry",
      "offer.isEjected",
      "offer.createdAt",
      "offer.createdBlock",
      "offer.createdLogIndex",
      "offer.createdTxHash",
      "offer.endedAt",
      "offer.updatedAt",
      "offer.updatedBlock",
    ]);
}
