import type { Address, Hex } from "viem";
import { type HttpRpc, type RpcCall, RpcError } from "../rpc.ts";
import type { MarketTransaction } from "./outbox.ts";
import type { MarketBlock } from "./script.ts";

/** Enough for a title of several pages; not estimated, because nothing before it is mined yet. */
const GAS = "0x1c9c380";
const BATCH = 200;

type Receipt = { transactionHash: Hex; status: Hex };

export type SentBlock = {
  block: MarketBlock;
  /** What the contracts refused; where accounts are shared, also what the node did not take. */
  refused: MarketTransaction[];
};

/** Puts blocks on the chain, with their transactions in the given order. */
export type BlockSender = {
  send(block: MarketBlock): Promise<SentBlock>;
  /** Asks for the nonces again before the next block: a reorganisation may have lowered them. */
  forgetNonces(): void;
  /** Leaves the node as others expect it. */
  close(): Promise<void>;
};

/**
 * Opens a sender for a node without automatic mining. The entries of a JSON-RPC batch run at the
 * same time and arrive in any order: each transaction carries its nonce, and a price that falls from
 * one to the next, so that a node that mines the dearest first mines them as they were given.
 * @param isSigned false lets the node take the sender on trust, which saves it a third of the work;
 *   such a transaction cannot be sent again in its raw form
 * @param isShared true where others may send from the same accounts; their transactions come first
 */
export async function openSender(
  rpc: HttpRpc,
  { isSigned = true, isShared = false }: { isSigned?: boolean; isShared?: boolean } = {},
): Promise<BlockSender> {
  await rpc.request("evm_setAutomine", [false]);
  await rpc.request("anvil_autoImpersonateAccount", [!isSigned]);
  const { transactionOrder } = await rpc.request<{ transactionOrder: string }>("anvil_nodeInfo");
  const isPriced = transactionOrder === "fees";
  const nonces = new Map<Address, number>();

  async function learnNonces(transactions: readonly MarketTransaction[]): Promise<void> {
    const unknown = [...new Set(transactions.map(({ from }) => from))].filter(
      (from) => !nonces.has(from),
    );
    const counts = await rpc.batch<Hex>(
      unknown.map((from) => ({
        method: "eth_getTransactionCount",
        params: [from, isShared ? "pending" : "latest"],
      })),
    );
    for (const [position, from] of unknown.entries()) {
      nonces.set(from, Number.parseInt(counts[position] ?? "0x0", 16));
    }
  }

  function toCall({ from, to, data }: MarketTransaction, rank: number): RpcCall {
    const nonce = nonces.get(from) ?? 0;
    nonces.set(from, nonce + 1);
    const fields = { from, to, data, gas: GAS, gasPrice: hex(rank), nonce: hex(nonce) };
    return { method: "eth_sendTransaction", params: [fields] };
  }

  /** One transaction; undefined when the node does not take it, since somebody else was faster. */
  async function trySubmit({ method, params }: RpcCall): Promise<Hex | undefined> {
    try {
      return await rpc.request<Hex>(method, params);
    } catch (error) {
      if (error instanceof RpcError) return undefined;
      throw error;
    }
  }

  /** Hashes in the order of the transactions. */
  async function submit(transactions: readonly MarketTransaction[]): Promise<(Hex | undefined)[]> {
    const calls = transactions.map((transaction, position) =>
      toCall(transaction, isPriced ? transactions.length - position : 0),
    );
    if (isShared) return Promise.all(calls.map(trySubmit));
    const hashes: Hex[] = [];
    const size = isPriced ? BATCH : 1;
    for (let start = 0; start < calls.length; start += size) {
      hashes.push(...(await rpc.batch<Hex>(calls.slice(start, start + size))));
    }
    return hashes;
  }

  return {
    async send(block) {
      const { transactions, timestamp } = block;
      await learnNonces(transactions);
      const hashes = await submit(transactions);
      await rpc.request("evm_setNextBlockTimestamp", [timestamp]);
      await rpc.request("evm_mine");
      if (hashes.length === 0) return { block, refused: [] };
      const receipts = await rpc.request<Receipt[]>("eth_getBlockReceipts", ["latest"]);
      const statusOf = new Map(receipts.map((it) => [it.transactionHash, it.status]));
      const statuses = hashes.map((hash) => hash && statusOf.get(hash));
      if (!isShared && statuses.includes(undefined)) {
        throw new Error(`the node left transactions out of the block at ${timestamp}`);
      }
      return { block, refused: transactions.filter((_, at) => statuses[at] !== "0x1") };
    },
    forgetNonces: () => nonces.clear(),
    async close() {
      await rpc.request("anvil_autoImpersonateAccount", [false]);
    },
  };
}

function hex(value: number): Hex {
  return `0x${value.toString(16)}`;
}
