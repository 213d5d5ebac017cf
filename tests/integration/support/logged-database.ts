import { CamelCasePlugin, Kysely, PostgresDialect } from "kysely";
import { createPool } from "../../../core/db/pools.ts";

/** The pool that production reads with, and every statement that goes over it. */
export function openLogged(url: string): { db: Kysely<unknown>; queries: string[] } {
  const queries: string[] = [];
  const pool = createPool(url, "reads", {
    max: 1,
    processName: "logged",
    onIdleError: () => undefined,
  });
  const db = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
    log: ({ query }) => {
      queries.push(query.sql);
    },
  });
  return { db, queries };
}
