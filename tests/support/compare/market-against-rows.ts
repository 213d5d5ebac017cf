import { compareContracts } from "./contract-rows.ts";
import { compareEscrows } from "./escrow-rows.ts";
import { compareListings } from "./listing-rows.ts";
import type { MarketView } from "./market-view.ts";
import { compareMoney } from "./money-rows.ts";
import { compareOffers } from "./offer-rows.ts";
import { comparePayouts } from "./payout-rows.ts";
import type { Release } from "./rows.ts";
import { compareSellers } from "./seller-rows.ts";

/**
 * Everything that the contracts of a market say of themselves against everything that the read
 * model says of them, field by field and both ways. Empty when they agree.
 */
export function marketDifferences(view: MarketView, release: Release): string[] {
  return [
    ...compareContracts(view, release),
    ...compareListings(view, release),
    ...compareSellers(view, release),
    ...compareEscrows(view, release),
    ...compareOffers(view, release),
    ...compareMoney(view, release),
    ...comparePayouts(view, release),
  ];
}
