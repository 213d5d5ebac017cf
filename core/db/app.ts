import type { Kysely } from "kysely";
import type { ReadonlyKysely } from "kysely/readonly";
import type { AppTables } from "./app.tables.ts";

/** Schema `app` as the API sees it: reads only. */
export type AppDb = ReadonlyKysely<AppTables>;

/** Tables of schema `app` through a connection that only reads. */
export function appDb(db: Kysely<unknown>): AppDb {
  return db.withSchema("app") as never;
}
