import type { ChainHeads } from "../db/consistent-read.ts";
import type { ShortAccount, ShortEscrow } from "../queries/shortfalls.ts";

/** Why an account has less than is owed or was paid of it. */
export const SHORTFALL_REASONS = [
  "DISPUTE_PAID_AGAIN",
  "RECEIVED_LESS_THAN_RECORDED",
  "PAID_MORE_THAN_RECEIVED",
] as const;
export type ShortfallReason = (typeof SHORTFALL_REASONS)[number];

/** An account with too little, and the escrow whose account it is; undefined for any other. */
export type Shortfall = ShortAccount & { escrow: ShortEscrow | undefined };

/**
 * Names the known causes of a shortfall. A dispute that began after the confirmation is resolved on
 * the full amount, which had mostly left already (trap 22). A token that taxes transfers delivers
 * less than generations E0 and E1 write down (trap 25).
 */
export function reasonsOf({
  owedUnits,
  heldUnits,
  receivedUnits,
  escrow,
}: Pick<Shortfall, "owedUnits" | "heldUnits" | "receivedUnits"> & {
  escrow: Pick<ShortEscrow, "recordedUnits" | "confirmedAt" | "resolution"> | undefined;
}): ShortfallReason[] {
  const isPaidAgain =
    heldUnits < 0n &&
    escrow !== undefined &&
    escrow.confirmedAt !== null &&
    escrow.resolution !== null &&
    escrow.resolution !== "pending";
  const dueUnits = escrow?.recordedUnits ?? owedUnits;
  const isReceivedLess = receivedUnits < dueUnits;
  return [
    ...(isPaidAgain ? (["DISPUTE_PAID_AGAIN"] as const) : []),
    ...(isReceivedLess ? (["RECEIVED_LESS_THAN_RECORDED"] as const) : []),
    ...(!isPaidAgain && !isReceivedLess ? (["PAID_MORE_THAN_RECEIVED"] as const) : []),
  ];
}

/** The block at which a balance is read, and why that one. */
export type ComparisonBlock = { number: bigint; basis: "final" | "indexed" };

/**
 * The final block, as long as nothing that is indexed for the contract changed after it; else, or
 * while it is not known or not indexed yet, the indexed block.
 *
 * @param lastChange block of the contract's last event or transfer
 */
export function comparisonBlock(
  indexed: bigint,
  heads: Pick<ChainHeads, "final"> | null,
  lastChange: bigint,
): ComparisonBlock {
  const isUnchanged = heads !== null && heads.final <= indexed && lastChange <= heads.final;
  return isUnchanged
    ? { number: heads.final, basis: "final" }
    : { number: indexed, basis: "indexed" };
}

export const SOLVENCY_STATUSES = ["solvent", "deficit", "unknown"] as const;
export type SolvencyStatus = (typeof SOLVENCY_STATUSES)[number];

/** Judges what is held against what is owed; the chain's word comes before the index's own. */
export function judgeSolvency(
  owedUnits: bigint,
  held: { onchainUnits: bigint | null; indexedUnits: bigint | null },
): { status: SolvencyStatus; differenceUnits: bigint | null } {
  const heldUnits = held.onchainUnits ?? held.indexedUnits;
  if (heldUnits === null) return { status: "unknown", differenceUnits: null };
  const differenceUnits = heldUnits - owedUnits;
  return { status: differenceUnits < 0n ? "deficit" : "solvent", differenceUnits };
}
