import { loadPonderSettings } from "../../core/config/ponder.ts";
import config from "../../ponder.config.ts";

/**
 * The yardstick reads exactly what the indexer reads: the same chain, contracts, ABIs, filters and
 * block source. Only the database connection is left to Ponder's own defaults.
 */
export default {
  ...config,
  database: { kind: "postgres" as const, connectionString: loadPonderSettings().databaseUrl },
};
