import { createRequire, findPackageJSON } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type pg from "pg";

/** The version whose tables and rules this folder knows; another one must be looked at first. */
export const KNOWN_PONDER = "0.17.7";

const SCHEMA = "ponder_sync";

/** What is used of Ponder's own migrations and of the Kysely that they are written for. */
type Internals = {
  kysely: {
    Kysely: new (options: object) => object;
    Migrator: new (options: object) => { migrateToLatest(): Promise<{ error?: unknown }> };
    PostgresDialect: new (options: object) => object;
    WithSchemaPlugin: new (schema: string) => object;
  };
  migrations: { buildMigrationProvider(logger: object): object };
  finality: { getFinalityBlockCount(options: { chain: { id: number } }): number };
};

/**
 * Makes the tables of Ponder's cache as Ponder itself does at its start, by its own migrations, where
 * they are not there yet: the first release is written ahead before Ponder has run once.
 */
export async function createSyncTables(pool: pg.Pool): Promise<void> {
  const { kysely, migrations } = await loadInternals();
  const db = new kysely.Kysely({
    dialect: new kysely.PostgresDialect({ pool: withoutEnd(pool) }),
    plugins: [new kysely.WithSchemaPlugin(SCHEMA)],
  });
  const silent = { debug: () => undefined };
  const migrator = new kysely.Migrator({
    db,
    provider: migrations.buildMigrationProvider(silent),
    migrationTableSchema: SCHEMA,
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

/** Blocks below the head that Ponder follows live: of these it must find nothing written. */
export async function ponderLiveBlocks(chainId: number): Promise<number> {
  const { finality } = await loadInternals();
  return finality.getFinalityBlockCount({ chain: { id: chainId } });
}

/** Ponder exports none of it, so it is loaded by path: the version is pinned, and checked here. */
async function loadInternals(): Promise<Internals> {
  const manifest = findPackageJSON("ponder", import.meta.url);
  if (manifest === undefined) throw new Error('ponder is not installed; run "npm ci"');
  const require = createRequire(manifest);
  const { version } = require(manifest) as { version: string };
  if (version !== KNOWN_PONDER) {
    throw new Error(`the cache of ponder ${version} is not known, only that of ${KNOWN_PONDER}`);
  }
  const load = (path: string) => import(pathToFileURL(path).href);
  const inside = (path: string) => load(join(dirname(manifest), "dist/esm", path));
  return {
    // The same copy that the migrations import.
    kysely: await load(require.resolve("kysely").replace("/cjs/", "/esm/")),
    migrations: await inside("sync-store/migrations.js"),
    finality: await inside("utils/finality.js"),
  };
}

/** The pool is the caller's to end. */
function withoutEnd(pool: pg.Pool): object {
  return { connect: () => pool.connect(), end: async () => undefined };
}
