import { SimpleMerkleTree } from "@openzeppelin/merkle-tree";
import type { RecordEntry } from "./frozen-estimate.ts";

/** The one hash that stands for all entries of a day; it can be anchored on chain. */
export type DayRoot = { day: string; root: string; entries: number };

/** Shows that an entry is under the root of its day; the Solidity library of OpenZeppelin agrees. */
export type InclusionProof = { day: string; root: string; leaf: string; proof: string[] };

/** The UTC day of an entry, `YYYY-MM-DD`. */
export const dayOf = ({ estimate }: RecordEntry): string =>
  new Date(estimate.madeAt).toISOString().slice(0, 10);

/** A root for every day that has entries, oldest first. */
export function dayRoots(entries: readonly RecordEntry[]): DayRoot[] {
  return [...Map.groupBy(entries, dayOf)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, own]) => ({ day, root: treeOf(own).root, entries: own.length }));
}

/** The proof of one entry, or undefined when it is not among `entries`. */
export function proveInclusion(
  entries: readonly RecordEntry[],
  sequence: number,
): InclusionProof | undefined {
  const entry = entries.find((one) => one.sequence === sequence);
  if (entry === undefined) return undefined;
  const day = dayOf(entry);
  const tree = treeOf(entries.filter((one) => dayOf(one) === day));
  return { day, root: tree.root, leaf: entry.hash, proof: tree.getProof(entry.hash) };
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

const treeOf = (entries: readonly RecordEntry[]) =>
  SimpleMerkleTree.of(entries.map(({ hash }) => hash));
