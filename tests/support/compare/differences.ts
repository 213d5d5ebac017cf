import { type Expected, isSame } from "../../../guard/audit/state/differences.ts";

/** One text for each field of `expected` that `actual` shows otherwise. */
export function fieldDifferences(
  what: string,
  expected: Expected,
  actual: Record<string, unknown>,
  [left, right]: readonly [string, string] = ["contracts", "rows"],
): string[] {
  return Object.entries(expected).flatMap(([field, wanted]) => {
    const seen = actual[field];
    if (isSame(wanted, seen)) return [];
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

const shown = (value: unknown) => (typeof value === "bigint" ? `${value}` : JSON.stringify(value));
