import { parseArgs } from "node:util";
import pg from "pg";
import { createApp } from "../api/app.ts";
import { SharedAnswers } from "../api/http/shared-answers.ts";
import { NO_CALLERS } from "../api/middleware/caller.ts";
import { openTrust } from "../api/trust.ts";
import { openUploads } from "../api/uploads.ts";
import { systemClock } from "../core/clock.ts";
import { loadAddressBook } from "../core/config/address-book.ts";
import { loadConfig } from "../core/config/load.ts";
import { openAppWrites } from "../core/db/app-writes.ts";
import { openDatabase } from "../core/db/database.ts";
import { openRateLimits } from "../core/limits/rate-limits.ts";
import { createLogger } from "../core/log.ts";
import { createApiMetrics } from "../core/metrics.ts";
import { diskStorage } from "../core/uploads/storage/disk-storage.ts";
import { explainStatements } from "./lib/explain-statements.ts";
import { runCommand } from "./support/run-command.ts";

/**
 * `npm run explain -- /v1/listings?limit=20`: asks the API that one question on the database of
 * `API_DATABASE_URL`, and prints the plan of each statement that it runs, with what it really did.
 */
await runCommand(async () => {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [path] = positionals;
  if (path === undefined || !path.startsWith("/")) {
    throw new Error('which request? For example: npm run explain -- "/v1/listings?limit=20"');
  }
  const config = loadConfig("api");
  const statements: { text: string; values: readonly unknown[] }[] = [];
  const database = openDatabase(config.API_DATABASE_URL, {
    max: 1,
    processName: "valyra_explain",
    onIdleError: () => undefined,
    onStatement: (text, values) => statements.push({ text, values }),
  });
  const writes = openAppWrites(config.API_DATABASE_URL, {
    max: 1,
    processName: "valyra_explain",
    onIdleError: () => undefined,
  });
  try {
    const app = createApp({
      database,
      writes,
      callers: NO_CALLERS,
      traces: undefined,
      identity: undefined,
      encryptionKeys: undefined,
      ...openTrust(writes, { log: createLogger("explain", "silent"), now: systemClock }),
      watcher: { nextChange: async () => undefined },
      answers: new SharedAnswers({ version: () => 0, trustMs: 0, maxBytes: 0 }),
      feed: {
        open: () => Promise.reject(new Error("streams run no statement of their own")),
        leave: () => undefined,
      },
      jobChanges: {
        watch: () => {
          throw new Error("streams run no statement of their own");
        },
      },
      webhooks: undefined,
      cache: { get: async () => undefined, set: async () => undefined },
      uploads: openUploads(config.UPLOADS_FOLDER, diskStorage(config.UPLOADS_FOLDER)),
      limits: openRateLimits({ settings: { readsPerMinute: 0 }, onOutage: () => undefined }),
      addressBook: loadAddressBook(config.VALYRA_DEPLOYMENTS),
      rpc: undefined,
      metrics: createApiMetrics({
        poolUse: database.poolUse,
        streamUse: () => ({ open: 0, dropped: 0 }),
      }),
      log: createLogger("explain", "silent"),
      now: systemClock,
      settings: {
        corsOrigins: config.API_CORS_ORIGINS,
        trustedProxies: [],
        readyMaxLagSeconds: config.API_READY_MAX_LAG_SECONDS,
        readyMaxHeadAgeSeconds: config.API_READY_MAX_HEAD_AGE_SECONDS,
        readyMaxStallSeconds: config.API_READY_MAX_STALL_SECONDS,
      },
    });
    // The first request finds out where the index stands; the second runs as most requests do.
    await app.request(path);
    statements.length = 0;
    const { status } = await app.request(path);
    process.stdout.write(`${path}: ${status}, ${statements.length} statement(s)\n\n`);
  } finally {
    await writes.close();
    await database.close();
  }
  const client = new pg.Client({ connectionString: config.API_DATABASE_URL });
  await client.connect();
  try {
    process.stdout.write(await explainStatements(client, statements));
  } finally {
    await client.end();
  }
});
