import { type Expected, tableDifferences } from "./differences.ts";
import type { MarketView } from "./market-view.ts";
import { type Release, rowsOf } from "./rows.ts";
import { lower, OFFER_WORDS, word } from "./words.ts";

/** Offers; how one ended beyond its state is checked against the activity by the traps. */
export function compareOffers(view: MarketView, release: Release): string[] {
  const rows = rowsOf(release, "offer", view.market.escrow.address, "offer_id");
  const expected = new Map(
    view.offers.map((offer): [string, Expected] => {
      const state = word(OFFER_WORDS, offer.state);
      const row = rows.get(String(offer.id));
      return [
        String(offer.id),
        {
          marketplace: view.escrow.marketplace,
          listing_id: offer.listingId,
          buyer: lower(offer.buyer),
          token: view.escrow.token,
          price_units: offer.offerPrice,
          deposit_units: offer.depositAmount,
          state,
          created_at: offer.timestamp,
          expires_at: offer.expiresAt ?? null,
          escrow_id: offer.escrowId === 0n ? null : offer.escrowId,
          // An offer that has ended says when and by whom, an active one does not.
          ...(state === "active" ? { ended_at: null, ended_by: null } : {}),
          ...(state !== "active" && row?.ended_at === null ? { ended_at: "some time" } : {}),
        },
      ];
    }),
  );
  return tableDifferences("offer", expected, rows);
}
