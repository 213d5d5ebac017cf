import { parseUnits } from "viem";

/** The three numbers of an estimate, in units of a currency. */
export type Range = { low: number; mid: number; high: number };

/** The same in base units; 0 < low <= mid <= high. */
export type RangeUnits = { lowUnits: bigint; midUnits: bigint; highUnits: bigint };

/** Beyond this a float has no more digits to give. */
const MOST_DIGITS = 8;

/**
 * A range in base units.
 *
 * @param decimals of the currency
 */
export function toRangeUnits({ low, mid, high }: Range, decimals: number): RangeUnits {
  const lowUnits = toUnits(low, decimals);
  const midUnits = max(lowUnits, toUnits(mid, decimals));
  return { lowUnits, midUnits, highUnits: max(midUnits, toUnits(high, decimals)) };
}

/** Never nothing: an estimate is above zero whatever the currency can show. */
const toUnits = (value: number, decimals: number): bigint =>
  max(1n, parseUnits(value.toFixed(Math.min(decimals, MOST_DIGITS)), decimals));

const max = (a: bigint, b: bigint) => (a > b ? a : b);
