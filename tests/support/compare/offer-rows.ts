import type { Expected } from "../../../guard/audit/state/differences.ts";
import { expectedOffer } from "../../../guard/audit/state/expected-rows.ts";
import { tableDifferences } from "./differences.ts";
import type { MarketView } from "./market-view.ts";
import { type Release, rowsOf } from "./rows.ts";

/** Offers; how one ended beyond its state is checked against the activity by the traps. */
export function compareOffers(view: MarketView, release: Release): string[] {
  const rows = rowsOf(release, "offer", view.market.escrow.address, "offer_id");
  const expected = new Map(
    view.offers.map((offer): [string, Expected] => {
      const wanted = expectedOffer(offer, view.escrow);
      const isEndless = wanted.state !== "active" && rows.get(String(offer.id))?.ended_at === null;
      return [String(offer.id), isEndless ? { ...wanted, ended_at: "some time" } : wanted];
    }),
  );
  return tableDifferences("offer", expected, rows);
}
