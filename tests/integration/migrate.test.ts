import { cp, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MIGRATIONS_FOLDER, migrateToLatest } from "../../core/db/migrate.ts";
import { publishRelease } from "../../core/release/publish.ts";
import { waitUntil } from "../../devnet/processes/wait-until.ts";
import {
  createDatabase,
  type PostgresServer,
  startPostgres,
  withClient,
} from "../support/postgres.ts";
import { createFakeRelease } from "./support/release.ts";

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

/** Number of the last file, and of the one that would come next. */
let last: string;
let next: string;
beforeAll(async () => {
  last = (await readdir(MIGRATIONS_FOLDER)).sort().at(-1)?.slice(0, 4) ?? "";
  next = String(Number(last) + 1).padStart(4, "0");
});

/** A copy of the migrations with files added or replaced. */
async function migrationsWith(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "valyra-migrations-"));
  await cp(MIGRATIONS_FOLDER, folder, { recursive: true });
  for (const [name, sql] of Object.entries(files)) await writeFile(join(folder, name), sql);
  return folder;
}

/** Everything in our schemas that a migration could change, as comparable rows. */
function catalog(url: string): Promise<unknown[]> {
  return withClient(url, async (client) => {
    const { rows } = await client.query(`
      SELECT n.nspname, c.relname, c.relkind, c.relacl::text, pg_get_userbyid(c.relowner) AS owner,
             a.attname, format_type(a.atttypid, a.atttypmod) AS type, col_description(c.oid, a.attnum)
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
      WHERE n.nspname IN ('app', 'indexed', 'analytics') ORDER BY 1, 2, a.attnum`);
    return rows;
  });
}

describe("migrations", () => {
  test("an empty database is migrated, and again is a no-op [1.6]", async () => {
    const url = await createDatabase(server.url);
    expect((await migrateToLatest(url)).length).toBeGreaterThan(0);
    const before = await catalog(url);
    expect(before.length).toBeGreaterThan(0);

    expect(await migrateToLatest(url)).toEqual([]);

    expect(await catalog(url)).toEqual(before);
  });

  test("a one-release-old database keeps its rows and its views [1.31]", async () => {
    const url = await createDatabase(server.url);
    await migrateToLatest(url);
    await createFakeRelease(url, { schema: "release_old" });
    await publishRelease(url, "release_old");
    const folder = await migrationsWith({
      [`${next}_next.sql`]: "ALTER TABLE app.release ADD COLUMN note text NOT NULL DEFAULT '';",
    });

    expect(await migrateToLatest(url, {}, { folder })).toEqual([`${next}_next`]);

    const { rows } = await withClient(url, (client) =>
      client.query(
        "SELECT schema_name, note, (SELECT count(*) FROM indexed.listing) FROM app.release",
      ),
    );
    expect(rows).toEqual([{ schema_name: "release_old", note: "", count: "0" }]);
    await rm(folder, { recursive: true });
  });

  test("a failing file changes nothing and is named", async () => {
    const url = await createDatabase(server.url);
    const folder = await migrationsWith({
      [`${next}_broken.sql`]: "CREATE TABLE app.half (id int); SELECT 1 / 0;",
    });
    await expect(migrateToLatest(url, {}, { folder })).rejects.toThrow(
      `${next}_broken.sql failed, nothing was changed: division by zero`,
    );
    const { rows } = await withClient(url, (client) =>
      client.query("SELECT to_regclass('app.half') AS half, to_regclass('app.release') AS release"),
    );
    expect(rows).toEqual([{ half: null, release: null }]);
    await rm(folder, { recursive: true });
  });

  test("an applied file may neither change nor vanish", async () => {
    const url = await createDatabase(server.url);
    const original = await migrationsWith({ [`${next}_more.sql`]: "SELECT 1;" });
    const edited = await migrationsWith({ [`${next}_more.sql`]: "SELECT 2;" });
    await migrateToLatest(url, {}, { folder: original });

    await expect(migrateToLatest(url, {}, { folder: edited })).rejects.toThrow(
      `migrations/${next}_more.sql was edited after it had been applied`,
    );
    await expect(migrateToLatest(url)).rejects.toThrow(
      `migrations/${next}_more.sql was applied and is now missing`,
    );
    await Promise.all([original, edited].map((folder) => rm(folder, { recursive: true })));
  });

  test.each([
    ["a number that repeats", () => `${last}_zz.sql`, "its number is that of the file before it"],
    ["a foreign file", () => "notes.txt", "expected a name such as 0001_some_words.sql"],
  ])("a folder with %s is refused before anything is touched", async (_, name, why) => {
    const url = await createDatabase(server.url);
    const folder = await migrationsWith({ [name()]: "SELECT 1;" });
    await expect(migrateToLatest(url, {}, { folder })).rejects.toThrow(why);
    const { rows } = await withClient(url, (client) =>
      client.query("SELECT to_regclass('app.release') AS release"),
    );
    expect(rows).toEqual([{ release: null }]);
    await rm(folder, { recursive: true });
  });

  test("a server that ends all connections is told as a failure, and ends no process", async () => {
    const url = await createDatabase(server.url);
    const folder = await migrationsWith({
      [`${next}_held.sql`]: "SELECT pg_advisory_xact_lock(4242);",
    });
    await withClient(url, async (client) => {
      await client.query("SELECT pg_advisory_lock(4242)");
      const migration = migrateToLatest(url, {}, { folder });
      const failure = expect(migration).rejects.toThrow("nothing was changed");
      await waitUntil(
        async () => {
          const { rowCount } = await client.query(
            "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND objid = 4242 AND NOT granted",
          );
          return rowCount === 1;
        },
        { what: "the migration waits", deadlineMs: 20_000 },
      );
      // One of them works, the others rest: the lock's, and what the pool keeps.
      const { rowCount } = await client.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND pid <> pg_backend_pid()`,
      );
      expect(rowCount).toBeGreaterThan(1);
      await failure;
    });
    expect((await migrateToLatest(url)).length).toBeGreaterThan(0);
    await rm(folder, { recursive: true });
  });

  test("two migrations at once apply each file once", async () => {
    const url = await createDatabase(server.url);
    const results = await Promise.all([1, 2, 3].map(() => migrateToLatest(url)));
    expect(results.flat()).toEqual([...new Set(results.flat())]);
    expect(results.flat().length).toBeGreaterThan(0);
  });
});
