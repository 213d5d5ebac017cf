import { migrateToLatest } from "../../../core/db/migrate.ts";
import { ensureRoles } from "../../../core/db/roles.ts";
import { publishRelease } from "../../../core/release/publish.ts";
import { createDatabase, databaseUrl, withClient } from "../../support/postgres.ts";
import { createFakeRelease } from "./release.ts";

const PASSWORDS = { valyra_api: "api", valyra_worker: "worker" } as const;

const TEMPLATE = "published_template";

/** A database with one published, empty release, and the connections of its roles. */
export async function createPublishedDatabase(
  serverUrl: string,
): Promise<{ admin: string; api: string; worker: string }> {
  await ensureTemplate(serverUrl);
  const admin = await createDatabase(serverUrl, TEMPLATE);
  // Rights on a database do not travel with its template.
  await withClient(admin, (client) => ensureRoles(client, {}));
  return { admin, api: urlOf(admin, "valyra_api"), worker: urlOf(admin, "valyra_worker") };
}

/** Makes the template once for each server; whoever comes meanwhile waits for it. */
function ensureTemplate(serverUrl: string): Promise<void> {
  return withClient(serverUrl, async (client) => {
    await client.query("SELECT pg_advisory_lock(hashtext($1))", [TEMPLATE]);
    const found = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [TEMPLATE]);
    if (found.rowCount === 1) return;
    // Under another name until it is whole.
    await client.query(`CREATE DATABASE ${TEMPLATE}_draft`);
    const draft = databaseUrl(serverUrl, `${TEMPLATE}_draft`);
    await migrateToLatest(draft, PASSWORDS);
    await createFakeRelease(draft, { schema: "release_a" });
    await publishRelease(draft, "release_a");
    await client.query(`ALTER DATABASE ${TEMPLATE}_draft RENAME TO ${TEMPLATE}`);
  });
}

function urlOf(admin: string, role: keyof typeof PASSWORDS): string {
  const url = new URL(admin);
  url.username = role;
  url.password = PASSWORDS[role];
  return url.href;
}

/** Runs statements as the administrator. */
export function asAdmin(admin: string, ...statements: string[]): Promise<void> {
  return withClient(admin, async (client) => {
    for (const statement of statements) await client.query(statement);
  });
}
