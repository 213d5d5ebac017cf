import { tableDifferences } from "./differences.ts";
import type { MarketView } from "./market-view.ts";
import { type Release, rowsOf } from "./rows.ts";

/** The contracts' own settings and counters. */
export function compareContracts(view: MarketView, release: Release): string[] {
  const { marketplace, escrow } = view.market;
  return [
    ...tableDifferences(
      "contract",
      new Map([
        [
          marketplace.address as string,
          {
            kind: "marketplace",
            generation: marketplace.generation,
            implementation: marketplace.implementation,
            owner: view.marketplace.owner,
            is_paused: view.marketplace.isPaused,
            token: view.marketplace.token,
            agent: view.marketplace.agent,
            listing_count: view.listings.length,
          },
        ],
      ]),
      rowsOf(release, "contract", marketplace.address, "address"),
    ),
    ...tableDifferences(
      "contract",
      new Map([
        [
          escrow.address as string,
          {
            kind: "escrow",
            generation: escrow.generation,
            implementation: escrow.implementation,
            owner: view.escrow.owner,
            is_paused: view.escrow.isPaused,
            token: view.escrow.token,
            treasury: view.escrow.treasury,
            marketplace: view.escrow.marketplace,
            safety_wallet: view.escrow.safetyWallet,
            transition_period_seconds: view.escrow.transitionPeriod,
            emergency_activated_at: view.escrow.isEmergency
              ? view.escrow.emergencyActivatedAt
              : null,
            escrow_count: view.escrows.length,
            offer_count: view.offers.length,
          },
        ],
      ]),
      rowsOf(release, "contract", escrow.address, "address"),
    ),
  ];
}
