import type { Hex } from "viem";
import type { Config } from "../config/config.schema.ts";
import type { Environment } from "../config/environment.ts";
import type { Deployment } from "../deployments/deployment.ts";
import { DeploymentFileError, loadDeployment } from "../deployments/load.ts";
import { describeRpcError } from "../rpc/describe-error.ts";
import { checkChain, findTokens } from "./check-chain.ts";
import { checkDatabase } from "./check-database.ts";
import { checkPort } from "./check-port.ts";
import { configurationProblem, environmentProblem, type Problem } from "./problem.ts";

/** Ponder 0.17 needs this major version of Node or a newer one. */
const MINIMUM_NODE_MAJOR = 22;

/** What a start needs beyond the settings, once everything was found in order. */
export type Clearance = {
  deployment: Deployment;
  /** Payment tokens that the file does not name, as read from the contracts. */
  extraTokens: Hex[];
};

export type PreflightResult =
  | { clearance: Clearance; problems?: never }
  | { clearance?: never; problems: Problem[] };

/**
 * Looks at everything that can be wrong before the indexer starts and reports all of it at once.
 * Each problem is one line that says what to do; no line carries a credential.
 */
export async function runPreflight(
  settings: Config<"indexer">,
  environment: Environment,
): Promise<PreflightResult> {
  const problems = checkRuntime();
  const database = checkDatabase(
    settings.INDEXER_DATABASE_URL,
    settings.INDEXER_SCHEMA,
    settings.RPC_TIMEOUT_MS,
  );
  const port = checkPort(settings.INDEXER_HOST, settings.INDEXER_PORT);
  const deployment = readDeployment(settings.VALYRA_DEPLOYMENTS, environment);
  const chain =
    "line" in deployment
      ? { problems: [deployment], client: undefined }
      : await checkChain(deployment, settings.RPC_TIMEOUT_MS);
  problems.push(...chain.problems, ...(await database), ...(await port));
  if (problems.length > 0 || "line" in deployment || chain.client === undefined) {
    return { problems };
  }
  try {
    return { clearance: { deployment, extraTokens: await findTokens(deployment, chain.client) } };
  } catch (error) {
    const line = `The payment token of a contract could not be read (${describeRpcError(error)}). Check kind and address of the contracts, or name the token in the deployments file.`;
    return { problems: [environmentProblem(line)] };
  }
}

function checkRuntime(): Problem[] {
  const [major = "0"] = process.versions.node.split(".");
  if (Number(major) >= MINIMUM_NODE_MAJOR) return [];
  return [
    configurationProblem(
      `Node ${process.versions.node} is too old for the indexer, which needs ${MINIMUM_NODE_MAJOR}. Start it with "npm run indexer": npm then uses the Node that comes with the project.`,
    ),
  ];
}

/** Mistakes in the deployments file alone, for a start that fails before anything else is known. */
export function checkDeploymentsFile(path: string, environment: Environment): Problem[] {
  const deployment = readDeployment(path, environment);
  return "line" in deployment ? [deployment] : [];
}

function readDeployment(path: string, environment: Environment): Deployment | Problem {
  try {
    return loadDeployment(path, environment);
  } catch (error) {
    if (!(error instanceof DeploymentFileError)) throw error;
    return configurationProblem(error.message.replaceAll(/\s*\n\s*/g, " "));
  }
}
