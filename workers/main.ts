/** The workers: `npm run workers` does every job there is, `npm run workers -- delivery` those of a queue. */
import { AgentKeyError } from "../core/agent-wallet/signer.ts";
import { ConfigError, loadConfig } from "../core/config/load.ts";
import { DeploymentFileError } from "../core/deployments/load.ts";
import { QUEUE_NAMES, type QueueName } from "../core/jobs/queues.ts";
import { createLogger } from "../core/log.ts";
import { openReporting } from "../core/reporting/open-reporting.ts";
import { UnsafeRedisError } from "./dispatch/check-redis.ts";
import { startWorkers } from "./workers.ts";

/** EX_USAGE and EX_CONFIG of sysexits.h. */
const USAGE_EXIT_CODE = 64;
const CONFIGURATION_EXIT_CODE = 78;

class UsageError extends Error {}

function readQueues(args: readonly string[]): QueueName[] {
  return args.map((name) => {
    const queue = QUEUE_NAMES.find((known) => known === name);
    if (queue === undefined) {
      throw new UsageError(`there is no queue "${name}"; there are ${QUEUE_NAMES.join(", ")}`);
    }
    return queue;
  });
}

async function main(): Promise<void> {
  const queues = readQueues(process.argv.slice(2));
  const config = loadConfig("workers");
  const reporting = openReporting(config, "workers");
  const log = createLogger("workers", config.LOG_LEVEL, undefined, reporting.onFailure);
  const workers = await startWorkers(config, queues, log);
  const signals = ["SIGINT", "SIGTERM"] as const;
  const signal = await new Promise<NodeJS.Signals>((resolve) => {
    for (const name of signals) process.once(name, resolve);
  });
  for (const name of signals) process.on(name, () => workers.hurry());
  log.info({ signal }, "workers stop");
  await workers.stop();
  await reporting.close();
  log.info("workers stopped");
  // A request that was given up may still be under way, and its client would try it again.
  process.exit();
}

main().catch((error: unknown) => {
  process.stderr.write(`workers: ${error instanceof Error ? error.message : String(error)}\n`);
  const isSetting = [ConfigError, UnsafeRedisError, AgentKeyError, DeploymentFileError].some(
    (kind) => error instanceof kind,
  );
  process.exitCode = isSetting
    ? CONFIGURATION_EXIT_CODE
    : error instanceof UsageError
      ? USAGE_EXIT_CODE
      : 1;
  // What was started before the mistake was seen must not keep the process.
  process.exit();
});
