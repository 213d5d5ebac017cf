import type { Hex } from "viem";
import { type Finding, findingKey, isIndexFault } from "./compare.ts";

/** Findings that may only mean that the index is still on its way. */
export type Suspects = {
  /**
   * Tells which findings of a range count: faults of a log at once, faults of the index after they
   * were seen for the whole time of grace. Earlier suspects of the range that are not among the
   * findings are cleared.
   */
  sift(
    range: { which: readonly Hex[]; from: bigint; to: bigint },
    findings: readonly Finding[],
  ): { proven: Finding[]; isWaiting: boolean };
  /** Forgets all of them. */
  clear(): void;
};

/**
 * @param graceMs time for which a fault of the index must persist: a reorganisation or a batch in
 *   flight mends itself within it.
 * @param now milliseconds of a monotonic clock.
 */
export function createSuspects(graceMs: number, now: () => number): Suspects {
  const firstSeen = new Map<string, { finding: Finding; at: number }>();
  return {
    sift({ which, from, to }, findings) {
      const keys = new Set(findings.map(findingKey));
      for (const [key, { finding }] of firstSeen) {
        const isInRange = finding.blockNumber >= from && finding.blockNumber <= to;
        if (isInRange && which.includes(finding.contract) && !keys.has(key)) firstSeen.delete(key);
      }
      const proven = findings.filter((finding) => {
        if (!isIndexFault(finding)) return true;
        const key = findingKey(finding);
        const { at } = firstSeen.get(key) ?? { at: now() };
        firstSeen.set(key, { finding, at });
        return now() - at >= graceMs;
      });
      return { proven, isWaiting: proven.length < findings.length };
    },
    clear: () => firstSeen.clear(),
  };
}
