import type pg from "pg";
import { ADVISORY_LOCK_CLASSES } from "../db/advisory-locks.ts";
import { quoteIdentifier } from "./quote.ts";

/** Schema whose views readers see; undefined before the first publication. */
export async function findPublished(client: pg.ClientBase): Promise<string | undefined> {
  const { rows } = await client.query<{ schema: string }>(
    "SELECT schema_name AS schema FROM app.release WHERE is_current",
  );
  return rows[0]?.schema;
}

/**
 * The release that was published last before the current one and is still there. One that a repair
 * has replaced is none: its rows are known to be wrong.
 */
export async function findPrevious(client: pg.ClientBase): Promise<string | undefined> {
  const { rows } = await client.query<{ schema: string }>(
    `SELECT schema_name AS schema FROM app.release AS old
     WHERE schema_name <> (SELECT schema_name FROM app.release WHERE is_current)
       AND EXISTS (SELECT 1 FROM pg_namespace WHERE nspname = old.schema_name)
       AND NOT EXISTS (SELECT 1 FROM app.repair
         WHERE release_before = old.schema_name AND finished_at IS NOT NULL)
     ORDER BY id DESC LIMIT 1`,
  );
  return rows[0]?.schema;
}

/** What `pruneReleases` did. */
export type Pruned = { dropped: string[]; kept: { schema: string; why: string }[] };

/** Drops every release that is neither published nor written by a running indexer. */
export async function pruneReleases(client: pg.ClientBase): Promise<Pruned> {
  const { rows } = await client.query<{ schema: string; isPublished: boolean }>(
    `SELECT nspname AS schema,
       EXISTS (SELECT 1 FROM app.release WHERE is_current AND schema_name = nspname)
         AS "isPublished"
     FROM pg_namespace WHERE nspname ~ '^release_' ORDER BY nspname`,
  );
  const pruned: Pruned = { dropped: [], kept: [] };
  for (const { schema, isPublished } of rows) {
    const why = isPublished ? "it is published" : await dropUnlessWritten(client, schema);
    if (why === undefined) pruned.dropped.push(schema);
    else pruned.kept.push({ schema, why });
  }
  return pruned;
}

/** Holds the writer's lock while it drops, so that nobody starts an indexer on it meanwhile. */
async function dropUnlessWritten(
  client: pg.ClientBase,
  schema: string,
): Promise<string | undefined> {
  await client.query("BEGIN");
  try {
    const { rows } = await client.query<{ isFree: boolean; hasWriter: boolean }>(
      `SELECT pg_try_advisory_xact_lock($1, hashtext($2)) AS "isFree",
         EXISTS (
           SELECT 1 FROM pg_stat_activity
           WHERE datname = current_database() AND application_name = ANY ($3)
         ) AS "hasWriter"`,
      [ADVISORY_LOCK_CLASSES.writer, schema, [`${schema}_internal`, `${schema}_user`]],
    );
    if (rows[0]?.isFree !== true || rows[0].hasWriter) return "an indexer writes it";
    await client.query(`DROP SCHEMA ${quoteIdentifier(schema)} CASCADE`);
    await client.query("COMMIT");
    return undefined;
  } finally {
    // Without effect after the commit.
    await client.query("ROLLBACK").catch(() => undefined);
  }
}
