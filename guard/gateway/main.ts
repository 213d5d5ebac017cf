/**
 * The gateway: `npm run gateway -- [--deployments FILE]` stands between the indexer and the chain's
 * providers and lets nothing through that it has not proved (docs/adr/0012-verifying-gateway.md).
 */
import { parseArgs } from "node:util";
import { ConfigError, loadConfig } from "../../core/config/load.ts";
import { processEnvironment } from "../../core/config/process-environment.ts";
import { DeploymentFileError, loadDeployment } from "../../core/deployments/load.ts";
import { createLogger } from "../../core/log.ts";
import { startGateway } from "./gateway.ts";

/** EX_CONFIG of sysexits.h. */
const CONFIGURATION_EXIT_CODE = 78;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { deployments: { type: "string" } } });
  const environment = processEnvironment({ VALYRA_DEPLOYMENTS: values.deployments });
  const config = loadConfig("gateway", environment);
  const deployment = loadDeployment(config.VALYRA_DEPLOYMENTS, environment);
  const log = createLogger("gateway", config.LOG_LEVEL);
  const gateway = await startGateway(config, deployment, log);
  const signal = await new Promise<NodeJS.Signals>((resolve) => {
    for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, resolve);
  });
  log.info({ signal }, "gateway stops");
  await gateway.stop();
}

try {
  await main();
} catch (error) {
  const isConfiguration = error instanceof ConfigError || error instanceof DeploymentFileError;
  console.error(`gateway: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = isConfiguration ? CONFIGURATION_EXIT_CODE : 1;
}
