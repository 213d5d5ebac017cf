import { migrateToLatest } from "../../../core/db/migrate.ts";
import { publishRelease } from "../../../core/release/publish.ts";
import { createDatabase, withClient } from "../../support/postgres.ts";
import { createFakeRelease } from "./release.ts";

const PASSWORD = "api";

/** A database with one published, empty release; `api` connects as the role of the API. */
export async function createPublishedDatabase(
  serverUrl: string,
): Promise<{ admin: string; api: string }> {
  const admin = await createDatabase(serverUrl);
  await migrateToLatest(admin, { valyra_api: PASSWORD });
  await createFakeRelease(admin, { schema: "release_a" });
  await publishRelease(admin, "release_a");
  const api = new URL(admin);
  api.username = "valyra_api";
  api.password = PASSWORD;
  return { admin, api: api.href };
}

/** Runs statements as the administrator. */
export function asAdmin(admin: string, ...statements: string[]): Promise<void> {
  return withClient(admin, async (client) => {
    for (const statement of statements) await client.query(statement);
  });
}
