import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type Address,
  encodeAbiParameters,
  encodeEventTopics,
  encodeFunctionData,
  type Hex,
  parseAbi,
} from "viem";
import { MarketplaceAbi } from "../abis/index.ts";
import { DEVNET_CHAIN_ID, startChain } from "../devnet/chain.ts";
import { loadArtifact } from "../devnet/contracts/artifact.ts";
import { openDeployer } from "../devnet/deployer.ts";
import { writeDeploymentFile } from "../devnet/deployment-file.ts";
import { type BenchChain, countLogs, EMPTY_BLOCKS } from "./chain.ts";

/** One transaction a block, as a busy contract of a large chain has about. */
const EVENTS_PER_BLOCK = 20;

/** Blocks that are mined between two looks at the progress. */
const BLOCKS_PER_BATCH = 50;

const GAS = "0x1c9c380";
const TITLE = encodeAbiParameters(parseAbi(["function f(string, uint256, uint8)"])[0].inputs, [
  "A newsletter with paying readers",
  12_500_000_000n,
  1,
]);

/**
 * Starts a chain of many blocks with one transaction and twenty events each, instead of few blocks
 * of hundreds of transactions. The events are forged, so that no market must be played for them:
 * bare Ponder can read them, an indexer that checks what it reads cannot.
 */
export async function startSparseChain(
  events: number,
  onProgress: (fraction: number) => void,
): Promise<BenchChain> {
  const folder = await mkdtemp(join(tmpdir(), "valyra-bench-"));
  const chain = await startChain({ statesInMemory: EMPTY_BLOCKS });
  const [from = "0x"] = chain.accounts;
  const deployer = await openDeployer(chain, from);
  const token = await deployer.create("TestToken", ["Mock IDRX", "IDRX"]);
  const forger = await deployer.create("EventForger", [`0x${"0".repeat(40)}`]);
  const startBlock = await deployer.mine();

  const blocks = Math.ceil(events / EVENTS_PER_BLOCK);
  for (let first = 0; first < blocks; first += BLOCKS_PER_BATCH) {
    const last = Math.min(first + BLOCKS_PER_BATCH, blocks);
    for (let block = first; block < last; block += 1) {
      const data = forgeListings(block * EVENTS_PER_BLOCK, from);
      const transaction = { from, to: forger, data, gas: GAS, gasPrice: "0x0" };
      await chain.request("eth_sendTransaction", [transaction]);
      await chain.request("evm_mine");
    }
    onProgress(last / blocks);
  }
  await chain.mineMany(EMPTY_BLOCKS);

  const deploymentsPath = join(folder, "deployments.json");
  const contract = { generation: "M3", address: forger, startBlock, token } as const;
  await writeDeploymentFile(deploymentsPath, {
    network: "local",
    chainId: DEVNET_CHAIN_ID,
    rpc: [chain.url],
    pollingIntervalMs: 500,
    genesisCheckInterval: blocks,
    contracts: [
      { kind: "marketplace", ...contract },
      { kind: "token", generation: "standard", address: token, startBlock },
    ],
  });
  const head = await chain.blockNumber();
  const { logs, last } = await countLogs(chain, [forger], head);
  return {
    ...{ chain, deploymentsPath, logs, last, blocks: Number(head) },
    async stop() {
      await chain.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Call data that logs one block's listings, numbered from `first` on. */
function forgeListings(first: number, seller: Address): Hex {
  const logs = Array.from({ length: EVENTS_PER_BLOCK }, (_, offset) => ({
    topics: encodeEventTopics({
      abi: MarketplaceAbi,
      eventName: "ListingCreated",
      args: { listingId: BigInt(first + offset), seller },
    }),
    data: TITLE,
  }));
  const { abi } = loadArtifact("EventForger");
  return encodeFunctionData({ abi, functionName: "forgeMany", args: [logs] });
}
