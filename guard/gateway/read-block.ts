import type { Hex } from "viem";
import type { RpcBlock, RpcHeader, RpcReceipt } from "../proof/rpc-block.ts";
import { quantity, RPC_CODES, RpcFailure, Unproved } from "../providers/json-rpc.ts";
import type { Provider } from "../providers/provider.ts";

/** Which block: its height, its hash or a tag. */
export type BlockId = number | Hex | "latest" | "safe" | "finalized";

/** The provider does not have the block (yet, or any more). */
export class BlockMissing extends Error {
  override name = "BlockMissing";
}

const BLOCK_RECEIPTS = "eth_getBlockReceipts";

/**
 * A block as a provider gives it. What was asked for must be what came: a proved block of another
 * height proves nothing.
 *
 * @param isFull whether with all of its transactions
 * @param ahead the block for which it is read before anybody waits for it
 * @throws BlockMissing, Unproved, or what the provider throws
 */
export async function readBlock(
  provider: Provider,
  id: BlockId,
  isFull: boolean,
  ahead?: number,
): Promise<RpcBlock | RpcHeader> {
  const isHash = typeof id === "string" && id.startsWith("0x");
  const block = await provider.call<RpcBlock | null>(
    isHash ? "eth_getBlockByHash" : "eth_getBlockByNumber",
    [typeof id === "number" ? quantity(id) : id, isFull],
    ahead,
  );
  if (block === null) throw new BlockMissing(`the provider has no block ${id}`);
  if (typeof block !== "object" || typeof block.hash !== "string") {
    throw new Unproved(`block ${id}: the answer is not a block`);
  }
  if (isHash && block.hash !== id) throw new Unproved(`block ${id}: got ${block.hash}`);
  if (typeof id === "number" && Number(block.number) !== id) {
    throw new Unproved(`block ${id}: got number ${block.number}`);
  }
  return block;
}

/**
 * The receipts of a block, in its order: with one call, or where a provider has no such method with one
 * for each transaction, which travel in batches. Whoever proves them sees whether they are all.
 *
 * @param block the same block with its transactions, which is being read
 * @throws as `readBlock`
 */
export async function readReceipts(
  provider: Provider,
  id: BlockId,
  block: Promise<RpcBlock | RpcHeader>,
  ahead?: number,
): Promise<RpcReceipt[]> {
  if (!provider.lacks.has(BLOCK_RECEIPTS)) {
    try {
      return await readAllReceipts(provider, id, ahead);
    } catch (error) {
      if (!isUnknownMethod(error)) throw error;
      provider.lacks.add(BLOCK_RECEIPTS);
    }
  }
  const { transactions } = (await block) as Partial<RpcBlock>;
  if (!Array.isArray(transactions)) throw new Unproved(`block ${id}: no list of transactions`);
  return Promise.all(transactions.map((one) => readReceipt(provider, one?.hash, ahead)));
}

async function readAllReceipts(
  provider: Provider,
  id: BlockId,
  ahead: number | undefined,
): Promise<RpcReceipt[]> {
  const receipts = await provider.call<RpcReceipt[] | null>(
    BLOCK_RECEIPTS,
    [typeof id === "number" ? quantity(id) : id],
    ahead,
  );
  if (receipts === null) throw new BlockMissing(`the provider has no receipts of block ${id}`);
  if (!Array.isArray(receipts)) throw new Unproved(`block ${id}: the receipts are not a list`);
  return receipts;
}

async function readReceipt(
  provider: Provider,
  transaction: Hex,
  ahead: number | undefined,
): Promise<RpcReceipt> {
  const receipt = await provider.call<RpcReceipt | null>(
    "eth_getTransactionReceipt",
    [transaction],
    ahead,
  );
  if (receipt === null) throw new BlockMissing(`the provider has no receipt of ${transaction}`);
  if (typeof receipt !== "object") throw new Unproved(`${transaction}: the answer is no receipt`);
  return receipt;
}

/** Whether a node says that it has no such method, by the code for it or in words. */
function isUnknownMethod(error: unknown): boolean {
  if (!(error instanceof RpcFailure)) return false;
  return (
    error.code === RPC_CODES.methodNotFound ||
    /method.*(not (found|supported|available|exist)|unsupported)|unsupported method/i.test(
      error.message,
    )
  );
}

/** Whether a node says that it knows neither the block nor its state. */
export function isUnknownBlock(error: unknown): boolean {
  return (
    error instanceof BlockMissing ||
    (error instanceof RpcFailure && /not found|unknown|missing/i.test(error.message))
  );
}
