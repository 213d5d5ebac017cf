import { z } from "zod";
import type { Deal } from "../deals/deal.ts";
import { dayOf, dayRoots } from "./day-root.ts";
import { canonicalText, GENESIS_HASH, Hash32, hashOf, RecordEntry } from "./frozen-estimate.ts";
import { Outcome } from "./outcome.ts";
import { dealsKnownBefore, naivePrices, scoredEntry } from "./score.ts";

/** Everything that anybody needs to check the record. */
export const PublicRecord = z.strictObject({
  /** Where the record ends; entries that are missing at its end show by it. */
  head: z.strictObject({ sequence: z.int().min(0), hash: Hash32 }),
  entries: z.array(RecordEntry),
  roots: z.array(
    z.strictObject({ day: z.iso.date(), root: Hash32, entries: z.int().min(1) }).loose(),
  ),
  /** In the order in which they were written down. */
  outcomes: z.array(Outcome),
});

export type PublicRecord = z.infer<typeof PublicRecord>;

const DAY_MS = 86_400_000;

/**
 * Everything that is wrong with a record: changed, missing or reordered entries, and wrong roots.
 *
 * @param now days that ended longer than a day before must have a root
 */
export function findTampering({ head, entries, roots }: PublicRecord, now: Date): string[] {
  const found: string[] = [];
  let previousHash = GENESIS_HASH;
  entries.forEach(({ hash, ...content }, index) => {
    if (content.sequence !== index + 1) {
      found.push(`entry ${index + 1} carries number ${content.sequence}`);
    }
    if (content.previousHash !== previousHash) {
      found.push(`entry ${content.sequence} does not follow the one before it`);
    }
    if (hashOf(content) !== hash) found.push(`entry ${content.sequence} was changed`);
    const before = entries[index - 1];
    if (before !== undefined && before.recordedAt > content.recordedAt) {
      found.push(`entry ${content.sequence} is dated before the one before it`);
    }
    previousHash = hash;
  });
  if (head.sequence !== entries.length || head.hash !== previousHash) {
    found.push(`the record ends at entry ${head.sequence}, and ${entries.length} are here`);
  }
  const published = new Map(roots.map((root) => [root.day, root]));
  const due = dayOf({ recordedAt: new Date(now.getTime() - DAY_MS).toISOString() });
  for (const { day, root, entries: count } of dayRoots(entries)) {
    const said = published.get(day);
    if (said === undefined) {
      if (day < due) found.push(`${day} has no root`);
    } else if (said.root !== root || said.entries !== count) found.push(`${day} has another root`);
    published.delete(day);
  }
  for (const day of published.keys()) found.push(`${day} has a root and no entries`);
  return found;
}

/**
 * Outcomes that do not follow from the record by the rules: another estimate is scored than the last
 * blind one, or the rules of thumb say something else.
 *
 * @param seed the public deals that rules of thumb learn from; undefined leaves these unchecked
 */
export function findWrongScores(
  { entries, outcomes }: PublicRecord,
  seed: readonly Deal[] | undefined,
): string[] {
  return outcomes.flatMap((outcome, at) => {
    const { escrowId, agreedBlock, sequence, naive } = outcome;
    const found: string[] = [];
    const expected = scoredEntry(entries, outcome)?.sequence ?? null;
    if (expected !== sequence) {
      found.push(`escrow ${escrowId} scores entry ${sequence}, and should score ${expected}`);
    }
    if (seed !== undefined) {
      const known = dealsKnownBefore(seed, outcomes.slice(0, at), agreedBlock);
      if (canonicalText(naivePrices(known, outcome)) !== canonicalText(naive)) {
        found.push(`escrow ${escrowId}: the rules of thumb say something else`);
      }
    }
    return found;
  });
}
