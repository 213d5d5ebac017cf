import { type Difference, type Expected, type Row, rowDifferences } from "./differences.ts";

/** What a comparison has counted so far. */
export type Tally = {
  readonly differences: Difference[];
  comparedRows: number;
  comparedFields: number;
  /** Rows that changed after the block: they say nothing about it and are compared another time. */
  postponedRows: number;
  /** Compares a row with what the contracts say of it at the block. */
  compare(table: string, key: string, expected: Expected | undefined, row: Row | undefined): void;
};

/** Counts comparisons at a block; rows tell by `updated_block` whether they are as of it. */
export function createTally(block: bigint): Tally {
  const tally: Tally = {
    differences: [],
    comparedRows: 0,
    comparedFields: 0,
    postponedRows: 0,
    compare(table, key, expected, row) {
      if (row !== undefined && BigInt(String(row.updated_block ?? 0)) > block) {
        tally.postponedRows += 1;
        return;
      }
      if (expected === undefined && row === undefined) return;
      tally.comparedRows += 1;
      tally.comparedFields += Object.keys(expected ?? {}).length;
      tally.differences.push(...rowDifferences(table, key, expected, row));
    },
  };
  return tally;
}
