/** Field name and value of something, as the side that is believed describes it. */
export type Expected = Record<string, Scalar>;

export type Scalar = bigint | number | boolean | string | null;

/** One text for each field of `expected` that `actual` shows otherwise. */
export function fieldDifferences(
  what: string,
  expected: Expected,
  actual: Record<string, unknown>,
  [left, right]: readonly [string, string] = ["contracts", "rows"],
): string[] {
  return Object.entries(expected).flatMap(([field, wanted]) => {
    const seen = actual[field];
    if (same(wanted, seen)) return [];
    return [`${what} ${field}: ${left} ${shown(wanted)}, ${right} ${shown(seen)}`];
  });
}

/** Compares things by key, both ways: what is missing, what is too much, and what differs. */
export function tableDifferences(
  table: string,
  expected: ReadonlyMap<string, Expected>,
  actual: ReadonlyMap<string, Record<string, unknown>>,
): string[] {
  const missing = [...expected.keys()].filter((key) => !actual.has(key));
  const surplus = [...actual.keys()].filter((key) => !expected.has(key));
  return [
    ...missing.map((key) => `${table} ${key}: no row`),
    ...surplus.map((key) => `${table} ${key}: a row that no contract knows of`),
    ...[...expected].flatMap(([key, wanted]) => {
      const row = actual.get(key);
      return row === undefined ? [] : fieldDifferences(`${table} ${key}`, wanted, row);
    }),
  ];
}

/** Numbers are compared as decimal texts, since Postgres answers big ones as text. */
function same(wanted: Scalar, seen: unknown): boolean {
  if (wanted === null || seen === null || seen === undefined) return wanted === (seen ?? null);
  return String(wanted) === String(seen);
}

const shown = (value: unknown) => (typeof value === "bigint" ? `${value}` : JSON.stringify(value));
