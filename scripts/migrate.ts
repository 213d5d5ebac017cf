import { loadConfig } from "../core/config/load.ts";
import { redactUrl } from "../core/config/redact.ts";
import { migrateToLatest } from "../core/db/migrate.ts";
import { LOGIN_ROLES } from "../core/db/roles.ts";
import { createLogger } from "../core/log.ts";
import { runCommand } from "./support/run-command.ts";

/** `npm run migrate`: roles and schema of the database, up to date. */
await runCommand(async () => {
  const config = loadConfig("migrate");
  const log = createLogger("migrate", config.LOG_LEVEL);
  const passwords = {
    valyra_indexer: config.VALYRA_INDEXER_PASSWORD,
    valyra_api: config.VALYRA_API_PASSWORD,
    valyra_worker: config.VALYRA_WORKER_PASSWORD,
    valyra_analyst: config.VALYRA_ANALYST_PASSWORD,
  };
  const applied = await migrateToLatest(config.DATABASE_URL, passwords);
  log.info(
    {
      database: redactUrl(config.DATABASE_URL),
      applied,
      passwordsSet: LOGIN_ROLES.filter((role) => passwords[role] !== undefined),
    },
    applied.length === 0 ? "nothing to migrate" : "migrated",
  );
});
