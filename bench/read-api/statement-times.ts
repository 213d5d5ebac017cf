import type pg from "pg";

/** What Postgres needs from its start on to time statements, those of every contender alike. */
export const TIMING_FLAGS = ["-c", "shared_preload_libraries=pg_stat_statements"] as const;

/** The statement of the API that took longest at once, and how long; milliseconds in the server. */
export type SlowestStatement = { text: string; calls: number; meanMs: number; maxMs: number };

/** Times what one role asks of the database. */
export type StatementTimes = {
  /** Forgets what was timed so far. */
  reset(): Promise<void>;
  /** Undefined where nothing was asked since. */
  slowest(): Promise<SlowestStatement | undefined>;
};

/** Reads how long the statements of a role take. @param admin a connection as a superuser */
export async function timeStatements(admin: pg.Client, role: string): Promise<StatementTimes> {
  await admin.query("CREATE EXTENSION IF NOT EXISTS pg_stat_statements SCHEMA public");
  return {
    async reset() {
      await admin.query("SELECT public.pg_stat_statements_reset()");
    },
    async slowest() {
      const { rows } = await admin.query<SlowestStatement>(
        `SELECT query AS text, calls::integer, mean_exec_time AS "meanMs", max_exec_time AS "maxMs"
         FROM public.pg_stat_statements WHERE userid = $1::regrole
         ORDER BY max_exec_time DESC LIMIT 1`,
        [role],
      );
      return rows[0];
    },
  };
}
