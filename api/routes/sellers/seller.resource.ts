import { z } from "@hono/zod-openapi";
import type { Position } from "../../../core/db/consistent-read.ts";
import type { SellerRow } from "../../../core/queries/sellers.ts";
import { sellerClocks } from "../../../src/protocol/clocks.ts";
import { deadlineFields, toDeadlineFields } from "../../http/deadline.resource.ts";
import {
  Address,
  finalityOf,
  Instant,
  Money,
  toAddress,
  toInstantOrNull,
  toMoney,
} from "../../http/values.ts";
import { SellerSummary, toSellerSummary } from "../listings/seller-summary.resource.ts";

/** A seller on one marketplace, with stake and clocks. */
export const Seller = SellerSummary.extend({
  id: z.string().openapi({ description: "`<chainId>-<marketplace>-<account>`." }),
  chainId: z.int(),
  marketplace: Address,
  activeListingCount: z.int().openapi({
    description: "As the contract counts: a sale does not lower it.",
  }),
  genesisNumber: z.string().nullable().openapi({
    description: "Running count announced when the seller joined; not unique.",
  }),
  stake: z
    .object({
      amount: Money.openapi({ description: "Stake on record." }),
      isActive: z.boolean().openapi({ description: "Whether the contract lets it count." }),
      stakedAt: Instant.nullable(),
      slashCount: z.string().openapi({ description: "On record; a new stake sets it to 0." }),
      slashed: Money.openapi({ description: "Ever slashed." }),
      forfeited: Money.openapi({ description: "Lost when a new stake replaced an old one." }),
    })
    .nullable()
    .openapi({ description: "Null for a seller who never staked." }),
  emergencyWithdrawAt: Instant.nullable(),
  ...deadlineFields,
  updatedBlockNumber: z.int(),
}).openapi("Seller");

export function toSeller(row: SellerRow, position: Position): z.output<typeof Seller> {
  const now = position.indexed.timestamp;
  const updatedBlock = lastOf(row.updatedBlock, row.stakeUpdatedBlock);
  return {
    id: `${row.chainId}-${row.contract}-${row.seller}`,
    chainId: row.chainId,
    marketplace: toAddress(row.contract),
    ...toSellerSummary(row, position),
    activeListingCount: row.activeListingCount,
    genesisNumber: row.genesisNumber === null ? null : String(row.genesisNumber),
    stake: toStake(row),
    emergencyWithdrawAt: toInstantOrNull(row.emergencyWithdrawAt),
    ...toDeadlineFields(sellerClocks(row, now), now),
    updatedBlockNumber: Number(updatedBlock),
    finality: finalityOf(updatedBlock, position.heads),
  };
}

function toStake(row: SellerRow): z.output<typeof Seller>["stake"] {
  const { stakeUnits, stakedAt, slashCount, slashedUnits, forfeitedUnits } = row;
  if (stakeUnits === null) return null;
  return {
    amount: toMoney(stakeUnits, row),
    isActive: row.isStakeActive === true,
    // The contract sets 0 after an emergency withdrawal.
    stakedAt: stakedAt === 0n ? null : toInstantOrNull(stakedAt),
    slashCount: String(slashCount ?? 0n),
    slashed: toMoney(slashedUnits ?? 0n, row),
    forfeited: toMoney(forfeitedUnits ?? 0n, row),
  };
}

const lastOf = (block: bigint, other: bigint | null) =>
  other !== null && other > block ? other : block;
