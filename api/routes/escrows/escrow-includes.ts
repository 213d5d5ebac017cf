import { z } from "@hono/zod-openapi";
import { keyText } from "../../../core/db/keys.ts";
import {
  escrowKey,
  findDisputes,
  findHolds,
  findTransitions,
  OF_ESCROW,
} from "../../../core/queries/escrow-parts.ts";
import type { EscrowRow } from "../../../core/queries/escrows.ts";
import { LISTINGS } from "../../../core/queries/listings.ts";
import { MOVEMENTS } from "../../../core/queries/movements.ts";
import { OFFERS } from "../../../core/queries/offers.ts";
import { include, includeChildren, includeOne } from "../../http/include.ts";
import { Listing, toListing } from "../listings/listing.resource.ts";
import { Offer, toOffer } from "../offers/offer.resource.ts";
import {
  DisputeDetail,
  HoldDetail,
  Transition,
  toDisputeDetail,
  toHoldDetail,
  toTransition,
} from "./escrow-detail.resource.ts";
import { LedgerEntry, toLedgerEntry } from "./ledger.resource.ts";

/** What an escrow can be answered with. */
export const escrowIncludes = {
  listing: includeOne(Listing, {
    source: LISTINGS,
    keyOf: ({ chainId, marketplace, listingId }: EscrowRow) =>
      marketplace === null ? null : [chainId, marketplace, listingId],
    map: toListing,
  }),
  offer: includeOne(Offer, {
    source: OFFERS,
    keyOf: ({ chainId, contract, offerId }: EscrowRow) =>
      offerId === null ? null : [chainId, contract, offerId],
    map: toOffer,
  }),
  timeline: include(
    z.array(Transition).openapi({ description: "Each state it has had, the first one first." }),
    async (snapshot, rows: readonly EscrowRow[]) => {
      const found = await findTransitions(snapshot, rows.map(escrowKey));
      return (row) =>
        (found.get(keyText(escrowKey(row))) ?? []).map((transition) =>
          toTransition(transition, snapshot.position),
        );
    },
  ),
  ledger: includeChildren(LedgerEntry, "IncludedLedger", {
    source: MOVEMENTS,
    columns: OF_ESCROW,
    keyOf: (row: EscrowRow) => escrowKey(row),
    map: toLedgerEntry,
  }),
  dispute: includeOne(DisputeDetail, {
    source: { findByKeys: findDisputes },
    keyOf: (row: EscrowRow) => escrowKey(row),
    map: toDisputeDetail,
  }),
  hold: includeOne(HoldDetail, {
    source: { findByKeys: findHolds },
    keyOf: (row: EscrowRow) => escrowKey(row),
    map: toHoldDetail,
  }),
};
