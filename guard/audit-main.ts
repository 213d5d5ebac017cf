/**
 * `npm run audit` compares the published index with what the contracts say of themselves.
 * `--block N` compares at a block of choice, `--json` prints the result for programs; the exit code
 * is 0 when nothing differs, 1 when something does, 2 when it cannot be compared.
 */
import { parseArgs } from "node:util";
import pg from "pg";
import { ConfigError, loadConfig } from "../core/config/load.ts";
import { processEnvironment } from "../core/config/process-environment.ts";
import { DeploymentFileError, loadDeployment } from "../core/deployments/load.ts";
import { StateUnavailable } from "./audit/state/pinned-chain.ts";
import { AuditNotPossible, runStateAudit } from "./audit/state/run-state-audit.ts";
import type { StateAudit } from "./audit/state/state-audit.ts";
import { stateProviders } from "./guard.ts";

const USAGE = `Usage:
  npm run audit                      compare at the newest final block, and store the result
  npm run audit -- --block N         compare at a block of choice
  npm run audit -- --json            print the result as JSON
  npm run audit -- --deployments F   use another deployments file
`;

const DIFFERENT = 1;
const NOT_POSSIBLE = 2;
/** EX_USAGE and EX_CONFIG of sysexits.h. */
const USAGE_EXIT_CODE = 64;
const CONFIGURATION_EXIT_CODE = 78;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      block: { type: "string" },
      deployments: { type: "string" },
      json: { type: "boolean", default: false },
    },
  });
  if (values.block !== undefined && !/^\d{1,15}$/.test(values.block)) {
    console.error(USAGE);
    return USAGE_EXIT_CODE;
  }
  const environment = processEnvironment({ VALYRA_DEPLOYMENTS: values.deployments });
  const config = loadConfig("guard", environment);
  const deployment = loadDeployment(config.VALYRA_DEPLOYMENTS, environment);
  const pool = new pg.Pool({ connectionString: config.GUARD_DATABASE_URL, max: 2 });
  try {
    const audit = await runStateAudit({
      pool,
      deployment,
      providers: stateProviders(config, deployment),
      ...(values.block === undefined ? {} : { block: BigInt(values.block) }),
      onProgress(contract, { comparedRows, differences }) {
        console.error(`${contract}: ${comparedRows} rows, ${differences.length} differences`);
      },
    });
    print(audit, values.json);
    return audit.differences.length === 0 ? 0 : DIFFERENT;
  } finally {
    await pool.end();
  }
}

function print(audit: StateAudit, isJson: boolean): void {
  if (isJson) {
    const plain = { ...audit, block: { ...audit.block, number: Number(audit.block.number) } };
    console.log(JSON.stringify(plain, null, 2));
    return;
  }
  for (const { table, key, field, here, there, lastEvent } of audit.differences) {
    const what = field === null ? `${table} ${key}` : `${table} ${key} ${field}`;
    const event = lastEvent ?? "no event";
    console.log(`${what}: here ${here ?? "nothing"}, there ${there ?? "nothing"} (${event})`);
  }
  const { block, comparedFields, comparedRows, postponedRows, differences } = audit;
  console.log(
    `Block ${block.number} ${block.hash}: ${differences.length} differences in ${comparedFields} fields of ${comparedRows} rows; ${postponedRows} rows changed since and wait for a later audit.`,
  );
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(`audit: ${error instanceof Error ? error.message : String(error)}`);
  if (error instanceof AuditNotPossible || error instanceof StateUnavailable) {
    process.exitCode = NOT_POSSIBLE;
  } else if (error instanceof ConfigError || error instanceof DeploymentFileError) {
    process.exitCode = CONFIGURATION_EXIT_CODE;
  } else if (error instanceof TypeError && "code" in error) {
    console.error(USAGE);
    process.exitCode = USAGE_EXIT_CODE;
  } else process.exitCode = NOT_POSSIBLE;
}
