/**
 * One abstract move: small numbers that mean nothing until a state gives them something to choose
 * from. Leaving some out keeps the rest valid, which is what lets a failing run shrink.
 */
export type Dice = {
  /** Which kind of move. */
  kind: number;
  /** Which listing, offer, escrow or person it is about. */
  target: number;
  /** Who acts, where that is free to choose. */
  who: number;
  /** Amounts, levels, texts and flags. */
  detail: number;
  /** How much time passes before it. */
  time: number;
  /** Below `WILD_SHARE` the move ignores the rules, so that the contract refuses most of them. */
  wild: number;
};

/** Upper bound of every number of a `Dice`, exclusive. */
export const DICE_SIDES = 1_000;

/** Of `DICE_SIDES`, how many values of `wild` mean an unruly move. */
export const WILD_SHARE = 240;

/** The member of a non-empty list that a number points at. */
export function choose<Value>(values: readonly Value[], by: number): Value {
  const value = values[by % values.length];
  if (value === undefined) throw new Error("nothing to choose from");
  return value;
}
