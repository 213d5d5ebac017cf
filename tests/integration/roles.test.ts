import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { migrateToLatest } from "../../core/db/migrate.ts";
import { LOGIN_ROLES, type LoginRole } from "../../core/db/roles.ts";
import { publishRelease } from "../../core/release/publish.ts";
import {
  createDatabase,
  type PostgresServer,
  startPostgres,
  withClient,
} from "../support/postgres.ts";
import { createFakeRelease } from "./support/release.ts";

const INSUFFICIENT_PRIVILEGE = "42501";
const READ_ONLY_TRANSACTION = "25006";

let server: PostgresServer;
let url: string;

/** A password that SCRAM verifiers must carry through unchanged. */
const passwordOf = (role: LoginRole) => `pass'word "of" ${role} %20`;

function urlOf(role: LoginRole): string {
  const address = new URL(url);
  address.username = role;
  address.password = encodeURIComponent(passwordOf(role));
  return address.href;
}

beforeAll(async () => {
  server = await startPostgres();
  url = await createDatabase(server.url);
  await migrateToLatest(
    url,
    Object.fromEntries(LOGIN_ROLES.map((role) => [role, passwordOf(role)])),
  );
  await createFakeRelease(url, { schema: "release_a" });
  await publishRelease(url, "release_a");
  await withClient(url, async (client) => {
    await client.query("SET ROLE valyra_indexer");
    await client.query("CREATE SCHEMA ponder_sync; CREATE TABLE ponder_sync.blocks (id int)");
  });
});
afterAll(() => server.stop());

/** SQLSTATE that a role gets for a statement, `undefined` when it is allowed. */
async function refusal(role: LoginRole, statement: string): Promise<string | undefined> {
  return withClient(urlOf(role), async (client) => {
    try {
      await client.query(statement);
      return undefined;
    } catch (error) {
      if (error instanceof pg.DatabaseError) return error.code;
      throw error;
    }
  });
}

const ALLOWED: readonly [LoginRole, string][] = [
  ["valyra_api", "SELECT * FROM indexed.listing"],
  ["valyra_api", "SELECT * FROM indexed._ponder_checkpoint, indexed._release, indexed._position"],
  ["valyra_api", "SELECT * FROM app.release, app.chain_head, app.unknown_log"],
  ["valyra_api", "SELECT * FROM app.journal_counter, app.journal_entry, app.journal_cursor"],
  ["valyra_api", "SELECT * FROM app.listing_document, app.listing_document_cursor"],
  ["valyra_worker", "DELETE FROM app.listing_document"],
  ["valyra_worker", "SELECT * FROM indexed.activity"],
  ["valyra_worker", "UPDATE app.journal_counter SET last_sequence = 0"],
  [
    "valyra_worker",
    "INSERT INTO app.chain_head VALUES (1, 3, 2, 1, '0x', '0x', '0x') ON CONFLICT (chain_id) DO UPDATE SET head = 4",
  ],
  ["valyra_worker", "DELETE FROM app.unknown_log; DELETE FROM app.audit_range"],
  ["valyra_analyst", "SELECT * FROM analytics.escrow"],
  ["valyra_indexer", "CREATE SCHEMA release_made; CREATE TABLE release_made.t (id int)"],
  ["valyra_indexer", "CREATE TEMPORARY TABLE live_query_tables (table_name text)"],
];

const REFUSED: readonly [LoginRole, string][] = [
  ["valyra_api", "SELECT * FROM release_a.listing"],
  ["valyra_api", "SELECT * FROM ponder_sync.blocks"],
  ["valyra_api", "SELECT * FROM analytics.listing"],
  ["valyra_api", "SELECT * FROM app.audit_range"],
  ["valyra_api", "INSERT INTO app.chain_head VALUES (2, 3, 2, 1, '0x', '0x', '0x')"],
  ["valyra_api", "UPDATE app.unknown_log SET decision = 'fine', decided_at = now()"],
  ["valyra_api", "DELETE FROM indexed.token"],
  ["valyra_api", "CREATE SCHEMA mine"],
  ["valyra_api", "CREATE TEMPORARY TABLE mine (id int)"],
  ["valyra_api", "SET ROLE valyra_owner"],
  ["valyra_api", "UPDATE app.journal_counter SET last_sequence = 0"],
  ["valyra_api", "DELETE FROM app.listing_document"],
  ["valyra_worker", "DELETE FROM app.listing_document_cursor"],
  ["valyra_worker", "UPDATE app.journal_entry SET status = 'final'"],
  ["valyra_worker", "DELETE FROM app.journal_entry"],
  ["valyra_worker", "SELECT * FROM release_a.listing"],
  ["valyra_worker", "SELECT * FROM ponder_sync.blocks"],
  ["valyra_worker", "UPDATE app.release SET is_current = false"],
  ["valyra_worker", "DELETE FROM app.chain_head"],
  ["valyra_indexer", "SELECT * FROM app.release"],
  ["valyra_indexer", "SELECT * FROM app.unknown_log"],
  ["valyra_indexer", "DROP VIEW indexed.listing"],
  ["valyra_indexer", "CREATE VIEW indexed.mine AS SELECT 1"],
  ["valyra_analyst", "SELECT * FROM indexed.listing"],
  ["valyra_analyst", "SELECT * FROM app.release"],
  ["valyra_analyst", "SELECT * FROM release_a.listing"],
];

describe("roles", () => {
  test.each(ALLOWED)("%s may: %s", async (role, statement) => {
    expect(await refusal(role, statement)).toBeUndefined();
  });

  test.each(REFUSED)("%s may not: %s", async (role, statement) => {
    expect(await refusal(role, statement)).toBe(INSUFFICIENT_PRIVILEGE);
  });

  test("an analyst cannot write, run for ever or crowd out others", async () => {
    expect(await refusal("valyra_analyst", "CREATE TABLE public.mine (id int)")).toBe(
      READ_ONLY_TRANSACTION,
    );
    const limits = await withClient(urlOf("valyra_analyst"), async (client) => {
      const { rows } = await client.query(`
        SELECT current_setting('statement_timeout') AS statement,
               current_setting('idle_in_transaction_session_timeout') AS idle,
               rolconnlimit AS connections
        FROM pg_roles WHERE rolname = current_user`);
      return rows[0];
    });
    expect(limits).toEqual({ statement: "30s", idle: "1min", connections: 10 });
  });

  test("passwords are stored and sent as verifiers, never as text", async () => {
    const { rows } = await withClient(url, (client) =>
      client.query<{ rolpassword: string }>(
        "SELECT rolpassword FROM pg_authid WHERE rolname = ANY ($1)",
        [LOGIN_ROLES],
      ),
    );
    expect(rows).toHaveLength(LOGIN_ROLES.length);
    for (const row of rows) expect(row.rolpassword).toMatch(/^SCRAM-SHA-256\$4096:/);
  });

  test("nobody logs in as the owner", async () => {
    const { rows } = await withClient(url, (client) =>
      client.query("SELECT rolcanlogin, rolsuper FROM pg_roles WHERE rolname = 'valyra_owner'"),
    );
    expect(rows).toEqual([{ rolcanlogin: false, rolsuper: false }]);
  });
});
