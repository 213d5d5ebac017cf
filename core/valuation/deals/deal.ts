import type { EvidenceGrade, Figures } from "../metric.ts";

/** Sold: a closed deal. Asking: what somebody hopes for; never evidence of a price. */
export const DEAL_KINDS = ["sold", "asking"] as const;

export type DealKind = (typeof DEAL_KINDS)[number];

/** A deal whose price is known, as the engine sees it. */
export type Deal = {
  id: string;
  kind: DealKind;
  /** Normalised (`normaliseCategory`). */
  category: string;
  /** What was paid, or asked when `kind` is asking; US dollars, above 0. */
  usd: number;
  /** Year of the deal, with the month as a fraction where it is known. */
  year: number | undefined;
  /** Figures as they were stated before the deal. What was worked out from the price is left out. */
  figures: Figures;
  /** How the figures are known. */
  grade: EvidenceGrade;
  /** Where it was sold, normalised; deals of one place resemble each other. */
  venue: string;
  /** Where the deal can be looked up: an address, or the public id of an escrow. */
  source: string;
  /** Which business was sold, where it is known: several sales of one are no independent evidence. */
  business?: string;
  /** What was asked for the same business, US dollars, where it is known; never read by the model. */
  askedUsd: number | undefined;
};

/** A row that is no deal, and why. */
export type RejectedRow = { line: number; id: string; reason: string };
