import { type Expected, tableDifferences } from "./differences.ts";
import type { MarketView, SellerView } from "./market-view.ts";
import { type Release, type Row, rowsOf } from "./rows.ts";
import { LEVEL_WORDS, word } from "./words.ts";

/** Sellers and their stakes, for every account that the marketplace has anything to say about. */
export function compareSellers(view: MarketView, release: Release): string[] {
  const { address } = view.market.marketplace;
  const rows = rowsOf(release, "seller", address, "seller");
  const stakes = rowsOf(release, "seller_stake", address, "seller");
  const expected = new Map<string, Expected>();
  const expectedStakes = new Map<string, Expected>();
  for (const [account, seller] of view.sellers) {
    const listings = view.listings.filter((it) => it.seller.toLowerCase() === account);
    if (rows.has(account) || isKnown(seller)) {
      expected.set(account, expectedSeller(seller, listings.length, rows.get(account)));
    }
    if (stakes.has(account) || seller.stake.stakedAt !== 0n) {
      expectedStakes.set(account, {
        stake_units: seller.stake.stakeAmount,
        staked_at: seller.stake.stakedAt,
        is_active: seller.stake.isActive,
        slash_count: seller.stake.slashCount,
      });
    }
  }
  return [
    ...tableDifferences("seller", expected, rows),
    ...tableDifferences("seller_stake", expectedStakes, stakes),
  ];
}

function expectedSeller(seller: SellerView, listingCount: number, row: Row | undefined): Expected {
  const hasListed = listingCount > 0;
  return {
    last_heartbeat_at: seller.activity.lastHeartbeat,
    is_active: seller.activity.isActive,
    is_paused: seller.activity.isPaused,
    declared_verification: hasListed ? word(LEVEL_WORDS, seller.level) : null,
    active_listing_count: seller.activeListings,
    listing_count: listingCount,
    is_genesis: seller.isGenesis,
    emergency_withdraw_at: seller.emergencyWithdrawAt === 0n ? null : seller.emergencyWithdrawAt,
    ...(row === undefined ? {} : { seller: String(row.seller) }),
  };
}

/** Whether the contract has any record of the account as a seller. */
function isKnown({
  activity,
  activeListings,
  isGenesis,
  emergencyWithdrawAt,
}: SellerView): boolean {
  return (
    activity.lastHeartbeat !== 0n ||
    activity.isPaused ||
    activeListings !== 0n ||
    isGenesis ||
    emergencyWithdrawAt !== 0n
  );
}
