import type { Hex } from "viem";
import type { Dice } from "./dice.ts";
import type { MarketState } from "./market-state.ts";

/** Something that a move can be about, and who may make it. */
export type Target = { id: bigint; by: Hex };

/** A limit in time that a move is tried just before, at and just after. */
export type Limit = { rule: string; at: bigint };

/** One function of a contract, as people use it. */
export type MoveKind = {
  readonly on: "marketplace" | "escrow";
  readonly fn: string;
  /** How often it is chosen, compared with the others that are possible. */
  readonly weight: number;
  /** Whether it keeps its weight however often it was chosen: what everything else builds on. */
  readonly isSteady?: true;
  /** What it can sensibly be about now; the model decides whether it would pass. */
  targets(state: MarketState): readonly Target[];
  args(target: Target, dice: Dice, state: MarketState): readonly unknown[];
  /** False while not even an unruly person may try: what follows would be outside the domain. */
  isThinkable?(state: MarketState): boolean;
  limit?(target: Target, state: MarketState): Limit | undefined;
  /** Makes the move on the model, at `now`; throws a `Refusal` where the contract would revert. */
  play(state: MarketState, from: Hex, now: bigint, args: readonly unknown[]): void;
};

/** Arguments of a move, as the kinds declare them. */
export const arg = {
  big: (args: readonly unknown[], at: number) => args[at] as bigint,
  hex: (args: readonly unknown[], at: number) => args[at] as Hex,
  text: (args: readonly unknown[], at: number) => args[at] as string,
  flag: (args: readonly unknown[], at: number) => args[at] as boolean,
  int: (args: readonly unknown[], at: number) => args[at] as number,
};

/** Prices in base units: some so small that fee and deposit round to nothing. */
export const PRICES: readonly bigint[] = [
  1n,
  19n,
  40n,
  3_999n,
  1_000n * 10n ** 18n,
  25_000n * 10n ** 18n + 7n,
  987_654_321_123_456_789_012n,
  4_200_000n * 10n ** 18n + 1n,
];

/** Texts as people write them. */
export const TEXTS: readonly string[] = [
  "Shop",
  "Café \u{1F680} SaaS",
  "O'Hara's \"best\" newsletter; DROP TABLE listing;--",
  "  spaces and\ttabs  ",
  "数字商店",
  "<script>alert(1)</script>",
  "x".repeat(300),
];
