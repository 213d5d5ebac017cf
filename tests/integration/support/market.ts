import { migrateToLatest } from "../../../core/db/migrate.ts";
import { publishRelease } from "../../../core/release/publish.ts";
import { createDatabase, withClient } from "../../support/postgres.ts";
import { createFakeRelease } from "./release.ts";

const PASSWORDS = { valyra_api: "api", valyra_worker: "worker" } as const;

/** A database with one published, empty release, and the connections of its roles. */
export async function createPublishedDatabase(
  serverUrl: string,
): Promise<{ admin: string; api: string; worker: string }> {
  const admin = await createDatabase(serverUrl);
  await migrateToLatest(admin, PASSWORDS);
  await createFakeRelease(admin, { schema: "release_a" });
  await publishRelease(admin, "release_a");
  return { admin, api: urlOf(admin, "valyra_api"), worker: urlOf(admin, "valyra_worker") };
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
