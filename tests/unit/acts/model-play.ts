import type { Dice } from "../../support/model/dice.ts";
import { ESCROW_MOVES } from "../../support/model/escrow-moves.ts";
import type { MarketState } from "../../support/model/market-state.ts";
import { MARKETPLACE_MOVES } from "../../support/model/marketplace-moves.ts";
import type { MoveKind } from "../../support/model/move.ts";
import { pickMove, type Uses } from "../../support/model/pick-move.ts";
import { Refusal } from "../../support/model/refusal.ts";

/** Random runs for each pair of generations; each has 50 to 150 moves. */
export const RUNS_PER_PAIR = 6;

/** The function as the model plays it. */
export function kindOf(isOnEscrow: boolean, fn: string): MoveKind {
  const kind = (isOnEscrow ? ESCROW_MOVES : MARKETPLACE_MOVES).find((it) => it.fn === fn);
  if (kind === undefined) throw new Error(`the models know no ${fn}`);
  return kind;
}

/** Makes the next move of a run on the models alone. */
export function playMove(state: MarketState, dice: Dice, uses: Uses): void {
  const move = pickMove(state, dice, uses);
  if (move.at > state.now) state.now = move.at;
  try {
    move.kind.play(state, move.from, state.now, move.args);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

/** One of each after every move: now the latest that is open, now any. */
export function takeTurns({ escrow, marketplace }: MarketState, turn: number) {
  const pick = <Value>(values: readonly Value[], isOpen: (value: Value) => boolean) =>
    turn % 2 === 0 ? values.findLast(isOpen) : values[turn % Math.max(1, values.length)];
  return {
    escrow: pick(escrow.escrows, () => true),
    offer: pick(escrow.offers, ({ state }) => state === "active"),
    listing: pick(marketplace.listings, () => true),
  };
}
