import type { Snapshot } from "../db/consistent-read.ts";
import { isAmong, type Key, keyText } from "../db/keys.ts";
import type { KeyColumn } from "../db/keyset.ts";

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

const byEscrow = <Row extends Parameters<typeof escrowKey>[0]>(rows: readonly Row[]) =>
  new Map(rows.map((row) => [keyText(escrowKey(row)), row]));

/** The retainers of escrows. */
export async function findHolds({ indexed }: Snapshot, escrows: readonly Key[]) {
  if (escrows.length === 0) return byEscrow<HoldRow>([]);
  return byEscrow(await selectHolds(indexed, escrows).execute());
}

function selectHolds(indexed: Snapshot["indexed"], escrows: readonly Key[]) {
  return indexed
    .selectFrom("transitionHold")
    .select(["chainId", "contract", "escrowId", "retainedUnits", "releaseTime", "isReleased"])
    .select(["isClaimed", "assistanceNotes", "closedAt", "createdAt", "updatedBlock"])
    .where(isAmong("transitionHold", OF_ESCROW, escrows));
}
export type HoldRow = Awaited<ReturnType<ReturnType<typeof selectHolds>["execute"]>>[number];

/** The disputes of escrows. */
export async function findDisputes({ indexed }: Snapshot, escrows: readonly Key[]) {
  if (escrows.length === 0) return byEscrow<DisputeRow>([]);
  return byEscrow(await selectDisputes(indexed, escrows).execute());
}

function selectDisputes(indexed: Snapshot["indexed"], escrows: readonly Key[]) {
  return indexed
    .selectFrom("dispute")
    .select(["chainId", "contract", "escrowId", "origin", "initiator", "disputeType", "evidence"])
    .select(["response", "respondedAt", "responseDeadline", "resolution", "resolver"])
    .select(["refundedUnits", "createdAt", "resolvedAt", "updatedBlock"])
    .where(isAmong("dispute", OF_ESCROW, escrows));
}
export type DisputeRow = Awaited<ReturnType<ReturnType<typeof selectDisputes>["execute"]>>[number];

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
