import { deployment } from "../ponder.config.ts";
import type { Generation } from "./protocol/states.ts";

/** What the deployments file says of a contract, or undefined for an address it does not list. */
export function declaredContract(address: string) {
  return deployment.contracts.find((entry) => entry.address === address);
}

/** Marketplaces of the deployments file. */
export const declaredMarketplaces = deployment.contracts
  .filter((entry) => entry.kind === "marketplace")
  .map((entry) => entry.address);

/** Generation of an implementation that the deployments file knows by its address. */
export function declaredGeneration(implementation: string): Generation | undefined {
  return deployment.implementations[implementation];
}

const holders = new Set<string>(
  deployment.contracts.filter((entry) => entry.kind !== "token").map((entry) => entry.address),
);

/** Whether transfers from and to the account are indexed: it is a contract of the deployments file. */
export function isHolder(account: string): boolean {
  return holders.has(account);
}

/** Whether transfers of the token are indexed. */
export function isIndexedToken(token: string): boolean {
  return deployment.contracts.some((entry) =>
    entry.kind === "token" ? entry.address === token : entry.token === token,
  );
}
