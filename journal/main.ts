/** The journal: `npm run journal` turns the published index into one sequence of changes. */
import { ConfigError, loadConfig } from "../core/config/load.ts";
import { runReported } from "../core/reporting/run-reported.ts";
import { startJournal } from "./journal.ts";

/** EX_CONFIG of sysexits.h. */
const CONFIGURATION_EXIT_CODE = 78;

async function main(): Promise<void> {
  const config = loadConfig("journal");
  await runReported(config, "journal", async (log) => {
    const journal = await startJournal(config, log);
    const signal = await new Promise<NodeJS.Signals>((resolve) => {
      for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, resolve);
    });
    log.info({ signal }, "journal stops");
    await journal.stop();
  });
}

main().catch((error: unknown) => {
  process.stderr.write(`journal: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof ConfigError ? CONFIGURATION_EXIT_CODE : 1;
});
