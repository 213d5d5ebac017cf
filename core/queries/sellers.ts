import type { Snapshot } from "../db/consistent-read.ts";
import type { KeyColumn } from "../db/keyset.ts";
import { defineSource, type SourceRow } from "../db/source.ts";
import { HEARD_BY_LINK } from "../sellers/sign-of-life.ts";

const BY_ID = [
  { name: "contract", type: "address" },
  { name: "seller", type: "address" },
] as const satisfies KeyColumn[];
const BY_TIME = [{ name: "firstSeenAt", type: "int8" }, ...BY_ID] as const;

export type SellerFilter = {
  account?: `0x${string}` | undefined;
  marketplace?: `0x${string}` | undefined;
  isActive?: boolean | undefined;
  isPaused?: boolean | undefined;
  isGenesis?: boolean | undefined;
  hasStake?: boolean | undefined;
  /** Unix seconds. */
  heartbeatBefore?: bigint | undefined;
};

/** Sellers, one row for each marketplace and account; each sort has an index. */
export const SELLERS = defineSource({
  table: "seller",
  select: selectSellers,
  key: [{ name: "chainId", type: "int4" }, ...BY_ID],
  changedBlock: "updatedBlock",
  sorts: {
    newest: { columns: BY_TIME, order: "desc" },
    oldest: { columns: BY_TIME, order: "asc" },
    heartbeat: { columns: [{ name: "lastHeartbeatAt", type: "uint256" }, ...BY_ID], order: "asc" },
    sales: { columns: [{ name: "completedSaleCount", type: "int4" }, ...BY_ID], order: "desc" },
    listings: { columns: [{ name: "listingCount", type: "int4" }, ...BY_ID], order: "desc" },
  },
  where: (all, filter: SellerFilter) => {
    let query = all;
    const { isActive, isPaused, isGenesis, hasStake } = filter;
    if (filter.account) query = query.where("seller.seller", "=", filter.account);
    if (filter.marketplace) query = query.where("seller.contract", "=", filter.marketplace);
    if (isActive !== undefined) query = query.where("seller.isActive", "=", isActive);
    if (isPaused !== undefined) query = query.where("seller.isPaused", "=", isPaused);
    if (isGenesis !== undefined) query = query.where("seller.isGenesis", "=", isGenesis);
    // A seller who never staked has no row in the other table.
    if (hasStake !== undefined) {
      query = query.where(({ eb, fn, val }) =>
        eb(fn.coalesce("stake.stakeUnits", val(0n)), hasStake ? ">" : "=", 0n),
      );
    }
    if (filter.heartbeatBefore !== undefined) {
      query = query.where("seller.lastHeartbeatAt", "<", filter.heartbeatBefore);
    }
    return query;
  },
});

/** A seller as one marketplace sees the account, with the stake; null columns for no stake. */
export type SellerRow = SourceRow<typeof SELLERS>;

function selectSellers({ indexed }: Pick<Snapshot, "indexed">) {
  return indexed
    .selectFrom("seller")
    .leftJoin("sellerStake as stake", (join) =>
      join
        .onRef("stake.chainId", "=", "seller.chainId")
        .onRef("stake.contract", "=", "seller.contract")
        .onRef("stake.seller", "=", "seller.seller"),
    )
    .leftJoin("contract as home", (join) =>
      join
        .onRef("home.chainId", "=", "seller.chainId")
        .onRef("home.address", "=", "seller.contract"),
    )
    .leftJoin("token", (join) =>
      join.onRef("token.chainId", "=", "seller.chainId").onRef("token.address", "=", "home.token"),
    )
    .select([
      "seller.chainId",
      "seller.contract",
      "seller.seller",
      "seller.isActive",
      "seller.isPaused",
      "seller.declaredVerification",
      "seller.isGenesis",
      "seller.genesisNumber",
      "seller.activeListingCount",
      "seller.listingCount",
      "seller.completedSaleCount",
      "seller.disputedSaleCount",
      "seller.lastHeartbeatAt",
      "seller.emergencyWithdrawAt",
      "seller.firstSeenAt",
      "seller.updatedBlock",
      "stake.stakeUnits",
      "stake.stakedAt",
      "stake.isActive as isStakeActive",
      "stake.slashCount",
      "stake.slashedUnits",
      "stake.forfeitedUnits",
      "stake.updatedBlock as stakeUpdatedBlock",
      "home.token",
      "token.symbol as tokenSymbol",
      "token.decimals as tokenDecimals",
    ])
    .select(HEARD_BY_LINK.as("heardByLinkAt"));
}
