import { z } from "@hono/zod-openapi";
import { JOURNAL_STATUSES } from "../../../core/db/app.tables.ts";
import type { ChangeRow } from "../../../core/queries/changes.ts";
import { CONTRACT_KINDS } from "../../../src/protocol/states.ts";
import {
  Address,
  Hash,
  Instant,
  Money,
  toAddress,
  toAddressOrNull,
  toMoneyOrNull,
} from "../../http/values.ts";

export const ChangeStatus = z.enum(JOURNAL_STATUSES).openapi("ChangeStatus", {
  description:
    "provisional: seen, may still vanish. final: cannot be reverted. retracted: vanished in a reorganisation.",
});

/** One entry of the journal: an event, or what became of one that was announced. */
export const Change = z
  .object({
    sequence: z.int().openapi({ description: "Place in the journal: no gaps, never reused." }),
    status: ChangeStatus,
    announcedSequence: z.int().openapi({
      description: "Sequence that first told of the event; its own for a new event.",
    }),
    retractsSequence: z.int().nullable().openapi({
      description: "For a retraction: the sequence that no longer counts; else null.",
    }),
    activityId: z.string().openapi({
      description: "`<chainId>-<blockHash>-<logIndex>`, as the activity has it.",
    }),
    chainId: z.int(),
    blockNumber: z.int(),
    blockHash: Hash,
    logIndex: z.int(),
    txHash: Hash,
    contract: Address,
    contractKind: z.enum(CONTRACT_KINDS),
    event: z.string().openapi({ example: "ListingCreated" }),
    kind: z.string().openapi({ example: "listing_created" }),
    listing: z.string().nullable(),
    escrow: z.string().nullable(),
    offer: z.string().nullable(),
    sender: Address.openapi({ description: "Account that sent the transaction." }),
    actor: Address.nullable(),
    counterparty: Address.nullable(),
    amount: Money.nullable().openapi({
      description: "In the payment token of the contract; null for events without an amount.",
    }),
    args: z.record(z.string(), z.unknown()),
    occurredAt: Instant,
    recordedAt: Instant.openapi({ description: "When the entry was written." }),
  })
  .openapi("Change");

export function toChange(row: ChangeRow): z.output<typeof Change> {
  const { payload, sequence, announcedSequence } = row;
  const amountUnits = payload.amountUnits === null ? null : BigInt(payload.amountUnits);
  return {
    sequence: Number(sequence),
    status: row.status,
    announcedSequence: Number(announcedSequence),
    retractsSequence: row.status === "retracted" ? Number(announcedSequence) : null,
    activityId: `${row.chainId}-${row.blockHash}-${row.logIndex}`,
    chainId: row.chainId,
    blockNumber: Number(row.blockNumber),
    blockHash: row.blockHash,
    logIndex: row.logIndex,
    txHash: row.txHash,
    contract: toAddress(row.contract),
    contractKind: payload.contractKind,
    event: row.event,
    kind: row.kind,
    listing: row.listingKey,
    escrow: row.escrowKey,
    offer: row.offerKey,
    sender: toAddress(payload.sender),
    actor: toAddressOrNull(row.actor),
    counterparty: toAddressOrNull(row.counterparty),
    amount: toMoneyOrNull(amountUnits, payload),
    args: payload.args,
    occurredAt: row.occurredAt.toISOString(),
    recordedAt: row.recordedAt.toISOString(),
  };
}
