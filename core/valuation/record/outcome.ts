import { z } from "zod";
import type { Scored } from "../evaluation/backtest.ts";
import { dayRoots } from "./day-root.ts";
import { GENESIS_HASH, hashOf, RecordEntry } from "./frozen-estimate.ts";

/** How an escrow ended: what was paid for the listing, arm's length or not. */
export const Outcome = z.strictObject({
  listingId: z.string().min(1).max(200),
  /** US dollars or tokens worth a dollar, as a decimal string. */
  soldFor: z.string().regex(/^\d{1,78}(?:\.\d{1,18})?$/),
  askedFor: z
    .string()
    .regex(/^\d{1,78}(?:\.\d{1,18})?$/)
    .optional(),
  settledAt: z.iso.datetime(),
  /** Why the deal says nothing of a market price, where it does not. */
  excludedBecause: z.enum(["same_party", "refunded", "disputed"]).optional(),
});

export type Outcome = z.infer<typeof Outcome>;

/** Everything that anybody needs to check the record. */
export const PublicRecord = z.strictObject({
  entries: z.array(RecordEntry),
  roots: z.array(z.strictObject({ day: z.string(), root: z.string(), entries: z.int() })),
  outcomes: z.array(Outcome),
});

export type PublicRecord = z.infer<typeof PublicRecord>;

/** The last estimate made before each settlement, scored; nothing made afterwards counts. */
export function scoreOutcomes({ entries, outcomes }: PublicRecord): Scored[] {
  const byListing = Map.groupBy(entries, ({ estimate }) => estimate.listingId);
  return outcomes.flatMap((outcome): Scored[] => {
    if (outcome.excludedBecause !== undefined) return [];
    const before = (byListing.get(outcome.listingId) ?? []).filter(
      ({ estimate }) =>
        estimate.isAskHidden && Date.parse(estimate.madeAt) < Date.parse(outcome.settledAt),
    );
    const last = before.at(-1)?.estimate;
    if (last === undefined) return [];
    return [
      {
        id: outcome.listingId,
        category: last.category,
        grade: last.grade,
        soldUsd: Number(outcome.soldFor),
        estimate: {
          low: Number(last.low),
          mid: Number(last.mid),
          high: Number(last.high),
          confidence: last.confidence,
        },
        refusal: undefined,
        baselines:
          outcome.askedFor === undefined ? {} : { "asking price": Number(outcome.askedFor) },
        categoryRatio: undefined,
      },
    ];
  });
}

/** Everything that is wrong with a record: changed, missing or reordered entries, and wrong roots. */
export function findTampering({ entries, roots }: PublicRecord): string[] {
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
    if (before !== undefined && before.estimate.madeAt > content.estimate.madeAt) {
      found.push(`entry ${content.sequence} is dated before the one before it`);
    }
    previousHash = hash;
  });
  const published = new Map(roots.map((root) => [root.day, root]));
  for (const { day, root, entries: count } of dayRoots(entries)) {
    const said = published.get(day);
    if (said === undefined) found.push(`${day} has no root`);
    else if (said.root !== root || said.entries !== count) found.push(`${day} has another root`);
    published.delete(day);
  }
  for (const day of published.keys()) found.push(`${day} has a root and no entries`);
  return found;
}
