import { readFileSync } from "node:fs";
import { z } from "zod";
import { type Deployment, deploymentSchema } from "./deployment.ts";

/** A deployments file that cannot be used; the message names every mistake and its remedy. */
export class DeploymentFileError extends Error {
  constructor(path: string, problem: string) {
    super(`Deployments file ${path}: ${problem}`);
    this.name = "DeploymentFileError";
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads and checks a deployments file. `${NAME}` inside a string is replaced by the environment
 * variable of that name, so that no key has to stand in a file.
 * @throws DeploymentFileError naming every mistake at once; values of variables are never printed.
 */
export function loadDeployment(path: string, environment: Environment): Deployment {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    throw new DeploymentFileError(
      path,
      "cannot be read. Give the path of an existing file with --deployments FILE or VALYRA_DEPLOYMENTS.",
    );
  }
  return parseDeployment(path, text, environment);
}

/** As `loadDeployment`, for text that is already at hand; `path` only names it in errors. */
export function parseDeployment(path: string, text: string, environment: Environment): Deployment {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    throw new DeploymentFileError(path, `is not JSON: ${(error as Error).message}`);
  }
  const missing = new Set<string>();
  const filled = fillIn(raw, environment, missing);
  if (missing.size > 0) {
    throw new DeploymentFileError(
      path,
      `names environment variables that are not set: ${[...missing].join(", ")}. Set them, or write the value into a file of your own.`,
    );
  }
  const parsed = deploymentSchema.safeParse(filled);
  if (!parsed.success) {
    throw new DeploymentFileError(path, `is not valid.\n${z.prettifyError(parsed.error)}`);
  }
  return parsed.data;
}

function fillIn(value: unknown, environment: Environment, missing: Set<string>): unknown {
  if (typeof value === "string") {
    return value.replace(/\$\{([A-Z][A-Z0-9_]*)\}/g, (_, name: string) => {
      const found = environment[name];
      if (!found) missing.add(name);
      return found ?? "";
    });
  }
  if (Array.isArray(value)) return value.map((member) => fillIn(member, environment, missing));
  if (value !== null && typeof value === "object") {
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => [key, fillIn(member, environment, missing)]),
    );
  }
  return value;
}
