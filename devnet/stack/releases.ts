import { query } from "./postgres.ts";

/** Whether the indexer has caught up with a release. */
export async function isReleaseReady(adminUrl: string, schema: string): Promise<boolean> {
  const rows = await query<{ ready: number }>(
    adminUrl,
    `SELECT (value ->> 'is_ready')::int AS ready FROM ${schema}._ponder_meta WHERE key = 'app'`,
  );
  return rows[0]?.ready === 1;
}

/** Deletes every release but one. */
export async function dropOtherReleases(adminUrl: string, current: string): Promise<void> {
  const others = await query<{ name: string }>(
    adminUrl,
    `SELECT nspname AS name FROM pg_namespace WHERE nspname ~ '^release_' AND nspname <> '${current}'`,
  );
  for (const { name } of others) await query(adminUrl, `DROP SCHEMA "${name}" CASCADE`);
}
