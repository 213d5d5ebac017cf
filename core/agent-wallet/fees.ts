import type { Fees } from "./agent-chain.ts";

/** Nodes take a replacement that pays a tenth more; ours pays an eighth more, rounded up. */
const BUMP_PERCENT = 113n;

const raised = (wei: bigint) => (wei * BUMP_PERCENT) / 100n + 1n;
const min = (a: bigint, b: bigint) => (a < b ? a : b);
const max = (a: bigint, b: bigint) => (a > b ? a : b);

/**
 * What a first transaction offers: what is asked now, but never more than the cap.
 * @returns undefined while even the cheapest block costs more than the cap
 */
export function firstFees(asked: Fees & { baseFeeWei: bigint }, capWei: bigint): Fees | undefined {
  if (asked.baseFeeWei + asked.priorityFeeWei > capWei) return undefined;
  return {
    maxFeeWei: min(asked.maxFeeWei, capWei),
    priorityFeeWei: min(asked.priorityFeeWei, capWei),
  };
}

/**
 * What a replacement offers: enough more than the one before for nodes to take it, and at least what is
 * asked now.
 * @returns undefined when that is beyond the cap: the one before stays
 */
export function replacementFees(before: Fees, asked: Fees, capWei: bigint): Fees | undefined {
  const maxFeeWei = max(raised(before.maxFeeWei), min(asked.maxFeeWei, capWei));
  const priorityFeeWei = max(raised(before.priorityFeeWei), asked.priorityFeeWei);
  if (maxFeeWei > capWei) return undefined;
  return { maxFeeWei, priorityFeeWei: min(priorityFeeWei, maxFeeWei) };
}
