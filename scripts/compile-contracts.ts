/**
 * Compiles the reference contracts into `devnet/artifacts`. `npm run contracts:compile` writes the
 * artifacts; with `--check` nothing is written and a difference from the committed ones fails.
 */
import { createHash } from "node:crypto";
import { globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import solc from "solc";
import type { Abi } from "viem";
import {
  type Artifact,
  artifactPath,
  CONTRACT_NAMES,
  type ContractName,
} from "../devnet/contracts/artifact.ts";

const SOURCES = fileURLToPath(new URL("../devnet/contracts", import.meta.url));

/**
 * Pinned, because every byte of the artifacts depends on them. The optimiser steps are those of the
 * compiler's default without its costly second half: code a quarter larger in half the time.
 */
const SETTINGS = {
  evmVersion: "cancun",
  metadata: { appendCBOR: false },
  optimizer: {
    enabled: true,
    runs: 200,
    details: {
      yul: true,
      yulDetails: {
        stackAllocation: true,
        optimizerSteps: "dhfoDgvulfnTUtnIfxa[r]EscLMcCTUtTOntnfDIul:fDnTOcmu",
      },
    },
  },
  viaIR: true,
} as const;

/** The compiler runs in threads of its own, since it is synchronous and takes seconds. */
const COMPILER_THREADS = 2;
const COMPILER_THREAD = `
  const { parentPort, workerData } = require("node:worker_threads");
  parentPort.postMessage(require(workerData.solc).compile(workerData.input));
`;

type Sources = Record<string, { content: string }>;
type SolcMessage = { severity: "error" | "warning" | "info"; formattedMessage: string };
type SolcContract = {
  abi: Abi;
  evm: { bytecode: { object: string }; deployedBytecode: { object: string } };
  /** JSON text; names the sources that the contract was compiled from. */
  metadata: string;
};
type SolcOutput = {
  errors?: SolcMessage[];
  contracts: Record<string, Record<string, SolcContract>>;
};

function readSources(): Sources {
  const files = globSync("**/*.sol", { cwd: SOURCES })
    .map((file) => file.split(path.sep).join("/"))
    .sort();
  return Object.fromEntries(
    files.map((file) => [file, { content: readFileSync(path.join(SOURCES, file), "utf8") }]),
  );
}

function selectOutput(sources: Sources, names: ContractName[]): Record<string, object> {
  const fileOf = new Map(Object.keys(sources).map((file) => [path.basename(file, ".sol"), file]));
  const selection: Record<string, object> = {};
  for (const name of names) {
    const file = fileOf.get(name);
    if (!file) throw new Error(`No ${name}.sol under devnet/contracts.`);
    selection[file] = {
      [name]: ["abi", "evm.bytecode.object", "evm.deployedBytecode.object", "metadata"],
    };
  }
  return selection;
}

function runInThread(input: string): Promise<string> {
  const solcPath = createRequire(import.meta.url).resolve("solc");
  return new Promise((resolve, reject) => {
    const worker = new Worker(COMPILER_THREAD, {
      eval: true,
      workerData: { solc: solcPath, input },
    });
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}

async function runSolc(sources: Sources, names: ContractName[]): Promise<SolcOutput> {
  const settings = { ...SETTINGS, outputSelection: selectOutput(sources, names) };
  const input = { language: "Solidity", settings, sources };
  const output = JSON.parse(await runInThread(JSON.stringify(input))) as SolcOutput;
  const complaints = (output.errors ?? []).filter((message) => message.severity !== "info");
  if (complaints.length > 0) {
    throw new Error(complaints.map((message) => message.formattedMessage).join("\n"));
  }
  return output;
}

function hashSources(contract: SolcContract, sources: Sources): string {
  const { sources: used } = JSON.parse(contract.metadata) as { sources: Record<string, unknown> };
  const hash = createHash("sha256").update(JSON.stringify([solc.version(), SETTINGS]));
  for (const file of Object.keys(used).sort()) {
    hash.update(JSON.stringify([file, sources[file]?.content]));
  }
  return hash.digest("hex");
}

/**
 * Compiles every contract of {@link CONTRACT_NAMES} from the sources on disk. Deterministic: the
 * same sources give the same artifacts on any machine. Compiler warnings are errors.
 */
export async function compileContracts(): Promise<Map<ContractName, Artifact>> {
  const sources = readSources();
  // Neighbours in the list are of similar size, so dealing them out in turn evens the load.
  const shares = Array.from({ length: COMPILER_THREADS }, (_, thread) =>
    CONTRACT_NAMES.filter((_name, index) => index % COMPILER_THREADS === thread),
  );
  const outputs = await Promise.all(shares.map((names) => runSolc(sources, names)));
  const compiled = outputs.flatMap(({ contracts }) => Object.values(contracts));
  const artifacts = new Map<ContractName, Artifact>();
  for (const name of CONTRACT_NAMES) {
    const contract = compiled.find((byName) => byName[name])?.[name];
    if (!contract) throw new Error(`The compiler returned no ${name}.`);
    artifacts.set(name, {
      abi: contract.abi,
      bytecode: `0x${contract.evm.bytecode.object}`,
      contractName: name,
      deployedBytecode: `0x${contract.evm.deployedBytecode.object}`,
      sourceHash: hashSources(contract, sources),
    });
  }
  return artifacts;
}

/** The text of an artifact file: compact, with the keys of every object sorted. */
export function serializeArtifact(artifact: Artifact): string {
  return `${JSON.stringify(artifact, (_key, value: unknown) =>
    value !== null && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )}\n`;
}

function readCommitted(name: ContractName): string | undefined {
  try {
    return readFileSync(artifactPath(name), "utf8");
  } catch {
    return undefined;
  }
}

async function main(isCheck: boolean): Promise<void> {
  const changed: ContractName[] = [];
  for (const [name, artifact] of await compileContracts()) {
    const text = serializeArtifact(artifact);
    if (readCommitted(name) === text) continue;
    changed.push(name);
    if (isCheck) continue;
    mkdirSync(path.dirname(artifactPath(name)), { recursive: true });
    writeFileSync(artifactPath(name), text);
  }
  if (changed.length === 0) {
    console.log("All artifacts are current.");
  } else if (isCheck) {
    console.error(`Stale artifacts: ${changed.join(", ")}. Run npm run contracts:compile.`);
    process.exitCode = 1;
  } else {
    console.log(`Written: ${changed.join(", ")}.`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(process.argv.includes("--check"));
}
