import type { Context } from "ponder:registry";
import { seller } from "ponder:schema";
import { MarketplaceAbi } from "../../abis/index.ts";
import type { EscrowState, VerificationLevel } from "../protocol/states.ts";
import type { ContractRow } from "./contract.ts";
import { updatedRow } from "./existing-row.ts";
import { joinAsStaker } from "./seller-stake.ts";
import { lower, type Stamp } from "./stamp.ts";

type SellerRow = typeof seller.$inferSelect;
type Change = Partial<Omit<SellerRow, "chainId" | "contract" | "seller">>;

/** A new listing is a sign of life and restates the declared level (traps 6 and 7). */
export async function countListing(
  context: Context,
  account: string,
  declaredVerification: VerificationLevel,
  at: Stamp,
) {
  await upsert(context, account, at, (row) => ({
    lastHeartbeatAt: at.seconds,
    isActive: true,
    declaredVerification,
    activeListingCount: row.activeListingCount + 1,
    listingCount: row.listingCount + 1,
  }));
}

/** A listing became active again (+1) or stopped being so (−1); the contract never goes below 0. */
export async function shiftActiveListings(
  context: Context,
  account: string,
  delta: 1 | -1,
  at: Stamp,
) {
  await upsert(context, account, at, (row) => ({
    activeListingCount: Math.max(0, row.activeListingCount + delta),
  }));
}

/** A heartbeat makes a seller active but does not end a pause (trap 10). */
export async function recordHeartbeat(
  context: Context,
  account: string,
  lastHeartbeatAt: bigint,
  at: Stamp,
) {
  await upsert(context, account, at, () => ({ lastHeartbeatAt, isActive: true }));
}

/** Pauses a seller; the account need not have listed anything before (trap 11). */
export async function pauseSeller(context: Context, account: string, at: Stamp) {
  await upsert(context, account, at, () => ({ isActive: false, isPaused: true }));
}

/**
 * A seller joined the genesis programme, by staking or by `joinGenesis`: both emit the same event,
 * and only the contract knows what each has set (domain A.8), so it is asked.
 */
export async function joinGenesis(
  context: Context,
  home: ContractRow,
  account: string,
  genesisNumber: bigint,
  at: Stamp,
) {
  const read = { abi: MarketplaceAbi, address: at.contract, args: [lower(account)] } as const;
  const [isGenesis, stake] = await Promise.all([
    context.client.readContract({ ...read, functionName: "isGenesisSeller" }),
    context.client.readContract({ ...read, functionName: "sellerStakes" }),
  ]);
  const [, stakeUnits, stakedAt, isStakeActive] = stake;
  if (stakedAt === at.seconds && stakeUnits === 0n && isStakeActive) {
    await joinAsStaker(context, home, lower(account), at);
  }
  await upsert(context, account, at, () => ({ isGenesis, genesisNumber }));
}

/** Deactivates and pauses a seller whose stake fell below the minimum by a slash (trap 9). */
export async function suspendSlashedSeller(context: Context, account: string, at: Stamp) {
  await upsert(context, account, at, () => ({ isActive: false, isPaused: true }));
}

/** A repeated request restarts the clock. */
export async function requestEmergencyWithdrawal(
  context: Context,
  account: string,
  emergencyWithdrawAt: bigint,
  at: Stamp,
) {
  await upsert(context, account, at, () => ({ emergencyWithdrawAt }));
}

/** The contract deletes the seller's record; listings stay as they are. */
export async function forgetSeller(context: Context, account: string, at: Stamp) {
  await upsert(context, account, at, () => ({
    lastHeartbeatAt: 0n,
    isActive: false,
    isPaused: false,
    emergencyWithdrawAt: null,
  }));
}

/** Keeps the record of sales: completed ones, and those ever disputed. */
export async function countSale(
  context: Context,
  sale: { marketplace: `0x${string}` | null; seller: `0x${string}` },
  to: EscrowState,
  at: Stamp,
) {
  if (!sale.marketplace || (to !== "completed" && to !== "disputed")) return;
  const key = { chainId: at.chainId, contract: sale.marketplace, seller: sale.seller };
  const counted = context.db.update(seller, key).set((row) => ({
    completedSaleCount: row.completedSaleCount + (to === "completed" ? 1 : 0),
    disputedSaleCount: row.disputedSaleCount + (to === "disputed" ? 1 : 0),
    updatedBlock: at.blockNumber,
  }));
  await updatedRow(counted);
}

async function upsert(
  context: Context,
  account: string,
  at: Stamp,
  changed: (row: SellerRow) => Change,
) {
  const key = { chainId: at.chainId, contract: at.contract, seller: lower(account) };
  const first = blank(key, at);
  await context.db
    .insert(seller)
    .values({ ...first, ...changed(first) })
    .onConflictDoUpdate((row) => ({ ...changed(row), updatedBlock: at.blockNumber }));
}

function blank(key: Pick<SellerRow, "chainId" | "contract" | "seller">, at: Stamp): SellerRow {
  return {
    ...key,
    lastHeartbeatAt: 0n,
    isActive: false,
    isPaused: false,
    declaredVerification: null,
    activeListingCount: 0,
    listingCount: 0,
    isGenesis: false,
    genesisNumber: null,
    emergencyWithdrawAt: null,
    completedSaleCount: 0,
    disputedSaleCount: 0,
    firstSeenAt: at.seconds,
    updatedBlock: at.blockNumber,
  };
}
