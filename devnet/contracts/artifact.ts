import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Abi, Hex } from "viem";

/**
 * The reference contracts that are compiled, one name per generation. Each name is a contract of
 * the same name somewhere under `devnet/contracts`.
 */
export const CONTRACT_NAMES = [
  "AgentEscrow",
  "Entitlements",
  "EscrowE0",
  "EscrowE1",
  "EscrowE2a",
  "EscrowE2b",
  "EscrowE2c",
  "EscrowE2d",
  "EscrowE3",
  "EventForger",
  "FeeOnTransferToken",
  "MarketplaceM1",
  "MarketplaceM2",
  "MarketplaceM3",
  "MarketplaceM3Next",
  "Proxy",
  "SixDecimalToken",
  "SmartAccount",
  "SmartWallet",
  "TestToken",
] as const;

export type ContractName = (typeof CONTRACT_NAMES)[number];

export type Artifact = {
  abi: Abi;
  /** Creation code, without constructor arguments. */
  bytecode: Hex;
  contractName: ContractName;
  /** Runtime code; immutables are zero in it. */
  deployedBytecode: Hex;
  /** SHA-256 over the compiler, its settings and every source that the contract is made of. */
  sourceHash: string;
};

/** Absolute path of the committed artifact of a contract. */
export function artifactPath(name: ContractName): string {
  return fileURLToPath(new URL(`../artifacts/${name}.json`, import.meta.url));
}

const loaded = new Map<ContractName, Artifact>();

/** Reads a committed artifact from disk, once per process. */
export function loadArtifact(name: ContractName): Artifact {
  const known = loaded.get(name);
  if (known) return known;
  const artifact = JSON.parse(readFileSync(artifactPath(name), "utf8")) as Artifact;
  loaded.set(name, artifact);
  return artifact;
}
