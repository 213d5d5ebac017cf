import { z } from "@hono/zod-openapi";
import type { Position } from "../../../core/db/consistent-read.ts";
import type { ActivityRow } from "../../../core/queries/activity.ts";
import { publicId } from "../../../src/protocol/ids.ts";
import { CONTRACT_KINDS } from "../../../src/protocol/states.ts";
import {
  Address,
  Finality,
  finalityOf,
  Hash,
  Instant,
  Money,
  toAddress,
  toAddressOrNull,
  toInstant,
  toMoneyOrNull,
} from "../../http/values.ts";

/** One event of one contract. Arguments are as emitted: integers as text, strings untrusted. */
export const Activity = z
  .object({
    id: z.string().openapi({
      description: "`<chainId>-<blockHash>-<logIndex>`: another id after a reorganisation.",
    }),
    chainId: z.int(),
    blockNumber: z.int(),
    logIndex: z.int(),
    blockHash: Hash,
    txHash: Hash,
    occurredAt: Instant,
    contract: Address,
    contractKind: z.enum(CONTRACT_KINDS),
    event: z.string().openapi({ example: "ListingCreated" }),
    kind: z.string().openapi({ example: "listing_created" }),
    sender: Address.openapi({ description: "Account that sent the transaction." }),
    actor: Address.nullable(),
    counterparty: Address.nullable(),
    listing: z.string().nullable(),
    escrow: z.string().nullable(),
    offer: z.string().nullable(),
    amount: Money.nullable().openapi({
      description: "In the payment token of the contract; null for events without an amount.",
    }),
    args: z.record(z.string(), z.unknown()),
    finality: Finality,
  })
  .openapi("Activity");

export function toActivity(row: ActivityRow, { heads }: Position): z.output<typeof Activity> {
  const { chainId, contract, marketplace } = row;
  const idOn = (address: string | null, number: bigint | null) =>
    address === null || number === null ? null : publicId(chainId, address, number);
  return {
    id: `${chainId}-${row.blockHash}-${row.logIndex}`,
    chainId,
    blockNumber: Number(row.blockNumber),
    logIndex: row.logIndex,
    blockHash: row.blockHash,
    txHash: row.txHash,
    occurredAt: toInstant(row.occurredAt),
    contract: toAddress(contract),
    contractKind: row.contractKind,
    event: row.event,
    kind: row.kind,
    sender: toAddress(row.sender),
    actor: toAddressOrNull(row.actor),
    counterparty: toAddressOrNull(row.counterparty),
    listing: idOn(marketplace, row.listingId),
    escrow: idOn(contract, row.escrowId),
    offer: idOn(contract, row.offerId),
    amount: toMoneyOrNull(row.amountUnits, row),
    args: row.args,
    finality: finalityOf(row.blockNumber, heads),
  };
}
