/** The test suites, fastest first, with the longest that each may take. */
export const SUITES = [
  { name: "unit", limitSeconds: 300 },
  { name: "types", limitSeconds: 120 },
  { name: "integration", limitSeconds: 900 },
  { name: "stack", limitSeconds: 360 },
  { name: "indexing", limitSeconds: 1_200 },
] as const;

export type SuiteName = (typeof SUITES)[number]["name"];
export type Suite = { name: SuiteName; limitSeconds: number };

/** The suites of these names in their usual order; all of them when none is named. */
export function suitesNamed(names: readonly string[]): Suite[] {
  const known = SUITES.map(({ name }) => name as string);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new Error(`no suite ${unknown.join(", ")}; there are ${known.join(", ")}`);
  }
  return SUITES.filter(({ name }) => names.length === 0 || names.includes(name));
}
