import type pg from "pg";
import { scramVerifier } from "./scram.ts";

/** Owns the project's schemas; nobody logs in as it. */
export const OWNER_ROLE = "valyra_owner";

/**
 * Reads and writes what proves an identity: passwords, tokens, nonces. Nobody logs in as it; the API
 * takes it on for signing in and for nothing else, and has none of its rights otherwise.
 */
export const IDENTITY_ROLE = "valyra_identity";

/** Roles that processes and people log in as. */
export const LOGIN_ROLES = [
  "valyra_indexer",
  "valyra_api",
  "valyra_worker",
  "valyra_analyst",
] as const;
export type LoginRole = (typeof LOGIN_ROLES)[number];

/** Passwords by role; a role without one keeps what it has (a new role then cannot log in). */
export type RolePasswords = Partial<Record<LoginRole, string>>;

/**
 * Limits that hold even when a client sets none of its own. An analyst writes free-hand SQL, so it
 * gets the tightest ones; `idle_in_transaction_session_timeout` keeps a forgotten transaction from
 * blocking a release.
 */
const ROLE_SETTINGS: Record<LoginRole, Record<string, string>> = {
  valyra_indexer: {},
  valyra_api: { statement_timeout: "10s", idle_in_transaction_session_timeout: "15s" },
  valyra_worker: { statement_timeout: "60s", idle_in_transaction_session_timeout: "60s" },
  valyra_analyst: {
    default_transaction_read_only: "on",
    statement_timeout: "30s",
    idle_in_transaction_session_timeout: "60s",
    search_path: "analytics",
  },
};

const ANALYST_CONNECTION_LIMIT = 10;

/** Roles belong to the cluster: a migration of a neighbouring database may touch them as we do. */
const CONCURRENT_CHANGE = new Set(["XX000", "23505", "42710"]);
const MAX_ATTEMPTS = 8;

/**
 * Makes the roles, their memberships and their rights on this database. Repeatable: it runs before
 * every migration, because rights on a database do not travel with a template or a dump.
 */
export async function ensureRoles(client: pg.ClientBase, passwords: RolePasswords): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.query("BEGIN");
      await createRoles(client, passwords);
      await grantDatabaseRights(client);
      await client.query("COMMIT");
      return;
    } catch (error) {
      await client.query("ROLLBACK");
      if (attempt === MAX_ATTEMPTS || !isConcurrentChange(error)) throw error;
    }
  }
}

async function createRoles(client: pg.ClientBase, passwords: RolePasswords): Promise<void> {
  const { rows } = await client.query<{ rolname: string }>(
    "SELECT rolname FROM pg_roles WHERE rolname LIKE 'valyra\\_%'",
  );
  const existing = new Set(rows.map((row) => row.rolname));
  for (const role of [OWNER_ROLE, IDENTITY_ROLE]) {
    if (!existing.has(role)) await client.query(`CREATE ROLE ${role} NOLOGIN`);
  }
  for (const role of LOGIN_ROLES) {
    if (!existing.has(role)) await client.query(`CREATE ROLE ${role} LOGIN`);
    const password = passwords[role];
    if (password !== undefined) {
      await client.query(
        `ALTER ROLE ${role} PASSWORD ${client.escapeLiteral(scramVerifier(password))}`,
      );
    }
    for (const [name, value] of Object.entries(ROLE_SETTINGS[role])) {
      await client.query(`ALTER ROLE ${role} SET ${name} = ${client.escapeLiteral(value)}`);
    }
  }
  await client.query(`ALTER ROLE valyra_analyst CONNECTION LIMIT ${ANALYST_CONNECTION_LIMIT}`);
  // A right of the other role is never there by accident: it has to be taken on by name.
  await client.query("ALTER ROLE valyra_api NOINHERIT");
  await client.query(`GRANT ${IDENTITY_ROLE} TO valyra_api`);
  // Needed by an administrator who is no superuser: to create objects as the owner, and to let the
  // owner read what the indexer created.
  const { rows: admin } = await client.query<{ isSuperuser: boolean }>(
    'SELECT rolsuper AS "isSuperuser" FROM pg_roles WHERE rolname = current_user',
  );
  if (admin[0]?.isSuperuser !== true) {
    await client.query(`GRANT ${OWNER_ROLE}, valyra_indexer TO CURRENT_USER`);
  }
}

async function grantDatabaseRights(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string }>("SELECT current_database() AS name");
  const database = client.escapeIdentifier(rows[0]?.name ?? "");
  await client.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
  await client.query(`GRANT CONNECT ON DATABASE ${database} TO ${LOGIN_ROLES.join(", ")}`);
  await client.query(`GRANT CREATE ON DATABASE ${database} TO ${OWNER_ROLE}`);
  // CREATE: one schema for each release and one for the RPC cache. TEMPORARY: the indexer collects
  // the names of changed tables in a temporary table before it announces a block.
  await client.query(`GRANT CREATE, TEMPORARY ON DATABASE ${database} TO valyra_indexer`);
}

function isConcurrentChange(error: unknown): boolean {
  return error instanceof Error && "code" in error && CONCURRENT_CHANGE.has(String(error.code));
}
