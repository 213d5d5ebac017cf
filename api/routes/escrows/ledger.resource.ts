import { z } from "@hono/zod-openapi";
import type { Position } from "../../../core/db/consistent-read.ts";
import type { MovementRow } from "../../../core/queries/movements.ts";
import { MOVEMENT_PURPOSES } from "../../../src/protocol/states.ts";
import {
  Address,
  Finality,
  finalityOf,
  Hash,
  Instant,
  Money,
  toAddress,
  toInstant,
  toMoney,
} from "../../http/values.ts";

/** One entry of the double-entry ledger: it debits one account and credits another. */
export const LedgerEntry = z
  .object({
    purpose: z.enum(MOVEMENT_PURPOSES),
    amount: Money,
    from: Address,
    to: Address,
    debit: z.string().nullable().openapi({
      description: "Account debited, e.g. `escrow:7`; null when the sender is outside.",
    }),
    credit: z.string().nullable().openapi({
      description: "Account credited, e.g. `offer:3`; null when the receiver is outside.",
    }),
    isInternal: z.boolean().openapi({ description: "Moved inside one contract, no transfer." }),
    movedAt: Instant,
    blockNumber: z.int(),
    logIndex: z.int(),
    txHash: Hash,
    finality: Finality,
  })
  .openapi("LedgerEntry");

export function toLedgerEntry(row: MovementRow, { heads }: Position): z.output<typeof LedgerEntry> {
  return {
    purpose: row.purpose,
    amount: toMoney(row.amountUnits, row),
    from: toAddress(row.from),
    to: toAddress(row.to),
    debit: row.debitAccount,
    credit: row.creditAccount,
    isInternal: row.isInternal,
    movedAt: toInstant(row.movedAt),
    blockNumber: Number(row.blockNumber),
    logIndex: Number(row.logIndex),
    txHash: row.txHash,
    finality: finalityOf(row.blockNumber, heads),
  };
}
