import { SimpleMerkleTree } from "@openzeppelin/merkle-tree";
import type { RecordEntry } from "./frozen-estimate.ts";

/** The one hash that stands for all entries of a day; it can be anchored on chain. */
export type DayRoot = { day: string; root: string; entries: number };

/** Shows that an entry is under the root of its day; the Solidity library of OpenZeppelin agrees. */
export type InclusionProof = { day: string; root: string; leaf: string; proof: string[] };

/** The UTC day on which an entry was added, `YYYY-MM-DD`. */
export const dayOf = ({ recordedAt }: Pick<RecordEntry, "recordedAt">): string =>
  new Date(recordedAt).toISOString().slice(0, 10);

/** A root for every day that has entries, oldest first. */
export function dayRoots(entries: readonly RecordEntry[]): DayRoot[] {
  return [...Map.groupBy(entries, dayOf)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, own]) => ({ day, root: rootOf(own.map(({ hash }) => hash)), entries: own.length }));
}

/**
 * The root over the hashes of the entries of one day.
 *
 * @throws for no hash at all
 */
export function rootOf(hashes: readonly string[]): string {
  return SimpleMerkleTree.of([...hashes]).root;
}

/**
 * The proof of one hash among those of its day.
 *
 * @throws when it is not among them
 */
export function proveInclusion(
  day: string,
  hashes: readonly string[],
  leaf: string,
): InclusionProof {
  const tree = SimpleMerkleTree.of([...hashes]);
  return { day, root: tree.root, leaf, proof: tree.getProof(leaf) };
}

/** Whether the leaf is under the root. */
export function verifyInclusion({ root, leaf, proof }: InclusionProof): boolean {
  try {
    return SimpleMerkleTree.verify(root, leaf, proof);
  } catch {
    // Bytes of a wrong length or form prove nothing.
    return false;
  }
}
