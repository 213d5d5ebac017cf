import pg from "pg";
import { DomainError } from "../errors.ts";

/** query_canceled: the statement ran into its time limit. */
const QUERY_CANCELED = "57014";

/** Classes of SQLSTATE that say that the server, not the statement, is in trouble. */
const SERVER_TROUBLE = /^(08|53|57P)/;

/** Whether it was no fault of the statement: the server is in trouble, or took too long. */
export const isServerTrouble = ({ code = "" }: pg.DatabaseError): boolean =>
  code === QUERY_CANCELED || SERVER_TROUBLE.test(code);

/**
 * Puts what the driver threw into the words of the error catalogue. What comes without a code of the
 * server is a connection that broke or went silent.
 *
 * @throws DomainError QUERY_TIMEOUT or DATABASE_UNAVAILABLE, or the same error when the statement is to
 *   blame
 */
export function rethrowExplained(error: unknown): never {
  if (error instanceof pg.DatabaseError) {
    if (error.code === QUERY_CANCELED) {
      throw new DomainError("QUERY_TIMEOUT", "The database took too long.", { cause: error });
    }
    if (!isServerTrouble(error)) throw error;
  }
  throw new DomainError("DATABASE_UNAVAILABLE", "The database cannot be reached.", {
    cause: error,
  });
}
