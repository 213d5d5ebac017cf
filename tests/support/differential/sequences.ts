import fc from "fast-check";
import { DICE_SIDES, type Dice } from "../model/dice.ts";

/** Shortest and longest run of a batch, in moves. */
const SHORTEST = 50;
const LONGEST = 150;

/** Even: fast-check would prefer the smallest and largest numbers, which here mean nothing special. */
const side = fc.noBias(fc.nat({ max: DICE_SIDES - 1 }));

const dice: fc.Arbitrary<Dice> = fc.record({
  kind: side,
  target: side,
  who: side,
  detail: side,
  time: side,
  wild: side,
});

/** Runs as a batch plays them. */
export const wholeRun = fc.array(dice, {
  minLength: SHORTEST,
  maxLength: LONGEST,
  size: "max",
});

/** Runs of any length, which a failing one shrinks to. */
export const anyRun = fc.array(dice, { minLength: 1, maxLength: LONGEST });

/** The run that a seed stands for. */
export function runOf(seed: number): Dice[] {
  const [run] = fc.sample(wholeRun, { seed, numRuns: 1 });
  if (run === undefined) throw new Error("fast-check gave no sample");
  return run;
}
