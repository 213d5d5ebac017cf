import type { Snapshot } from "../db/consistent-read.ts";
import { isAmong, type Key, keyText } from "../db/keys.ts";
import type { KeyColumn } from "../db/keyset.ts";
import { DISPUTES } from "./disputes.ts";
import { HOLDS } from "./holds.ts";

/** Columns that name an escrow in the tables of its parts. */
export const OF_ESCROW = [
  { name: "chainId", type: "int4" },
  { name: "contract", type: "address" },
  { name: "escrowId", type: "uint256" },
] as const satisfies KeyColumn[];

/** Key of the escrow that a row belongs to. */
export function escrowKey(row: { chainId: number; contract: string; escrowId: bigint }): Key {
  return [row.chainId, row.contract, row.escrowId];
}

/** The retainers of escrows. */
export const findHolds = HOLDS.findByKeys;

/** The disputes of escrows. */
export const findDisputes = DISPUTES.findByKeys;

/** Every state that escrows have had, the first one first. No escrow has more than a few. */
export async function findTransitions({ indexed }: Snapshot, escrows: readonly Key[]) {
  if (escrows.length === 0) return new Map<string, TransitionRow[]>();
  const rows = await selectTransitions(indexed, escrows).execute();
  return Map.groupBy(rows, (row) => keyText(escrowKey(row)));
}

function selectTransitions(indexed: Snapshot["indexed"], escrows: readonly Key[]) {
  return indexed
    .selectFrom("escrowTransition")
    .select(["chainId", "contract", "escrowId", "sequence", "fromState", "toState", "cause"])
    .select(["actor", "changedAt", "blockNumber", "logIndex", "txHash"])
    .where(isAmong("escrowTransition", OF_ESCROW, escrows))
    .orderBy("sequence");
}
export type TransitionRow = Awaited<
  ReturnType<ReturnType<typeof selectTransitions>["execute"]>
>[number];
