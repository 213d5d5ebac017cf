import pg from "pg";
import { LEAST_SIMILARITY } from "../search/similarity.ts";

/** What connections are for: a slow page must not take those that health checks or writes need. */
const PURPOSES = {
  /** Pages and single rows for clients; each route ends its reads earlier than this by itself. */
  reads: { statementTimeoutMs: 10_000, isReadOnly: true },
  /** Writes to schema `app`. */
  appWrites: { statementTimeoutMs: 10_000, isReadOnly: false },
  /** Health and readiness: an answer that comes late is a no. */
  health: { statementTimeoutMs: 1_000, isReadOnly: true },
  /** Counters of limits: one that is not answered at once is kept in memory. */
  counters: { statementTimeoutMs: 500, isReadOnly: false },
} as const;
export type PoolPurpose = keyof typeof PURPOSES;

const CONNECT_TIMEOUT_MS = 3_000;

/**
 * How a connection begins that only reads. The index of text search proposes what is this alike. To
 * compile a statement takes longer than any page may. A page of an index costs hardly more than the
 * next page of a table where nothing turns: with the 4 that Postgres assumes of disks it reads whole
 * tables where an index holds all that is asked for.
 */
export const READ_ONLY_OPTIONS = [
  ...["default_transaction_read_only=on", "jit=off", "random_page_cost=1.1"],
  `pg_trgm.word_similarity_threshold=${LEAST_SIMILARITY}`,
]
  .map((setting) => `-c ${setting}`)
  .join(" ");

/** SQL types by the number that Postgres gives them. */
const INT8 = 20;
const NUMERIC = 1_700;

const WHOLE_NUMBER = /^-?\d+$/;

/**
 * How values come out of the database: 64-bit integers and whole numerics as bigint, so that no
 * amount ever passes through a float; a numeric with decimals stays text (req 5.119).
 */
const EXACT_NUMBERS: pg.CustomTypesConfig = {
  getTypeParser(oid, format) {
    if (format === "binary") return pg.types.getTypeParser(oid, format);
    if (oid === INT8) return BigInt;
    if (oid === NUMERIC) {
      return (text: string) => (WHOLE_NUMBER.test(text) ? BigInt(text) : text);
    }
    return pg.types.getTypeParser(oid, format);
  },
};

export type PoolOptions = {
  max: number;
  /** Name of the process in `pg_stat_activity`. */
  processName: string;
  /** Role that each connection takes on after it has logged in. */
  role?: string;
  /** Told of errors on idle connections; the pool replaces those by itself. */
  onIdleError: (error: Error) => void;
};

/** Creates the pool of one purpose, with the limits that the purpose calls for. */
export function createPool(
  connectionString: string,
  purpose: PoolPurpose,
  { max, processName, role, onIdleError }: PoolOptions,
): pg.Pool {
  const { statementTimeoutMs, isReadOnly } = PURPOSES[purpose];
  const pool = new pg.Pool({
    connectionString,
    max,
    application_name: `${processName}_${purpose}`,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: statementTimeoutMs,
    // A frozen server answers no statement_timeout either: the client gives up a little later.
    query_timeout: statementTimeoutMs + 1_000,
    idle_in_transaction_session_timeout: statementTimeoutMs + 5_000,
    types: EXACT_NUMBERS,
    ...(isReadOnly ? { options: READ_ONLY_OPTIONS } : {}),
    ...(role === undefined ? {} : { options: `-c role=${role}` }),
  });
  pool.on("error", onIdleError);
  // A connection that is cut off in the hands of its user fails his next statement; without anybody
  // who listens, Node would end the process before.
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}
