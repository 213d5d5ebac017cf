import type { Address, Hex } from "viem";
import {
  type ChainOptions,
  DEVNET_CHAIN_ID,
  type LocalChain,
  startChain,
} from "../../devnet/chain.ts";

export type { Address, Hex } from "viem";

/** Chain id of every test chain. */
export const TEST_CHAIN_ID = DEVNET_CHAIN_ID;

/** Unlocked accounts of a test chain: roles, people and bystanders. */
const ACCOUNTS = 24;

/** Calls in one HTTP request. */
const CALLS_PER_REQUEST = 250;

/** Gas of a transaction whose cost does not matter; an estimate would throw where a refusal is meant. */
const GENEROUS_GAS = "0x1c9c380";

export type TransactionRequest = { from: Address; to?: Address; data: Hex };

export type Call = { to: Address; data: Hex };

export type Log = {
  address: Address;
  topics: Hex[];
  data: Hex;
  blockNumber: Hex;
  blockHash: Hex;
  logIndex: Hex;
  transactionHash: Hex;
};

export type Receipt = {
  transactionHash: Hex;
  status: Hex;
  from: Address;
  contractAddress: Address | null;
  blockNumber: Hex;
  logs: Log[];
};

/** A chain of a test: the devnet's, with what a test needs to act and to look. */
export type TestChain = LocalChain & {
  /** Puts a transaction into the pool without mining it and returns its hash. */
  submit(transaction: TransactionRequest): Promise<Hex>;
  /** Submits, mines one block and returns the receipts in the order of the transactions. */
  execute(transactions: readonly TransactionRequest[], timestamp?: bigint): Promise<Receipt[]>;
  /** Many calls in few round trips, in order; a call that reverts throws. */
  calls(calls: readonly Call[], blockTag?: Hex | "latest"): Promise<Hex[]>;
  /** One call; `undefined` when it reverts. */
  tryCall(call: Call): Promise<Hex | undefined>;
  storage(address: Address, slot: bigint): Promise<bigint>;
  /** Every log of the chain from one address on. */
  logsOf(addresses: readonly Address[], fromBlock?: bigint): Promise<Log[]>;
};

/** Starts a chain on a free port, without automatic mining and without fees. */
export async function startTestChain(options: ChainOptions = {}): Promise<TestChain> {
  return withTestTools(await startChain({ accounts: ACCOUNTS, ...options }));
}

function withTestTools(chain: LocalChain): TestChain {
  const submit = ({ from, to, data }: TransactionRequest) =>
    chain.request<Hex>("eth_sendTransaction", [
      { from, to, data, gas: GENEROUS_GAS, gasPrice: "0x0" },
    ]);

  return {
    ...chain,
    submit,
    async execute(transactions, timestamp) {
      const hashes: Hex[] = [];
      for (const transaction of transactions) hashes.push(await submit(transaction));
      await chain.mine(timestamp);
      const receipts = await chain.request<Receipt[]>("eth_getBlockReceipts", ["latest"]);
      const byHash = new Map(receipts.map((receipt) => [receipt.transactionHash, receipt]));
      return hashes.map((hash) => {
        const receipt = byHash.get(hash);
        if (receipt === undefined) throw new Error(`${hash} was not mined`);
        return receipt;
      });
    },
    async calls(wanted, blockTag = "latest") {
      const answers: Hex[] = [];
      for (let from = 0; from < wanted.length; from += CALLS_PER_REQUEST) {
        const chunk = wanted.slice(from, from + CALLS_PER_REQUEST);
        answers.push(
          ...(await chain.batch<Hex>(
            chunk.map((call) => ({ method: "eth_call", params: [call, blockTag] })),
          )),
        );
      }
      return answers;
    },
    tryCall: (call) =>
      chain.request<Hex>("eth_call", [call, "latest"]).catch((error: unknown) => {
        if (String(error).includes("revert")) return undefined;
        throw error;
      }),
    storage: async (address, slot) =>
      BigInt(
        await chain.request<Hex>("eth_getStorageAt", [address, `0x${slot.toString(16)}`, "latest"]),
      ),
    logsOf: (address, fromBlock = 0n) =>
      chain.request<Log[]>("eth_getLogs", [
        { address, fromBlock: `0x${fromBlock.toString(16)}`, toBlock: "latest" },
      ]),
  };
}
