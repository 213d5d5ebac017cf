import type { ChainKey } from "../../src/protocol/ids.ts";
import type { OfferState } from "../../src/protocol/states.ts";
import type { Snapshot } from "../db/consistent-read.ts";
import type { KeyColumn } from "../db/keyset.ts";
import { defineSource, type SourceRow } from "../db/source.ts";

const BY_ID = [
  { name: "contract", type: "address" },
  { name: "offerId", type: "uint256" },
] as const satisfies KeyColumn[];
const BY_TIME = [{ name: "createdAt", type: "int8" }, ...BY_ID] as const;
const BY_PRICE = [{ name: "priceUnits", type: "uint256" }, ...BY_ID] as const;

export type OfferFilter = {
  listing?: ChainKey | undefined;
  buyer?: `0x${string}` | undefined;
  /** Seller of the listing. */
  seller?: `0x${string}` | undefined;
  state?: readonly OfferState[] | undefined;
  minPriceUnits?: bigint | undefined;
  maxPriceUnits?: bigint | undefined;
  /** Unix seconds. */
  expiresBefore?: bigint | undefined;
};

/** Offers; each sort and each filter has an index in `ponder.schema.ts`. */
export const OFFERS = defineSource({
  table: "offer",
  select: selectOffers,
  key: [{ name: "chainId", type: "int4" }, ...BY_ID],
  changedBlock: "updatedBlock",
  sorts: {
    newest: { columns: BY_TIME, order: "desc" },
    oldest: { columns: BY_TIME, order: "asc" },
    price_asc: { columns: BY_PRICE, order: "asc" },
    price_desc: { columns: BY_PRICE, order: "desc" },
    expiring: {
      columns: [{ name: "expiresAt", type: "uint256" }, ...BY_ID],
      order: "asc",
      hasNulls: true,
    },
    updated: { columns: [{ name: "updatedAt", type: "int8" }, ...BY_ID], order: "desc" },
  },
  where: (all, filter: OfferFilter) => {
    let query = all;
    const { seller } = filter;
    // An offer finds its listing through the marketplace, never by number alone (trap 18).
    if (filter.listing) {
      query = query
        .where("offer.chainId", "=", filter.listing.chainId)
        .where("offer.marketplace", "=", filter.listing.contract)
        .where("offer.listingId", "=", filter.listing.number);
    }
    if (seller) {
      query = query.where(({ exists, selectFrom }) =>
        exists(
          selectFrom("listing")
            .select("listing.listingId")
            .whereRef("listing.chainId", "=", "offer.chainId")
            .whereRef("listing.contract", "=", "offer.marketplace")
            .whereRef("listing.listingId", "=", "offer.listingId")
            .where("listing.seller", "=", seller),
        ),
      );
    }
    if (filter.buyer) query = query.where("offer.buyer", "=", filter.buyer);
    if (filter.state) query = query.where("offer.state", "in", filter.state);
    if (filter.minPriceUnits !== undefined) {
      query = query.where("offer.priceUnits", ">=", filter.minPriceUnits);
    }
    if (filter.maxPriceUnits !== undefined) {
      query = query.where("offer.priceUnits", "<=", filter.maxPriceUnits);
    }
    if (filter.expiresBefore !== undefined) {
      query = query.where("offer.expiresAt", "<", filter.expiresBefore);
    }
    return query;
  },
});

/** An offer with its token; token columns are null while the token is not indexed. */
export type OfferRow = SourceRow<typeof OFFERS>;

function selectOffers({ indexed }: Pick<Snapshot, "indexed">) {
  return indexed
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
