import { quantile } from "simple-statistics";
import type { LeftOut } from "./blend.ts";
import type { Encoded } from "./encoder.ts";
import type { Profile } from "./signals.ts";

/**
 * How far deals of a kind are usually missed: the error (log) that `level` of the deals left out stay
 * within, of a grade, family and category, drawn towards the wider group while it has few deals.
 */
export type Spread = {
  /** Of all deals together. */
  usual: number;
  /** Of deals like the profile; wider where it lies far from what the deals have shown. */
  of(profile: Profile, leverage: number): number;
};

/** So many deals of the wider group count as much as all of a group's own. */
const BORROWED = 24;
const SMALLEST = 1e-3;

/**
 * Learns the spread from errors of deals left out.
 *
 * @param level share of the errors that the spread is to hold, 0 to 1
 * @param fitted part of the variance of the hedonic fit that a prediction has, 0 to 1
 */
export function fitSpread(
  leftOut: readonly LeftOut[],
  encoded: readonly Encoded[],
  level: number,
  fitted: number,
): Spread {
  // The prediction itself is uncertain by its leverage, beside the noise of the price.
  const stretch = (leverage: number) => Math.sqrt(1 + fitted * Math.max(0, leverage));
  const errors = new Map<string, number[]>();
  const all: number[] = [];
  for (const { index, residual, leverage } of leftOut) {
    const error = Math.abs(residual) / stretch(leverage);
    all.push(error);
    const { profile } = encoded[index] as Encoded;
    for (const key of [...groupsOf(profile), ...groupsOfAnyGrade(profile)]) {
      const group = errors.get(key);
      if (group === undefined) errors.set(key, [error]);
      else group.push(error);
    }
  }
  const usual = Math.max(SMALLEST, quantile(all, level));
  const groups = new Map(
    [...errors].map(([key, own]) => {
      // The next deal of few lies outside of all of them more often than of many.
      const typical = quantile(own, Math.min(1, level * (1 + 1 / own.length)));
      return [key, { typical, count: own.length }];
    }),
  );
  return {
    usual,
    of: (profile, leverage) => {
      let typical = usual;
      // A grade that no deal has shown errs as its kind of business does; `widening.ts` knows the rest.
      const isKnown = groups.has(profile.grade);
      for (const key of isKnown ? groupsOf(profile) : groupsOfAnyGrade(profile)) {
        const group = groups.get(key);
        if (group === undefined) continue;
        const { typical: own, count } = group;
        typical = (own * count + BORROWED * typical) / (count + BORROWED);
      }
      return Math.max(SMALLEST, typical) * stretch(leverage);
    },
  };
}

/** From the widest group to the narrowest. */
function groupsOf({ grade, family, category }: Profile): string[] {
  return [grade, `${family}/${grade}`, `${family}/${category}/${grade}`];
}

function groupsOfAnyGrade({ family, category }: Profile): string[] {
  return [`any/${family}`, `any/${family}/${category}`];
}
