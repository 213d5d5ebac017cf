import { ESCROWS } from "../../../core/queries/escrows.ts";
import { LISTINGS } from "../../../core/queries/listings.ts";
import type { OfferRow } from "../../../core/queries/offers.ts";
import { includeOne } from "../../http/include.ts";
import { Escrow, toEscrow } from "../escrows/escrow.resource.ts";
import { Listing, toListing } from "../listings/listing.resource.ts";

/** What an offer can be answered with. */
export const offerIncludes = {
  listing: includeOne(Listing, {
    source: LISTINGS,
    keyOf: ({ chainId, marketplace, listingId }: OfferRow) =>
      marketplace === null ? null : [chainId, marketplace, listingId],
    map: toListing,
  }),
  escrow: includeOne(Escrow, {
    source: ESCROWS,
    keyOf: ({ chainId, contract, escrowId }: OfferRow) =>
      escrowId === null ? null : [chainId, contract, escrowId],
    map: toEscrow,
  }),
};
