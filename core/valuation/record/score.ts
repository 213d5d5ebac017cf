import { isSameMoney, usdPerUnit } from "../currency.ts";
import type { Deal } from "../deals/deal.ts";
import type { Scored } from "../evaluation/backtest.ts";
import { BASELINE_NAMES, learnBaselines } from "../evaluation/baselines.ts";
import type { RecordEntry } from "./frozen-estimate.ts";
import { type Outcome, toDeal } from "./outcome.ts";

/** Rules of thumb that are shown beside the record; the ask stands in the outcome itself. */
const NAIVE = BASELINE_NAMES.filter((name) => name !== "asking price");

/** What of an outcome decides which estimate it scores. */
export type Scoring = Pick<Outcome, "listingId" | "agreedBlock" | "currency" | "recordEnd">;

/**
 * The estimate that an outcome scores: the last blind one of the listing, in the currency of the sale,
 * that knew only blocks before the one that told the price.
 */
export function scoredEntry(
  entries: readonly RecordEntry[],
  { listingId, agreedBlock, currency, recordEnd }: Scoring,
): RecordEntry | undefined {
  return entries.findLast(
    ({ sequence, estimate }) =>
      sequence <= recordEnd &&
      estimate.listingId === listingId &&
      estimate.isAskHidden &&
      isSameMoney(estimate.currency, currency) &&
      BigInt(estimate.blockNumber) < BigInt(agreedBlock),
  );
}

/**
 * Deals that were known before the price of an outcome was: the public ones, and escrows that were
 * written down before and settled in an earlier block.
 *
 * @param earlier outcomes that were written down before, oldest first
 */
export function dealsKnownBefore(
  seed: readonly Deal[],
  earlier: readonly Outcome[],
  agreedBlock: number,
): Deal[] {
  const settled = earlier
    .filter(({ settledBlock }) => settledBlock < agreedBlock)
    .flatMap((outcome) => toDeal(outcome, usdPerUnit(outcome.currency, {})) ?? []);
  return [...seed.filter(({ kind }) => kind === "sold"), ...settled];
}

/** What rules of thumb say of a deal, as decimals of its currency by their names. */
export function naivePrices(
  known: readonly Deal[],
  outcome: Omit<Outcome, "naive">,
): Record<string, string> {
  const rate = outcome.deal?.usdPerUnit ?? usdPerUnit(outcome.currency, {});
  const deal = toDeal(outcome, rate);
  if (deal === undefined || rate === undefined) return {};
  const rules = learnBaselines(known);
  return Object.fromEntries(
    NAIVE.flatMap((name) => {
      const usd = rules[name](deal);
      return usd === undefined || usd <= 0 ? [] : [[name, (usd / rate).toFixed(2)]];
    }),
  );
}

/** Every counted outcome with its estimate, as rows of a backtest; money in the currency of the sale. */
export function scoreOutcomes(
  entries: readonly RecordEntry[],
  outcomes: readonly Outcome[],
): Scored[] {
  return outcomes.flatMap((outcome): Scored[] => {
    if (outcome.excludedBecause !== null) return [];
    const said = scoredEntry(entries, outcome)?.estimate;
    if (said === undefined) return [];
    const { askedFor, naive } = outcome;
    return [
      {
        id: outcome.escrowId,
        category: said.category,
        grade: said.grade,
        soldUsd: Number(outcome.soldFor),
        estimate: {
          low: Number(said.low),
          mid: Number(said.mid),
          high: Number(said.high),
          confidence: said.confidence,
        },
        refusal: undefined,
        baselines: {
          ...Object.fromEntries(Object.entries(naive).map(([name, text]) => [name, Number(text)])),
          ...(askedFor === null ? {} : { "asking price": Number(askedFor) }),
        },
        categoryRatio: undefined,
      },
    ];
  });
}
