/**
 * The test suites, fastest first, with the longest that each may take: some four times
 * what they take on two idle cores, so that only a hang is cut off. Suites with services share a
 * machine with a dozen processes: a file of theirs that failed runs once more, alone.
 */
export const SUITES = [
  { name: "unit", limitSeconds: 600, hasServices: false },
  { name: "types", limitSeconds: 300, hasServices: false },
  { name: "integration", limitSeconds: 2_000, hasServices: true },
  { name: "guard", limitSeconds: 1_000, hasServices: true },
  { name: "stack", limitSeconds: 600, hasServices: true },
  { name: "indexing", limitSeconds: 1_500, hasServices: true },
] as const;

export type SuiteName = (typeof SUITES)[number]["name"];
export type Suite = { name: SuiteName; limitSeconds: number; hasServices: boolean };

/** The suites of these names in their usual order; all of them when none is named. */
export function suitesNamed(names: readonly string[]): Suite[] {
  const known = SUITES.map(({ name }) => name as string);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new Error(`no suite ${unknown.join(", ")}; there are ${known.join(", ")}`);
  }
  return SUITES.filter(({ name }) => names.length === 0 || names.includes(name));
}
