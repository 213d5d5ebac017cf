import { CamelCasePlugin, Kysely, PostgresDialect, type PostgresPool } from "kysely";
import type pg from "pg";
import type { AppTables } from "./app.tables.ts";
import type { CallerDb } from "./as-caller.ts";
import { rethrowExplained } from "./explain-error.ts";
import type { IdentityTables } from "./identity.tables.ts";
import { createPool, type PoolOptions } from "./pools.ts";
import { IDENTITY_ROLE } from "./roles.ts";

/** Tables of schema `app` as the role that decides who somebody is. */
export type IdentityDb = Kysely<IdentityTables>;

/**
 * The database as a process that writes to schema `app` may use it. Statements throw DomainError when
 * it is out of reach or too slow.
 */
export type AppWrites = {
  /** What callers own: through `asCaller` alone. */
  callers: CallerDb;
  /** What proves who they are: for core/identity alone. */
  identity: IdentityDb;
  close(): Promise<void>;
};

/** Opens both pools; connections are made when they are needed. */
export function openAppWrites(connectionString: string, options: PoolOptions): AppWrites {
  const callers = open<AppTables>(connectionString, options);
  const identity = open<IdentityTables>(connectionString, { ...options, role: IDENTITY_ROLE });
  return {
    callers: callers.db,
    identity: identity.db,
    async close() {
      await Promise.all([callers.close(), identity.close()]);
    },
  };
}

function open<Tables>(connectionString: string, options: PoolOptions) {
  const pool = createPool(connectionString, "appWrites", options);
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: explainingPool(pool) }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  }).withSchema("app");
  const close = async () => {
    await db.destroy();
    // Kysely ends only a pool that it has used itself.
    if (!pool.ending) await pool.end();
  };
  return { db, close };
}

/** The pool as Kysely sees it, whose failures are in the words of the error catalogue. */
function explainingPool(pool: pg.Pool): PostgresPool {
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect().catch(rethrowExplained);
      return {
        query: (text: unknown, values: readonly unknown[] = []) =>
          client.query(text as string, [...values]).catch(rethrowExplained) as never,
        release: (destroy?: boolean) => client.release(destroy),
      };
    },
  };
}
