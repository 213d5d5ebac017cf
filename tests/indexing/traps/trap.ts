import type { Rows } from "../support/rows.ts";
import type { Stage, StageWish } from "../support/stage.ts";

/** What the rows must say once everything is indexed. */
export type Check = (rows: Rows) => Promise<void>;

/** One trap of domain A.9: what happens on chain, and what the read model makes of it. */
export type Trap = {
  title: string;
  wishes: readonly StageWish[];
  play(...stages: Stage[]): Promise<Check>;
};

/** A trap on a market of its own. */
export function trap(title: string, wish: StageWish, play: (stage: Stage) => Promise<Check>): Trap {
  return {
    title,
    wishes: [wish],
    async play(stage) {
      if (!stage) throw new Error(`no market for "${title}"`);
      return play(stage);
    },
  };
}

/** A trap that shows in two markets side by side. */
export function trapOfTwo(
  title: string,
  wishes: readonly [StageWish, StageWish],
  play: (first: Stage, second: Stage) => Promise<Check>,
): Trap {
  return {
    title,
    wishes,
    async play(first, second) {
      if (!first || !second) throw new Error(`no two markets for "${title}"`);
      return play(first, second);
    },
  };
}
