import pg from "pg";
import { isServerTrouble } from "../db/explain-error.ts";

/** Class 40 of SQLSTATE: transactions that met others, and may be run again. */
const MET_OTHERS = /^40/;

/**
 * Whether a failure is one of ours, which no trying again cures: a statement that the database refuses
 * for what it says, or code that did what cannot be done. Outages of the database and of nodes are
 * none: loops wait for their end, and alarms tell of them.
 */
export function isDefect(error: unknown): error is Error {
  if (error instanceof pg.DatabaseError) {
    return !isServerTrouble(error) && !MET_OTHERS.test(error.code ?? "");
  }
  const isOfCode = [TypeError, RangeError, ReferenceError].some((kind) => error instanceof kind);
  // A request that found no connection is a TypeError too, with what it met as its cause.
  return isOfCode && (error as Error).cause === undefined;
}
