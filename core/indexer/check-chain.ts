import type { Hex, PublicClient } from "viem";
import * as chains from "viem/chains";
import type { Deployment } from "../deployments/deployment.ts";
import { createRpcClient } from "../rpc/client.ts";
import { describeRpcError, redactUrl } from "../rpc/describe-error.ts";
import { configurationProblem, environmentProblem, type Problem } from "./problem.ts";

const KNOWN_CHAIN_IDS: ReadonlySet<number> = new Set(
  Object.values(chains).flatMap((entry) =>
    typeof entry === "object" && "id" in entry ? [entry.id] : [],
  ),
);

/** Code and storage reads of an unknown contract run at most this many at a time. */
const PARALLEL_READS = 8;

/** Problems with the chain, and a client of the first RPC that serves it. */
export type ChainCheck = { problems: Problem[]; client: PublicClient | undefined };

/**
 * Asks every RPC of the file which chain it serves, and the first right one for the code at every
 * address: a wrong address would index as an empty market, without an error.
 */
export async function checkChain(deployment: Deployment, timeoutMs: number): Promise<ChainCheck> {
  const problems = checkChainId(deployment);
  const endpoints = await Promise.all(
    [...new Set(deployment.rpc)].map((url) => checkEndpoint(url, deployment.chainId, timeoutMs)),
  );
  problems.push(...endpoints.flatMap((endpoint) => endpoint.problems));
  const client = endpoints.find((endpoint) => endpoint.client !== undefined)?.client;
  if (client !== undefined) problems.push(...(await checkContracts(deployment, client)));
  return { problems, client };
}

function checkChainId({ chainId, finalityDepth }: Deployment): Problem[] {
  if (KNOWN_CHAIN_IDS.has(chainId) || finalityDepth !== undefined) return [];
  return [
    configurationProblem(
      `Chain id ${chainId} is unknown. Correct "chainId" in the deployments file; for a private chain add "finalityDepth", the number of blocks after which it no longer reverts.`,
    ),
  ];
}

async function checkEndpoint(
  url: string,
  expected: number,
  timeoutMs: number,
): Promise<ChainCheck> {
  const client = createRpcClient(url, timeoutMs);
  try {
    const actual = await client.getChainId();
    if (actual === expected) return { problems: [], client };
    const line = `RPC ${redactUrl(url)} serves chain ${actual}, but the deployments file is for chain ${expected}. Correct "chainId", or give the RPC of that chain.`;
    return { problems: [configurationProblem(line)], client: undefined };
  } catch (error) {
    const line = `RPC ${redactUrl(url)} does not answer (${describeRpcError(error)}). Start it, or correct "rpc" in the deployments file.`;
    return { problems: [environmentProblem(line)], client: undefined };
  }
}

async function checkContracts(deployment: Deployment, client: PublicClient): Promise<Problem[]> {
  const problems: Problem[] = [];
  try {
    const head = await client.getBlockNumber();
    for (const contract of deployment.contracts) {
      if (BigInt(contract.startBlock) > head) {
        problems.push(
          configurationProblem(
            `Start block ${contract.startBlock} of ${contract.kind} ${contract.address} is after the newest block ${head} of chain ${deployment.chainId}. Give the block of its deployment.`,
          ),
        );
      }
    }
    const codes = await readAll(deployment.contracts, (contract) =>
      client.getCode({ address: contract.address }),
    );
    for (const [position, contract] of deployment.contracts.entries()) {
      if (codes[position] !== undefined) continue;
      problems.push(
        configurationProblem(
          `No contract at ${contract.address} (${contract.kind} ${contract.generation}) on chain ${deployment.chainId}. Correct the address in the deployments file.`,
        ),
      );
    }
  } catch (error) {
    problems.push(
      environmentProblem(
        `The RPC stopped answering while the contracts were looked up (${describeRpcError(error)}). Try again, or give another RPC first in the deployments file.`,
      ),
    );
  }
  return problems;
}

const TOKEN_GETTER = [
  {
    type: "function",
    name: "idrxToken",
    stateMutability: "view",
    inputs: [],
    outputs: [{ type: "address" }],
  },
] as const;

/**
 * Payment tokens of marketplaces and escrows for which the file names none. A proxy's token is set
 * once at initialisation, so the answer, and with it Ponder's build id, is the same at every start.
 */
export async function findTokens(deployment: Deployment, client: PublicClient): Promise<Hex[]> {
  const silent = deployment.contracts.filter(
    ({ kind, token }) => (kind === "marketplace" || kind === "escrow") && token === undefined,
  );
  const found = await readAll(silent, ({ address }) =>
    client.readContract({ address, abi: TOKEN_GETTER, functionName: "idrxToken" }),
  );
  return [...new Set(found.map((token) => token.toLowerCase() as Hex))].sort();
}

async function readAll<Item, Value>(
  items: readonly Item[],
  read: (item: Item) => Promise<Value>,
): Promise<Value[]> {
  const values: Value[] = [];
  for (let start = 0; start < items.length; start += PARALLEL_READS) {
    values.push(...(await Promise.all(items.slice(start, start + PARALLEL_READS).map(read))));
  }
  return values;
}
