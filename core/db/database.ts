import { CamelCasePlugin, Kysely, PostgresDialect, type PostgresPool, sql } from "kysely";
import pg from "pg";
import { DomainError } from "../errors.ts";
import { consistentRead, type Snapshot } from "./consistent-read.ts";
import { optimisticReads, type ReadIndex } from "./optimistic-read.ts";
import { createPool, type PoolOptions } from "./pools.ts";
import { StatementNames } from "./prepared.ts";

const HEALTH_CONNECTIONS = 2;

/**
 * The database as a process that only reads may use it. Its methods throw DomainError when it is out
 * of reach or too slow.
 */
export type Database = {
  /** Reads that belong together, on one snapshot. */
  read<Answer>(work: (snapshot: Snapshot) => Promise<Answer>): Promise<Answer>;
  /** The same for work that reads nothing but the index, usually without a transaction. */
  readIndex: ReadIndex;
  /** As `read`, on connections that are kept for health checks. */
  readForHealth<Answer>(work: (snapshot: Snapshot) => Promise<Answer>): Promise<Answer>;
  /** Fails unless the database answers at once. */
  ping(): Promise<void>;
  /** Connections of the read pool: open, idle, and requests that wait for one. */
  poolUse(): { total: number; idle: number; waiting: number };
  close(): Promise<void>;
};

/** Opens the pools of a process that reads. Connections are made when they are needed. */
export function openDatabase(connectionString: string, options: PoolOptions): Database {
  const readPool = createPool(connectionString, "reads", options);
  const healthPool = createPool(connectionString, "health", {
    ...options,
    max: HEALTH_CONNECTIONS,
  });
  const names = new StatementNames();
  const [reads, health] = [readPool, healthPool].map(
    (pool) =>
      new Kysely<unknown>({
        dialect: new PostgresDialect({ pool: explainFailures(pool, names) }),
        plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
      }),
  ) as [Kysely<unknown>, Kysely<unknown>];
  const readIndex = optimisticReads(reads);
  const withFreshPlans = async <Answer>(read: () => Promise<Answer>): Promise<Answer> => {
    try {
      return await read();
    } catch (error) {
      if (!names.isOutdated(error)) throw error;
      return await read();
    }
  };
  return {
    read: (work) => withFreshPlans(() => consistentRead(reads, work)),
    readIndex: (work) => withFreshPlans(() => readIndex(work)),
    readForHealth: (work) => withFreshPlans(() => consistentRead(health, work)),
    async ping() {
      await sql`SELECT 1`.execute(health);
    },
    poolUse: () => ({
      total: readPool.totalCount,
      idle: readPool.idleCount,
      waiting: readPool.waitingCount,
    }),
    async close() {
      await Promise.all([reads.destroy(), health.destroy()]);
    },
  };
}

/** query_canceled: the statement ran into its time limit. */
const QUERY_CANCELED = "57014";

/** Classes of SQLSTATE that say that the server, not the statement, is in trouble. */
const SERVER_TROUBLE = /^(08|53|57P)/;

/**
 * The pool as Kysely sees it: statements are prepared, and failures are in the words of the error
 * catalogue.
 */
function explainFailures(pool: pg.Pool, names: StatementNames): PostgresPool {
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect().catch(rethrowExplained);
      return {
        query: (statement: unknown, parameters: readonly unknown[] = []) => {
          const text = statement as string;
          const name = names.nameOf(text);
          return client
            .query({ ...(name === undefined ? {} : { name }), text, values: [...parameters] })
            .catch(rethrowExplained) as never;
        },
        release: (destroy?: boolean) => client.release(destroy),
      };
    },
  };
}

/** What the driver throws without a code of the server is a connection that broke or went silent. */
function rethrowExplained(error: unknown): never {
  if (error instanceof pg.DatabaseError) {
    if (error.code === QUERY_CANCELED) {
      throw new DomainError("QUERY_TIMEOUT", "The database took too long.", { cause: error });
    }
    if (!SERVER_TROUBLE.test(error.code ?? "")) throw error;
  }
  throw new DomainError("DATABASE_UNAVAILABLE", "The database cannot be reached.", {
    cause: error,
  });
}
