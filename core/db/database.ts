import { CamelCasePlugin, Kysely, PostgresDialect, type PostgresPool, sql } from "kysely";
import type pg from "pg";
import { consistentRead, type Snapshot } from "./consistent-read.ts";
import { rethrowExplained } from "./explain-error.ts";
import { optimisticReads, type ReadIndex } from "./optimistic-read.ts";
import { createPool, type PoolOptions } from "./pools.ts";
import { StatementNames } from "./prepared.ts";
import { ReadQueue, type ReadQueueLimits } from "./read-queue.ts";
import { currentRead, type ReadOptions, runRead } from "./read-scope.ts";
import { type SlowStatement, SlowStatements } from "./slow-statements.ts";

/** Connections that health checks have for themselves. */
export const HEALTH_CONNECTIONS = 2;

/**
 * The database as a process that only reads may use it. Its methods throw DomainError when it is out
 * of reach or too slow.
 */
export type Database = {
  /** Reads that belong together, on one snapshot. */
  read<Answer>(work: (snapshot: Snapshot) => Promise<Answer>): Promise<Answer>;
  /** The same for work that reads nothing but the index, usually without a transaction. */
  readIndex<Answer>(
    work: (snapshot: Snapshot) => Promise<Answer>,
    options?: ReadOptions,
  ): Promise<Answer>;
  /** As `read`, on connections that are kept for health checks. */
  readForHealth<Answer>(work: (snapshot: Snapshot) => Promise<Answer>): Promise<Answer>;
  /** Fails unless the database answers at once. */
  ping(): Promise<void>;
  /** Connections of the read pool: open, idle, and reads that wait for one or were refused. */
  poolUse(): { total: number; idle: number; waiting: number; refused: number };
  /** Sessions on this database that the server knows of, by role and by what they do (req 5.155). */
  countSessions(): Promise<{ role: string; state: string; count: number }[]>;
  close(): Promise<void>;
};

export type DatabaseOptions = PoolOptions & {
  /** How many reads may wait for a connection, and how long. */
  queue?: Omit<ReadQueueLimits, "slots">;
  /** Told of each statement that is slow, once. */
  onSlowStatement?: (slow: SlowStatement) => void;
  /** Told of every statement with its values before it runs, for whoever looks at plans. */
  onStatement?: (text: string, values: readonly unknown[]) => void;
};

/** Reads that wait unless the process says otherwise. */
const DEFAULT_QUEUE = { maxWaiting: 200, maxWaitMs: 1_000 };

/** Opens the pools of a process that reads. Connections are made when they are needed. */
export function openDatabase(
  connectionString: string,
  { queue: queueLimits = DEFAULT_QUEUE, onSlowStatement, onStatement, ...options }: DatabaseOptions,
): Database {
  const readPool = createPool(connectionString, "reads", options);
  const healthPool = createPool(connectionString, "health", {
    ...options,
    max: HEALTH_CONNECTIONS,
  });
  const names = new StatementNames();
  const slow = new SlowStatements(onSlowStatement ?? (() => undefined));
  const queue = new ReadQueue({ slots: options.max, ...queueLimits });
  // The statement ends by itself later when even this does not get through.
  const cancel = async (pid: number) => {
    await healthPool.query("SELECT pg_cancel_backend($1)", [pid]).catch(() => undefined);
  };
  const [reads, health] = [readPool, healthPool].map(
    (pool) =>
      new Kysely<unknown>({
        dialect: new PostgresDialect({
          pool: watchedPool(pool, { names, slow, cancel, onStatement }),
        }),
        plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
      }),
  ) as [Kysely<unknown>, Kysely<unknown>];
  const readIndex: ReadIndex = optimisticReads(reads);
  const withFreshPlans = async <Answer>(read: () => Promise<Answer>): Promise<Answer> => {
    try {
      return await read();
    } catch (error) {
      if (!names.isOutdated(error)) throw error;
      return await read();
    }
  };
  return {
    read: (work) => queue.run(() => withFreshPlans(() => consistentRead(reads, work))),
    readIndex(work, { isLong = false, ...limits } = {}) {
      // Beside its statements a transaction costs nothing, and none of them has to be run again.
      const read = () =>
        isLong ? consistentRead(reads, work, undefined, isLong) : readIndex(work);
      return queue.run(() => runRead(() => withFreshPlans(read), limits), limits.signal);
    },
    readForHealth: (work) => withFreshPlans(() => consistentRead(health, work)),
    async ping() {
      await sql`SELECT 1`.execute(health);
    },
    poolUse: () => ({
      total: readPool.totalCount,
      idle: readPool.idleCount,
      ...queue.use(),
    }),
    async countSessions() {
      const { rows } = await healthPool.query<{ role: string; state: string; count: bigint }>(
        `SELECT usename AS role, coalesce(state, 'hidden') AS state, count(*) AS count
         FROM pg_stat_activity WHERE datname = current_database() AND usename IS NOT NULL
         GROUP BY 1, 2`,
      );
      return rows.map(({ role, state, count }) => ({ role, state, count: Number(count) }));
    },
    async close() {
      await Promise.all([reads.destroy(), health.destroy()]);
      // Kysely ends only pools that it has used itself.
      await Promise.all([readPool, healthPool].filter(({ ending }) => !ending).map(endPool));
    },
  };
}

const endPool = (pool: pg.Pool) => pool.end();

/** What a pool needs beside its connections. */
type Watch = {
  names: StatementNames;
  slow: SlowStatements;
  onStatement: DatabaseOptions["onStatement"] | undefined;
  /** Asks the server to end what a session runs. */
  cancel: (pid: number) => Promise<void>;
};

/**
 * The pool as Kysely sees it: statements are prepared, timed and cancelled with their read, and
 * failures are in the words of the error catalogue.
 */
function watchedPool(pool: pg.Pool, watch: Watch): PostgresPool {
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect().catch(rethrowExplained);
      return {
        query: (statement: unknown, parameters: readonly unknown[] = []) =>
          runStatement(client, statement as string, parameters, watch) as never,
        release: (destroy?: boolean) => client.release(destroy),
      };
    },
  };
}

async function runStatement(
  client: pg.PoolClient,
  text: string,
  parameters: readonly unknown[],
  { names, slow, cancel, onStatement }: Watch,
): Promise<pg.QueryResult> {
  const read = currentRead();
  // A transaction that was given up must still be ended.
  const signal = text === "rollback" ? undefined : read?.signal;
  signal?.throwIfAborted();
  onStatement?.(text, parameters);
  const name = names.nameOf(text);
  let cancelling: Promise<void> | undefined;
  const onAbort = () => {
    cancelling = cancel(backendOf(client));
  };
  signal?.addEventListener("abort", onAbort, { once: true });
  const start = performance.now();
  try {
    return await client.query({
      ...(name === undefined ? {} : { name }),
      text,
      values: [...parameters],
    });
  } catch (error) {
    signal?.throwIfAborted();
    return rethrowExplained(error);
  } finally {
    const ms = performance.now() - start;
    signal?.removeEventListener("abort", onAbort);
    read?.onQuery?.(ms);
    slow.observe(text, ms);
    // Otherwise it might reach the session when that runs the statement of somebody else.
    await cancelling;
  }
}

/** The driver keeps the number of its session and leaves it out of its types. */
function backendOf(client: pg.PoolClient): number {
  return (client as unknown as { processID: number }).processID;
}
