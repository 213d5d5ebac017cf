/** Field name and value of something, as the side that is believed describes it. */
export type Expected = Record<string, Scalar>;

export type Scalar = bigint | number | boolean | string | null;

/** A row as the database gives it. */
export type Row = Record<string, unknown>;

/** One disagreement; without a field the row as a whole is missing or surplus. */
export type Difference = {
  table: string;
  key: string;
  field: string | null;
  /** Values as decimal or plain text; null where that side has none. */
  here: string | null;
  there: string | null;
};

/** What of a row differs from what the contracts say; `expected` undefined: they know no such thing. */
export function rowDifferences(
  table: string,
  key: string,
  expected: Expected | undefined,
  row: Row | undefined,
): Difference[] {
  if (expected === undefined && row === undefined) return [];
  if (row === undefined) return [{ table, key, field: null, here: null, there: "exists" }];
  if (expected === undefined) return [{ table, key, field: null, here: "a row", there: null }];
  return Object.entries(expected).flatMap(([field, wanted]) =>
    isSame(wanted, row[field])
      ? []
      : [{ table, key, field, here: shown(row[field]), there: shown(wanted) }],
  );
}

/** Numbers are compared as decimal texts, since Postgres answers big ones as text. */
export function isSame(wanted: Scalar, seen: unknown): boolean {
  if (wanted === null || seen === null || seen === undefined) return wanted === (seen ?? null);
  return String(wanted) === String(seen);
}

const shown = (value: unknown) => (value === null || value === undefined ? null : String(value));
