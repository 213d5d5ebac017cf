import { z } from "@hono/zod-openapi";
import { JOURNAL_STATUSES, REPAIR_KINDS } from "../../../core/db/app.tables.ts";
import type { ChangeRow } from "../../../core/queries/changes.ts";
import { CONTRACT_KINDS } from "../../../src/protocol/states.ts";
import {
  Address,
  Hash,
  Instant,
  Money,
  toAddressOrNull,
  toMoneyOrNull,
} from "../../http/values.ts";

export const ChangeStatus = z.enum(JOURNAL_STATUSES).openapi("ChangeStatus", {
  description:
    "provisional: seen, may still vanish. final: cannot be reverted. retracted: vanished in a reorganisation.",
});

/** What a repair of the index was about. */
const Repair = z
  .object({
    id: z.int(),
    kind: z.enum(REPAIR_KINDS).openapi({
      description:
        "deep_reorganisation: blocks that the indexer could not take back were replaced. wrong_rows: rows and proved logs disagreed.",
    }),
    reason: z.string().openapi({ description: "What was seen, in words." }),
    fromBlock: z.int().openapi({ description: "First block that was not to be trusted." }),
    toBlock: z.int().openapi({ description: "Last block that was seen to be wrong." }),
    openedAt: Instant.openapi({ description: "When it was found." }),
    outcome: z.string().openapi({ description: "What was done and compared, in words." }),
  })
  .openapi("Repair");

/**
 * One entry of the journal: an event, what became of one that was announced, what happened in the
 * service, or a repair of the index. The last two have nothing that only an event of the chain has.
 */
export const Change = z
  .object({
    sequence: z.int().openapi({ description: "Place in the journal: no gaps, never reused." }),
    status: ChangeStatus,
    announcedSequence: z.int().openapi({
      description: "Sequence that first told of the event; its own for everything that is new.",
    }),
    retractsSequence: z.int().nullable().openapi({
      description: "For a retraction: the sequence that no longer counts; else null.",
    }),
    activityId: z.string().nullable().openapi({
      description:
        "`<chainId>-<blockHash>-<logIndex>`, as the activity has it. It and all that only an event of the chain has is null for a repair and for what happened in the service.",
    }),
    chainId: z.int(),
    blockNumber: z.int().nullable(),
    blockHash: Hash.nullable(),
    logIndex: z.int().nullable(),
    txHash: Hash.nullable(),
    contract: Address.nullable(),
    contractKind: z.enum(CONTRACT_KINDS).nullable(),
    event: z.string().nullable().openapi({ example: "ListingCreated" }),
    kind: z.string().openapi({
      description:
        "What happened: on the chain; in the service (metadata.changed, moderation.decided, check.failed, valuation.finished, attestation.signed); index.repaired for a repair of the index.",
      example: "listing_created",
    }),
    listing: z.string().nullable(),
    escrow: z.string().nullable(),
    offer: z.string().nullable(),
    sender: Address.nullable().openapi({ description: "Account that sent the transaction." }),
    actor: Address.nullable(),
    counterparty: Address.nullable(),
    amount: Money.nullable().openapi({
      description: "In the payment token of the contract; null for events without an amount.",
    }),
    args: z.record(z.string(), z.unknown()).openapi({ description: "Empty for a repair." }),
    repair: Repair.nullable().openapi({ description: "Null for everything else." }),
    occurredAt: Instant.openapi({
      description:
        "Time of the block; for a repair, when readers had the repaired index; else when it happened.",
    }),
    recordedAt: Instant.openapi({ description: "When the entry was written." }),
  })
  .openapi("Change");

export function toChange(row: ChangeRow): z.output<typeof Change> {
  const { payload, sequence, announcedSequence, blockHash } = row;
  const event = "args" in payload ? payload : null;
  const amountUnits = event?.amountUnits ?? null;
  return {
    sequence: Number(sequence),
    status: row.status,
    announcedSequence: Number(announcedSequence),
    retractsSequence: row.status === "retracted" ? Number(announcedSequence) : null,
    activityId: blockHash === null ? null : `${row.chainId}-${blockHash}-${row.logIndex}`,
    chainId: row.chainId,
    blockNumber: row.blockNumber === null ? null : Number(row.blockNumber),
    blockHash,
    logIndex: row.logIndex,
    txHash: row.txHash,
    contract: toAddressOrNull(row.contract),
    contractKind: event?.contractKind ?? null,
    event: row.event,
    kind: row.kind,
    listing: row.listingKey,
    escrow: row.escrowKey,
    offer: row.offerKey,
    sender: toAddressOrNull(event?.sender ?? null),
    actor: toAddressOrNull(row.actor),
    counterparty: toAddressOrNull(row.counterparty),
    amount: event && toMoneyOrNull(amountUnits === null ? null : BigInt(amountUnits), event),
    args: event?.args ?? {},
    repair: toRepair(row),
    occurredAt: row.occurredAt.toISOString(),
    recordedAt: row.recordedAt.toISOString(),
  };
}

function toRepair({ repairId, payload }: ChangeRow): z.output<typeof Repair> | null {
  if (repairId === null || "args" in payload) return null;
  const { repairKind, ...words } = payload;
  return { id: repairId, kind: repairKind, ...words };
}
