import { z } from "@hono/zod-openapi";
import type { BalanceReading } from "../../../core/rpc/token-balances.ts";
import type { Holding } from "../../../core/statistics/holdings.ts";
import { OBLIGATION_KINDS } from "../../../core/statistics/obligations.ts";
import {
  judgeSolvency,
  reasonsOf,
  SHORTFALL_REASONS,
  SOLVENCY_STATUSES,
} from "../../../core/statistics/solvency.ts";
import { publicId } from "../../../src/protocol/ids.ts";
import {
  Address,
  Money,
  type TokenColumns,
  toAddress,
  toAddressOrNull,
  toMoney,
  toMoneyOrNull,
} from "../../http/values.ts";

const Shortfall = z
  .object({
    account: z.string().openapi({ description: "As in the ledger.", example: "escrow:7" }),
    escrow: z.string().nullable().openapi({ description: "Public id, for an escrow's account." }),
    reasons: z.array(z.enum(SHORTFALL_REASONS)).openapi({
      description:
        "DISPUTE_PAID_AGAIN: resolved on the full amount after most of it had been paid. RECEIVED_LESS_THAN_RECORDED: the token took its share on the way in. PAID_MORE_THAN_RECEIVED: neither explains it.",
    }),
    received: Money,
    owed: Money,
    held: Money.openapi({ description: "Negative when it was paid out of the money of others." }),
    missing: Money.openapi({ description: "What is owed less what is held." }),
  })
  .openapi("Shortfall");

export const Solvency = z
  .object({
    contract: Address,
    token: Address.nullable().openapi({ description: "Null while the token is unknown." }),
    status: z.enum(SOLVENCY_STATUSES).openapi({
      description: "Whether the balance covers what is owed; unknown without any balance.",
    }),
    judgedBy: z.enum(["chain", "index"]).nullable().openapi({
      description: "The chain's own balance where it could be read, else the sum of transfers.",
    }),
    obligations: z
      .array(z.object({ kind: z.enum(OBLIGATION_KINDS), count: z.int(), amount: Money }))
      .openapi({ description: "What is owed as of `meta.indexedBlock`." }),
    owed: Money.openapi({ description: "Sum of the obligations." }),
    indexedBalance: Money.nullable().openapi({
      description: "Sum of all indexed transfers; null when the token is not indexed.",
    }),
    onchainBalance: Money.nullable().openapi({ description: "`balanceOf` at `comparedAt`." }),
    onchainUnavailable: z.string().nullable().openapi({
      description: "Why the balance on the chain could not be read.",
    }),
    comparedAt: z
      .object({
        blockNumber: z.int(),
        basis: z.enum(["final", "indexed"]),
        blocksBehindIndex: z.int(),
      })
      .openapi({
        description:
          "Block of `balanceOf`: the final one where nothing of the contract changed after it, so that obligations are the same in both; else the indexed block, which a reorganisation may still undo.",
      }),
    isIndexExact: z.boolean().nullable().openapi({
      description: "Whether both balances are equal; null when one of them is missing.",
    }),
    surplus: Money.nullable().openapi({ description: "What is held beyond all obligations." }),
    deficit: Money.nullable().openapi({ description: "What is missing to meet all obligations." }),
    unowed: z.array(z.object({ account: z.string(), amount: Money })).openapi({
      description: "Held but owed to nobody: slashed, forfeited, and surplus without an event.",
    }),
    shortfalls: z.object({ count: z.int(), missing: Money, accounts: z.array(Shortfall) }).openapi({
      description:
        "Accounts of which more is owed or was paid than reached them, the largest 20 first. What they miss, less what other accounts have to spare, is the deficit.",
    }),
    atRisk: z
      .object({
        count: z.int(),
        missing: Money,
        escrows: z.array(z.object({ id: z.string(), missing: Money })),
      })
      .openapi({
        description:
          "Open disputes of confirmed escrows, the largest 20 by name: a resolution will pay out the whole amount although only the retainer is left.",
      }),
  })
  .openapi("Solvency");

/** What the index knows and what the chain said, as one answer. */
export function toSolvency(
  holding: Holding,
  reading: BalanceReading,
  tokenColumns: TokenColumns,
  { chainId, indexedBlock }: { chainId: number; indexedBlock: bigint },
): z.output<typeof Solvency> {
  const { contract, token, owedUnits, indexedUnits, comparison } = holding;
  const money = (units: bigint) => toMoney(units, tokenColumns);
  const escrowId = (number: bigint) => publicId(chainId, contract, number);
  const onchainUnits = "units" in reading ? reading.units : null;
  const { status, differenceUnits } = judgeSolvency(owedUnits, { onchainUnits, indexedUnits });
  const judgedByIndex = indexedUnits === null ? null : ("index" as const);
  return {
    contract: toAddress(contract),
    token: toAddressOrNull(token),
    status,
    judgedBy: onchainUnits === null ? judgedByIndex : "chain",
    obligations: holding.obligations.map(({ kind, count, owedUnits: units }) => ({
      kind,
      count: Number(count),
      amount: money(units),
    })),
    owed: money(owedUnits),
    indexedBalance: toMoneyOrNull(indexedUnits, tokenColumns),
    onchainBalance: toMoneyOrNull(onchainUnits, tokenColumns),
    onchainUnavailable: "unavailable" in reading ? reading.unavailable : null,
    comparedAt: {
      blockNumber: Number(comparison.number),
      basis: comparison.basis,
      blocksBehindIndex: Number(indexedBlock - comparison.number),
    },
    isIndexExact:
      onchainUnits === null || indexedUnits === null ? null : onchainUnits === indexedUnits,
    surplus: differenceUnits === null ? null : money(differenceUnits > 0n ? differenceUnits : 0n),
    deficit: differenceUnits === null ? null : money(differenceUnits < 0n ? -differenceUnits : 0n),
    unowed: holding.freeMoney.map(({ account, heldUnits }) => ({
      account,
      amount: money(heldUnits),
    })),
    shortfalls: {
      count: holding.shortfalls.count,
      missing: money(holding.shortfalls.missingUnits),
      accounts: holding.shortfalls.largest.map((row) => ({
        account: row.account,
        escrow: row.escrow === undefined ? null : escrowId(row.escrow.escrowId),
        reasons: reasonsOf(row),
        received: money(row.receivedUnits),
        owed: money(row.owedUnits),
        held: money(row.heldUnits),
        missing: money(row.owedUnits - row.heldUnits),
      })),
    },
    atRisk: toAtRisk(holding, money, escrowId),
  };
}

function toAtRisk(
  { disputesAtRisk }: Holding,
  money: (units: bigint) => z.output<typeof Money>,
  escrowId: (number: bigint) => string,
) {
  return {
    count: Number(disputesAtRisk[0]?.riskCount ?? 0n),
    missing: money(disputesAtRisk[0]?.riskUnits ?? 0n),
    escrows: disputesAtRisk.map(({ escrowId: number, missingUnits }) => ({
      id: escrowId(number),
      missing: money(missingUnits),
    })),
  };
}
