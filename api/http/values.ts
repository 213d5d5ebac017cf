import { z } from "@hono/zod-openapi";
import { formatUnits, getAddress } from "viem";
import type { ChainHeads } from "../../core/db/consistent-read.ts";

/** Last second of the year 9999; contracts use larger numbers for "never". */
const LAST_SECOND = 253_402_300_799n;

export const Address = z.string().openapi("Address", {
  description: "EIP-55 checksummed address.",
  example: "0x5FbDB2315678afecb367f032d93F642f64180aa3",
});

export const Hash = z.string().openapi("Hash", {
  description: "32 bytes in lower-case hex.",
  example: `0x${"5a".repeat(32)}`,
});

export const Instant = z.string().openapi("Instant", {
  description: "RFC 3339 time in UTC.",
  format: "date-time",
  example: "2026-03-01T12:00:00.000Z",
});

export const Money = z
  .object({
    raw: z.string().openapi({ description: "Token base units.", example: "1250500000" }),
    decimals: z.int().nullable().openapi({ description: "Null while the token is unknown." }),
    display: z
      .string()
      .nullable()
      .openapi({ description: "Whole tokens, exact.", example: "1250.50" }),
    currency: z.object({ symbol: z.string(), address: Address }).nullable(),
  })
  .openapi("Money", { description: "An exact amount; nothing is rounded." });

export const Finality = z.enum(["included", "safe", "final"]).openapi("Finality", {
  description: "How firmly the chain holds the latest change of the row.",
});
export type Finality = z.output<typeof Finality>;

/** The token columns that queries join to rows with amounts. */
export type TokenColumns = {
  token: `0x${string}` | null;
  tokenSymbol: string | null;
  tokenDecimals: number | null;
};

export function toAddress(address: `0x${string}`): string {
  return getAddress(address);
}

export function toAddressOrNull(address: `0x${string}` | null): string | null {
  return address === null ? null : getAddress(address);
}

/** Unix seconds as a time; null for what is no date. */
export function toInstantOrNull(seconds: bigint | null): string | null {
  if (seconds === null || seconds > LAST_SECOND) return null;
  return toInstant(seconds);
}

/** Unix seconds of a block as a time. */
export function toInstant(seconds: bigint): string {
  return new Date(Number(seconds) * 1_000).toISOString();
}

/** Base units as an amount with its currency. */
export function toMoney(raw: bigint, row: TokenColumns): z.output<typeof Money> {
  const { token, tokenSymbol, tokenDecimals } = row;
  if (token === null || tokenSymbol === null || tokenDecimals === null) {
    return { raw: String(raw), decimals: null, display: null, currency: null };
  }
  return {
    raw: String(raw),
    decimals: tokenDecimals,
    display: displayUnits(raw, tokenDecimals),
    currency: { symbol: tokenSymbol, address: getAddress(token) },
  };
}

/** Amounts read like money: with cents, where the token has them. */
const MIN_DISPLAYED_DECIMALS = 2;

/** The amount with a decimal point. No digit is rounded away. */
function displayUnits(units: bigint, decimals: number): string {
  const [whole = "0", fraction = ""] = formatUnits(units, decimals).split(".");
  const shown = fraction.padEnd(Math.min(decimals, MIN_DISPLAYED_DECIMALS), "0");
  return shown === "" ? whole : `${whole}.${shown}`;
}

/** As `toMoney`, for an amount that may be absent. */
export function toMoneyOrNull(
  raw: bigint | null,
  row: TokenColumns,
): z.output<typeof Money> | null {
  return raw === null ? null : toMoney(raw, row);
}

/** How firm a block is, from the heads that were read with the row. */
export function finalityOf(block: bigint, heads: ChainHeads | null): Finality {
  if (heads === null || (heads.settled !== null && block > heads.settled)) return "included";
  if (block <= heads.final) return "final";
  return block <= heads.safe ? "safe" : "included";
}
