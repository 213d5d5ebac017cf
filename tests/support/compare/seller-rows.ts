import type { Expected } from "../../../guard/audit/state/differences.ts";
import { expectedSeller, expectedStake } from "../../../guard/audit/state/expected-rows.ts";
import { LEVEL_WORDS, word } from "../../../guard/audit/state/words.ts";
import { tableDifferences } from "./differences.ts";
import type { MarketView, SellerView } from "./market-view.ts";
import { type Release, type Row, rowsOf } from "./rows.ts";

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
      expected.set(account, withListings(seller, listings.length, rows.get(account)));
    }
    if (stakes.has(account) || seller.stake.stakedAt !== 0n) {
      expectedStakes.set(account, expectedStake(seller));
    }
  }
  return [
    ...tableDifferences("seller", expected, rows),
    ...tableDifferences("seller_stake", expectedStakes, stakes),
  ];
}

function withListings(seller: SellerView, listingCount: number, row: Row | undefined): Expected {
  const hasListed = listingCount > 0;
  return {
    ...expectedSeller(seller),
    declared_verification: hasListed ? word(LEVEL_WORDS, seller.level) : null,
    listing_count: listingCount,
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
