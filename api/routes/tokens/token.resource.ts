import { z } from "@hono/zod-openapi";
import type { Position } from "../../../core/db/consistent-read.ts";
import type { BalanceRow, TokenRow } from "../../../core/queries/tokens.ts";
import { Address, Finality, finalityOf, Money, toAddress, toMoney } from "../../http/values.ts";

/** A payment token. Its words are its own: anybody can call a token "USDC". */
export const Token = z
  .object({
    id: z.string().openapi({ description: "`<chainId>-<address>`." }),
    chainId: z.int(),
    address: Address,
    name: z.string().openapi({ description: "As the token calls itself; untrusted." }),
    symbol: z.string().openapi({ description: "As the token calls itself; untrusted." }),
    decimals: z.int(),
    firstSeenBlockNumber: z.int(),
    finality: Finality,
  })
  .openapi("Token");

export function toToken(row: TokenRow, { heads }: Position): z.output<typeof Token> {
  return {
    id: `${row.chainId}-${row.address}`,
    chainId: row.chainId,
    address: toAddress(row.address),
    name: row.name,
    symbol: row.symbol,
    decimals: row.decimals,
    firstSeenBlockNumber: Number(row.firstSeenBlock),
    finality: finalityOf(row.firstSeenBlock, heads),
  };
}

/** What one contract holds of one token, from the token's transfers. */
export const Balance = z
  .object({
    contract: Address,
    held: Money,
    received: Money.openapi({ description: "Everything that ever came in." }),
    sent: Money.openapi({ description: "Everything that ever went out." }),
    finality: Finality,
  })
  .openapi("Balance");

export function toBalance(row: BalanceRow, { heads }: Position): z.output<typeof Balance> {
  return {
    contract: toAddress(row.contract),
    held: toMoney(row.balanceUnits, row),
    received: toMoney(row.receivedUnits, row),
    sent: toMoney(row.sentUnits, row),
    finality: finalityOf(row.updatedBlock, heads),
  };
}
