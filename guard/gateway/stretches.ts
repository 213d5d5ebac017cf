/** Consecutive blocks, both ends included. */
export type Stretch = { from: number; to: number };

/** Adds a stretch to a sorted list without overlaps, joining what touches. */
export function addStretch(known: readonly Stretch[], added: Stretch): Stretch[] {
  const before = known.filter((one) => one.to < added.from - 1);
  const after = known.filter((one) => one.from > added.to + 1);
  const touching = known.filter((one) => one.to >= added.from - 1 && one.from <= added.to + 1);
  const from = Math.min(added.from, ...touching.map((one) => one.from));
  const to = Math.max(added.to, ...touching.map((one) => one.to));
  return [...before, { from, to }, ...after];
}

/** Takes away every block from a height on. */
export function cutFrom(known: readonly Stretch[], height: number): Stretch[] {
  return known
    .filter((one) => one.from < height)
    .map((one) => ({ from: one.from, to: Math.min(one.to, height - 1) }));
}
