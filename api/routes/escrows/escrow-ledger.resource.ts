import { z } from "@hono/zod-openapi";
import type { Position } from "../../../core/db/consistent-read.ts";
import { type RunningLedger, runBalances } from "../../../core/ledger/running-balances.ts";
import type { EscrowRow } from "../../../core/queries/escrows.ts";
import type { MovementRow } from "../../../core/queries/movements.ts";
import { publicId } from "../../../src/protocol/ids.ts";
import { Money, type TokenColumns, toAddress, toMoney } from "../../http/values.ts";
import { LedgerEntry, toLedgerEntry } from "./ledger.resource.ts";

const AccountName = z.string().openapi({
  description: "`escrow:7` or `offer:3` on the contract; outside it the address.",
});

const Posting = z
  .object({
    account: AccountName,
    balance: Money.openapi({ description: "Of the account, this movement included." }),
  })
  .openapi("Posting");

/** The money of an escrow, line by line. */
export const EscrowLedger = z
  .object({
    escrow: z.string(),
    lines: z.array(
      LedgerEntry.extend({ debited: Posting, credited: Posting }).openapi("LedgerLine"),
    ),
    isComplete: z.boolean().openapi({
      description:
        "False when there are more lines than these: balances then end with the last one.",
    }),
    accounts: z
      .array(
        z.object({
          account: AccountName,
          role: z.enum(["escrow", "offer", "buyer", "seller", "other"]),
          debited: Money,
          credited: Money,
          balance: Money.openapi({
            description: "Credited less debited; negative for whoever put money in.",
          }),
        }),
      )
      .openapi({ description: "The balances of all accounts sum to zero." }),
    totals: z.object({
      received: Money.openapi({ description: "Credited to the account of the escrow." }),
      paid: Money.openapi({ description: "Debited from the account of the escrow." }),
      held: Money.openapi({
        description: "Received less paid; negative when it was paid with the money of others.",
      }),
    }),
    isOverdrawn: z.boolean().openapi({ description: "Whether more was paid than received." }),
  })
  .openapi("EscrowLedger");

/** @param movements of the escrow and of its offer, in the order of the chain */
export function toEscrowLedger(
  escrow: EscrowRow,
  movements: readonly MovementRow[],
  { isComplete, position }: { isComplete: boolean; position: Position },
): z.output<typeof EscrowLedger> {
  const { lines, accounts } = runBalances(escrow.contract, movements);
  const own = `escrow:${escrow.escrowId}`;
  const total = accounts.find(({ account }) => account === own);
  const money = (units: bigint) => toMoney(units, escrow);
  const heldUnits = total?.balanceUnits ?? 0n;
  return {
    escrow: publicId(escrow.chainId, escrow.contract, escrow.escrowId),
    lines: lines.map(({ movement, debit, credit }) => ({
      ...toLedgerEntry(movement, position),
      debited: toPosting(debit, movement),
      credited: toPosting(credit, movement),
    })),
    isComplete,
    accounts: accounts.map((account) => toAccount(account, escrow, movements)),
    totals: {
      received: money(total?.creditedUnits ?? 0n),
      paid: money(total?.debitedUnits ?? 0n),
      held: money(heldUnits),
    },
    isOverdrawn: heldUnits < 0n,
  };
}

type Line = RunningLedger<MovementRow>["lines"][number];

function toPosting({ account, balanceUnits }: Line["debit"], token: TokenColumns) {
  return { account: shownName(account), balance: toMoney(balanceUnits, token) };
}

function toAccount(
  total: RunningLedger<MovementRow>["accounts"][number],
  escrow: EscrowRow,
  movements: readonly MovementRow[],
): z.output<typeof EscrowLedger>["accounts"][number] {
  // Every account comes from a movement, which names the token.
  const token = movements.find((movement) => movement.token === total.token) ?? escrow;
  return {
    account: shownName(total.account),
    role: roleOf(total.account, escrow),
    debited: toMoney(total.debitedUnits, token),
    credited: toMoney(total.creditedUnits, token),
    balance: toMoney(total.balanceUnits, token),
  };
}

function roleOf(
  account: string,
  { escrowId, buyer, seller }: EscrowRow,
): "escrow" | "offer" | "buyer" | "seller" | "other" {
  if (account === `escrow:${escrowId}`) return "escrow";
  if (account.startsWith("offer:")) return "offer";
  if (account === buyer) return "buyer";
  return account === seller ? "seller" : "other";
}

/** Only an address begins with 0x; accounts have a kind in front. */
function shownName(account: string): string {
  return account.startsWith("0x") ? toAddress(account as `0x${string}`) : account;
}
