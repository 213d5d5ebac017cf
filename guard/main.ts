/**
 * The guard: `npm run guard` follows the chain's heads and compares every log with the index.
 * `npm run guard -- list` prints what awaits a decision;
 * `npm run guard -- decide <id> --ignore "reason" [--standing]` decides it.
 */
import { parseArgs } from "node:util";
import type { Config } from "../core/config/config.schema.ts";
import { ConfigError, loadConfig } from "../core/config/load.ts";
import { processEnvironment } from "../core/config/process-environment.ts";
import { DeploymentFileError, loadDeployment } from "../core/deployments/load.ts";
import { runReported } from "../core/reporting/run-reported.ts";
import { ignoreLog, listUndecided, withConnection } from "./decisions.ts";
import { startGuard } from "./guard.ts";

const USAGE = `Usage:
  npm run guard                      follow the chain and compare its logs with the index
  npm run guard -- list              print the logs that await a decision
  npm run guard -- decide <id> --ignore "reason" [--standing]
                                     decide one; --standing also for its contract and topic from now on
`;

/** EX_CONFIG and EX_USAGE of sysexits.h. */
const CONFIGURATION_EXIT_CODE = 78;
const USAGE_EXIT_CODE = 64;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      deployments: { type: "string" },
      ignore: { type: "string" },
      standing: { type: "boolean", default: false },
    },
  });
  const [command = "run", id] = positionals;
  if (command === "list") return list(loadConfig("guard"));
  if (command === "decide" && id !== undefined && values.ignore !== undefined) {
    return decide(loadConfig("guard"), id, values.ignore, values.standing);
  }
  if (command === "run") return run(values.deployments);
  console.error(USAGE);
  return USAGE_EXIT_CODE;
}

async function run(deployments: string | undefined): Promise<number> {
  const environment = processEnvironment({ VALYRA_DEPLOYMENTS: deployments });
  const config = loadConfig("guard", environment);
  const deployment = loadDeployment(config.VALYRA_DEPLOYMENTS, environment);
  return runReported(config, "guard", async (log) => {
    const guard = await startGuard(config, deployment, log);
    const signal = await new Promise<NodeJS.Signals>((resolve) => {
      for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, resolve);
    });
    log.info({ signal }, "guard stops");
    await guard.stop();
    return 0;
  });
}

async function list({ GUARD_DATABASE_URL }: Config<"guard">): Promise<number> {
  const logs = await withConnection(GUARD_DATABASE_URL, listUndecided);
  for (const { id, contract, reason, topic0, txHash } of logs) {
    console.log(`${id}  ${reason}  contract ${contract}  topic ${topic0 ?? "none"}  tx ${txHash}`);
  }
  console.log(logs.length === 0 ? "Nothing awaits a decision." : `${logs.length} to decide.`);
  return 0;
}

async function decide(
  { GUARD_DATABASE_URL }: Config<"guard">,
  id: string,
  reason: string,
  isStanding: boolean,
): Promise<number> {
  const count = await withConnection(GUARD_DATABASE_URL, (client) =>
    ignoreLog(client, id, reason, isStanding),
  );
  console.log(count === 0 ? `No undecided log ${id}.` : `Decided: ${count}.`);
  return count === 0 ? 1 : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  const isConfiguration = error instanceof ConfigError || error instanceof DeploymentFileError;
  console.error(`guard: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = isConfiguration ? CONFIGURATION_EXIT_CODE : 1;
}
