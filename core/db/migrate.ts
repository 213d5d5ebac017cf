import { join } from "node:path";
import { Kysely, PostgresDialect, sql } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import pg from "pg";
import { ADVISORY_LOCKS } from "./advisory-locks.ts";
import { type MigrationFile, readMigrationFiles } from "./migration-files.ts";
import { ensureRoles, OWNER_ROLE, type RolePasswords } from "./roles.ts";

/** Folder of the project's migrations. */
export const MIGRATIONS_FOLDER = join(import.meta.dirname, "../../migrations");

const LOCK_PATIENCE = "60s";

export type MigrateOptions = {
  folder?: string;
};

/**
 * Brings roles and schema up to date and returns the names of the files that were applied: none when
 * there was nothing to do. All files of one run are one transaction.
 *
 * @param adminUrl connection of a role that may create roles and owns the database
 * @param passwords set for the login roles that are named; they are sent as SCRAM verifiers
 * @throws when an applied file was edited, removed or overtaken by a lower number (req 1.31)
 */
export async function migrateToLatest(
  adminUrl: string,
  passwords: RolePasswords = {},
  { folder = MIGRATIONS_FOLDER }: MigrateOptions = {},
): Promise<string[]> {
  const files = await readMigrationFiles(folder);
  const admin = new pg.Client({ connectionString: adminUrl, application_name: "valyra_migrate" });
  // The same of the connection that holds the lock, which rests while the files are applied.
  admin.on("error", () => undefined);
  await admin.connect();
  try {
    await acquireLock(admin);
    await ensureRoles(admin, passwords);
    return await applyFiles(adminUrl, files);
  } finally {
    await admin.end();
  }
}

/** The lock belongs to the session and goes with it, however the process ends. */
async function acquireLock(admin: pg.Client): Promise<void> {
  await admin.query(`SET lock_timeout = '${LOCK_PATIENCE}'`);
  try {
    await admin.query("SELECT pg_advisory_lock($1)", [ADVISORY_LOCKS.migration]);
  } catch (error) {
    throw new Error(
      `another migration of this database is still running after ${LOCK_PATIENCE}; wait for it or end its session`,
      { cause: error },
    );
  }
}

async function applyFiles(adminUrl: string, files: readonly MigrationFile[]): Promise<string[]> {
  // Everything that a migration creates belongs to the owner role, whoever runs it.
  const options = `-c role=${OWNER_ROLE}`;
  const pool = new pg.Pool({ connectionString: adminUrl, max: 2, options });
  // What is cut off while it rests or between two statements is reported by the one that follows.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  const db = new Kysely<ChecksumDatabase>({ dialect: new PostgresDialect({ pool }) });
  try {
    await createChecksumTable(db);
    await verifyChecksums(db, files);
    const migrator = new Migrator({
      db,
      provider: { getMigrations: async () => asMigrations(files) },
      migrationTableSchema: "app",
      migrationTableName: "migration",
      migrationLockTableName: "migration_lock",
    });
    const { error, results = [] } = await migrator.migrateToLatest();
    if (error !== undefined) {
      const failed = results.find((result) => result.status === "Error");
      const which = failed === undefined ? "migrations" : `migrations/${failed.migrationName}.sql`;
      const why = error instanceof Error ? error.message : String(error);
      throw new Error(`${which} failed, nothing was changed: ${why}`, { cause: error });
    }
    return results.map((result) => result.migrationName);
  } finally {
    await db.destroy();
  }
}

type ChecksumDatabase = {
  "app.migration_checksum": { name: string; sha256: string };
};

async function createChecksumTable(db: Kysely<ChecksumDatabase>): Promise<void> {
  await sql`CREATE SCHEMA IF NOT EXISTS app`.execute(db);
  await sql`
    CREATE TABLE IF NOT EXISTS app.migration_checksum (
      name text PRIMARY KEY,
      sha256 text NOT NULL,
      applied_at timestamptz NOT NULL DEFAULT now()
    )`.execute(db);
}

/** History cannot be rewritten: what ran somewhere must stay what it was. */
async function verifyChecksums(
  db: Kysely<ChecksumDatabase>,
  files: readonly MigrationFile[],
): Promise<void> {
  const applied = await db
    .selectFrom("app.migration_checksum")
    .select(["name", "sha256"])
    .execute();
  const known = new Map(files.map((file) => [file.name, file.checksum]));
  const mistakes = applied.flatMap(({ name, sha256 }) => {
    const checksum = known.get(name);
    if (checksum === undefined) return [`migrations/${name}.sql was applied and is now missing`];
    if (checksum !== sha256) return [`migrations/${name}.sql was edited after it had been applied`];
    return [];
  });
  if (mistakes.length > 0) {
    throw new Error(`${mistakes.join("\n")}\nrestore the file and put the change into a new one`);
  }
}

function asMigrations(files: readonly MigrationFile[]): Record<string, Migration> {
  return Object.fromEntries(
    files.map((file) => [
      file.name,
      {
        async up(db: Kysely<ChecksumDatabase>) {
          await sql.raw(file.sql).execute(db);
          await db
            .insertInto("app.migration_checksum")
            .values({ name: file.name, sha256: file.checksum })
            .execute();
        },
      },
    ]),
  );
}
