import pg from "pg";
import { configurationProblem, environmentProblem, type Problem } from "./problem.ts";

/** Schema in which Ponder keeps what it fetched from the RPC. */
const RPC_CACHE_SCHEMA = "ponder_sync";

/** SQLSTATE classes and codes that say "wrong credentials or rights", not "try again". */
const REFUSED = new Set(["28P01", "28000", "3D000", "42501"]);

/** Whether the database can be reached and the role may create, or already owns, what it writes to. */
export async function checkDatabase(
  databaseUrl: string,
  schema: string,
  timeoutMs: number,
): Promise<Problem[]> {
  const where = describeDatabase(databaseUrl);
  const client = new pg.Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: timeoutMs,
    query_timeout: timeoutMs,
    application_name: "valyra_preflight",
  });
  // A server that goes away while idle is reported by the query that follows.
  client.on("error", () => undefined);
  try {
    await client.connect();
    return await checkRights(client, schema, where);
  } catch (error) {
    return [describeFailure(error, where)];
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function checkRights(client: pg.Client, schema: string, where: string): Promise<Problem[]> {
  const { rows } = await client.query<{
    role: string;
    mayCreateSchema: boolean;
    mayUseTemporary: boolean;
    refused: string[];
  }>(
    `SELECT current_user AS role,
       has_database_privilege(current_database(), 'CREATE') AS "mayCreateSchema",
       has_database_privilege(current_database(), 'TEMPORARY') AS "mayUseTemporary",
       ARRAY(
         SELECT nspname::text FROM pg_namespace
         WHERE nspname = ANY ($1) AND NOT has_schema_privilege(oid, 'CREATE, USAGE')
         ORDER BY nspname
       ) AS refused`,
    [[schema, RPC_CACHE_SCHEMA]],
  );
  const rights = rows[0];
  if (rights === undefined) return [];
  const { role } = rights;
  const problems = rights.refused.map((name) =>
    configurationProblem(
      `Schema ${name} of ${where} belongs to somebody else: role ${role} may not write there. Connect as valyra_indexer, or choose another --schema.`,
    ),
  );
  if (!rights.mayCreateSchema) {
    problems.push(
      configurationProblem(
        `Role ${role} may not create schemas in ${where}. Run "npm run migrate" and connect as valyra_indexer, or GRANT CREATE ON DATABASE to ${role}.`,
      ),
    );
  }
  if (!rights.mayUseTemporary) {
    problems.push(
      configurationProblem(
        `Role ${role} may not use temporary tables in ${where}. Run "npm run migrate" and connect as valyra_indexer, or GRANT TEMPORARY ON DATABASE to ${role}.`,
      ),
    );
  }
  return problems;
}

function describeFailure(error: unknown, where: string): Problem {
  const code = error instanceof Error && "code" in error ? String(error.code) : undefined;
  if (code !== undefined && REFUSED.has(code)) {
    const reason = error instanceof Error ? error.message : code;
    return configurationProblem(
      `${where} refuses the indexer: ${reason}. Correct INDEXER_DATABASE_URL, or run "npm run migrate" to create its role.`,
    );
  }
  return environmentProblem(
    `${where} cannot be reached (${code ?? "no answer in time"}). Start Postgres, or correct INDEXER_DATABASE_URL.`,
  );
}

/** The database as it may be printed: host, port and name, without user and password. */
export function describeDatabase(databaseUrl: string): string {
  const { host, pathname } = new URL(databaseUrl);
  return `Database ${host}${pathname}`;
}
