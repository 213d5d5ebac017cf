import { API_VARIABLES } from "./variables/api-variables.ts";
import { INDEX_VARIABLES } from "./variables/index-variables.ts";
import { VALUATION_VARIABLES } from "./variables/valuation-variables.ts";
import type { VariableDoc } from "./variables/variable-doc.ts";
import { WORKER_VARIABLES } from "./variables/worker-variables.ts";

/**
 * Every variable that the processes read, in the order of `.env.example`. Node addresses are not
 * here: the deployments file names the variables that it wants (`"${BASE_RPC_URL}"`).
 */
export const VARIABLES = {
  ...INDEX_VARIABLES,
  ...WORKER_VARIABLES,
  ...VALUATION_VARIABLES,
  ...API_VARIABLES,
} as const satisfies Record<string, VariableDoc>;

export type VariableName = keyof typeof VARIABLES;

/** Raw environment: text or nothing. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Renders `.env.example`; a test compares it with the committed file. */
export function renderEnvExample(): string {
  const blocks = (Object.entries(VARIABLES) as [VariableName, VariableDoc][]).map(
    ([name, doc]) =>
      `# ${doc.meaning}\n# Read by: ${doc.processes.join(", ")}. Without it: ${doc.whenAbsent}.\n${name}=${doc.example}\n`,
  );
  return `${ENV_EXAMPLE_HEADER}\n${blocks.join("\n")}`;
}

const ENV_EXAMPLE_HEADER = `# Every variable that the processes read. Copy to .env and change what must be changed.
# The network file (VALYRA_DEPLOYMENTS) names further variables for the addresses of its nodes.
`;
