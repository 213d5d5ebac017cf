import { inject } from "vitest";
import { createdDatabases, type PostgresServer, withClient } from "./postgres.ts";

/**
 * The server that all files of the project share (`postgres-setup.ts`), for whoever keeps to
 * databases of its own; its `stop` drops those that were made here. Roles and their passwords belong
 * to the whole server: a file that changes them, or ends the server, starts one of its own.
 */
export function sharedPostgres(): PostgresServer {
  const url = inject("sharedPostgresUrl");
  const before = createdDatabases.length;
  return {
    url,
    stop: () =>
      withClient(url, async (client) => {
        for (const name of createdDatabases.splice(before)) {
          await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
        }
      }),
  };
}
