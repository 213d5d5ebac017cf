import { readFileSync } from "node:fs";
import type { Deployment } from "../deployments/deployment.ts";
import { DeploymentFileError, parseDeployment } from "../deployments/load.ts";
import type { Environment } from "./environment.ts";

/** Who is where: the network and its contracts, without the addresses of nodes. */
export type AddressBook = Pick<Deployment, "network" | "chainId" | "contracts">;

/** Stands where a node's address would: whoever reads the address book never talks to a node. */
const NO_NODE = "http://localhost";

/**
 * Reads the contracts of a deployments file. Node addresses are left out before the file is checked,
 * so that a process without a node needs none of their variables.
 *
 * @throws DeploymentFileError
 */
export function loadAddressBook(path: string, env: Environment = process.env): AddressBook {
  let raw: unknown;
  try {
    raw = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DeploymentFileError(path, `cannot be read: ${reason}`);
  }
  const withoutNodes = { ...(raw as object), rpc: [NO_NODE], ws: undefined };
  const { network, chainId, contracts } = parseDeployment(path, JSON.stringify(withoutNodes), env);
  return { network, chainId, contracts };
}

/**
 * The node that the file names first, for readers that can do without one: undefined when the
 * variable that holds its address is not set. Only for files that `loadAddressBook` has read.
 */
export function findNodeUrl(path: string, env: Environment = process.env): string | undefined {
  try {
    return parseDeployment(path, readFileSync(path, "utf8"), env).rpc[0];
  } catch (error) {
    if (error instanceof DeploymentFileError) return undefined;
    throw error;
  }
}
