import type { Context } from "ponder:registry";
import { sellerStake } from "ponder:schema";
import { MINIMUM_STAKE_UNITS } from "../protocol/constants.ts";
import { ImpossibleStateError } from "../protocol/errors.ts";
import type { ContractRow } from "./contract.ts";
import type { Stamp } from "./stamp.ts";
import { bookInternal, claimAll } from "./token-movement.ts";

type StakeRow = typeof sellerStake.$inferSelect;

const accountOf = (seller: string) => `stake:${seller}`;

/**
 * Sets (not adds) the stake. What was left of an earlier one stays in the contract but off its
 * record: it is booked as forfeited (trap 9).
 */
export async function stakeToSell(
  context: Context,
  home: ContractRow,
  seller: `0x${string}`,
  stakeUnits: bigint,
  at: Stamp,
) {
  const purpose = { purpose: "stake", account: accountOf(seller), seller } as const;
  await claimAll(context, home.token, purpose, at);
  await replaceStake(context, home, seller, stakeUnits, at);
}

/**
 * A genesis seller stakes nothing and counts as staked all the same. On M3 the slashed may enter
 * this way too, and forfeit what they had left (trap 9).
 */
export async function joinAsStaker(
  context: Context,
  home: ContractRow,
  seller: `0x${string}`,
  at: Stamp,
) {
  await replaceStake(context, home, seller, 0n, at);
}

async function replaceStake(
  context: Context,
  home: ContractRow,
  seller: `0x${string}`,
  stakeUnits: bigint,
  at: Stamp,
) {
  const row = await stakeOf(context, seller, at);
  const forfeited = row.stakeUnits;
  await bookInternal(
    context,
    home.token,
    forfeited,
    { from: accountOf(seller), to: "forfeited" },
    { purpose: "stake_forfeited", seller },
    at,
  );
  await change(context, seller, at, {
    stakeUnits,
    stakedAt: at.seconds,
    isActive: true,
    slashCount: 0n,
    forfeitedUnits: row.forfeitedUnits + forfeited,
  });
}

/** Takes part of the stake out; below the minimum it stops counting. */
export async function withdrawStake(
  context: Context,
  home: ContractRow,
  seller: `0x${string}`,
  amountUnits: bigint,
  at: Stamp,
) {
  const purpose = { purpose: "stake_withdrawal", account: accountOf(seller), seller } as const;
  await claimAll(context, home.token, purpose, at);
  const row = await stakeOf(context, seller, at);
  const stakeUnits = lessenedStake(row, amountUnits);
  await change(context, seller, at, {
    stakeUnits,
    ...(stakeUnits < MINIMUM_STAKE_UNITS ? { isActive: false } : {}),
  });
}

/**
 * Slashes a stake; the tokens stay in the contract.
 * @returns whether what is left is below the minimum, which also suspends the seller.
 */
export async function slashStake(
  context: Context,
  home: ContractRow,
  slashed: { seller: `0x${string}`; amountUnits: bigint; slashCount: bigint },
  at: Stamp,
): Promise<boolean> {
  const { seller, amountUnits, slashCount } = slashed;
  await bookInternal(
    context,
    home.token,
    amountUnits,
    { from: accountOf(seller), to: "slashed" },
    { purpose: "slash", seller },
    at,
  );
  const row = await stakeOf(context, seller, at);
  const stakeUnits = lessenedStake(row, amountUnits);
  const isTooLow = stakeUnits < MINIMUM_STAKE_UNITS;
  await change(context, seller, at, {
    stakeUnits,
    slashCount,
    slashedUnits: row.slashedUnits + amountUnits,
    ...(isTooLow ? { isActive: false } : {}),
  });
  return isTooLow;
}

/** Pays the whole stake out and deletes its record. */
export async function withdrawStakeInEmergency(
  context: Context,
  home: ContractRow,
  seller: `0x${string}`,
  at: Stamp,
) {
  const purpose = { purpose: "stake_emergency", account: accountOf(seller), seller } as const;
  await claimAll(context, home.token, purpose, at);
  await stakeOf(context, seller, at);
  const deleted = { stakeUnits: 0n, stakedAt: 0n, isActive: false, slashCount: 0n };
  await change(context, seller, at, deleted);
}

function lessenedStake(row: StakeRow, amountUnits: bigint): bigint {
  if (amountUnits > row.stakeUnits) {
    throw new ImpossibleStateError(`Seller ${row.seller} lost more stake than there was`);
  }
  return row.stakeUnits - amountUnits;
}

async function stakeOf(context: Context, seller: `0x${string}`, at: Stamp): Promise<StakeRow> {
  const key = { chainId: at.chainId, contract: at.contract, seller };
  const found = await context.db.find(sellerStake, key);
  if (found) return found;
  return context.db.insert(sellerStake).values({
    ...key,
    stakeUnits: 0n,
    stakedAt: 0n,
    isActive: false,
    slashCount: 0n,
    slashedUnits: 0n,
    forfeitedUnits: 0n,
    updatedBlock: at.blockNumber,
  });
}

async function change(
  context: Context,
  seller: `0x${string}`,
  at: Stamp,
  changed: Partial<Omit<StakeRow, "chainId" | "contract" | "seller">>,
) {
  await context.db
    .update(sellerStake, { chainId: at.chainId, contract: at.contract, seller })
    .set({ ...changed, updatedBlock: at.blockNumber });
}
