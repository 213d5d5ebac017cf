import type {
  RpcBlock,
  RpcHeader,
  RpcLog,
  RpcReceipt,
  RpcTransaction,
} from "../proof/rpc-block.ts";

/** Every field of a header: its hash binds them all. */
const HEADER: readonly (keyof RpcHeader)[] = [
  ...(["number", "hash", "parentHash", "sha3Uncles", "miner", "stateRoot"] as const),
  ...(["transactionsRoot", "receiptsRoot", "logsBloom", "difficulty", "gasLimit"] as const),
  ...(["gasUsed", "timestamp", "extraData", "mixHash", "nonce", "baseFeePerGas"] as const),
  ...(["withdrawalsRoot", "blobGasUsed", "excessBlobGas", "parentBeaconBlockRoot"] as const),
  "requestsHash",
];

const EVERY_TRANSACTION: readonly (keyof RpcTransaction)[] = [
  ...(["hash", "type", "blockHash", "blockNumber", "transactionIndex", "from", "to"] as const),
  ...(["nonce", "gas", "value", "input"] as const),
];

const SIGNATURE = ["chainId", "r", "s", "v"] as const;
const FEES = ["maxFeePerGas", "maxPriorityFeePerGas", "accessList", "yParity"] as const;

/** Fields that the hash of a transaction of each type binds, beyond those of all. */
const OF_TYPE: Readonly<Record<number, readonly (keyof RpcTransaction)[]>> = {
  0: [...SIGNATURE, "gasPrice"],
  1: [...SIGNATURE, "gasPrice", "accessList", "yParity"],
  2: [...SIGNATURE, ...FEES],
  3: [...SIGNATURE, ...FEES, "maxFeePerBlobGas", "blobVersionedHashes"],
  4: [...SIGNATURE, ...FEES, "authorizationList"],
  126: ["sourceHash", "mint", "isSystemTx"],
};

const RECEIPT: readonly (keyof RpcReceipt)[] = [
  ...(["type", "transactionHash", "transactionIndex", "blockHash", "blockNumber"] as const),
  ...(["from", "to", "status", "root", "cumulativeGasUsed", "gasUsed", "logsBloom"] as const),
];

/** The parts of a header that are proved; what a node adds of its own does not travel on. */
export function servedHeader(header: RpcHeader): RpcHeader {
  return pick(header, HEADER);
}

/** A block with what is proved of each transaction. */
export function servedBlock(block: RpcBlock): RpcBlock {
  const transactions = block.transactions.map((transaction) =>
    pick(transaction, [...EVERY_TRANSACTION, ...(OF_TYPE[Number(transaction.type ?? 0)] ?? [])]),
  );
  return { ...pick(block, HEADER), transactions };
}

/** Receipts with what is proved of each; `logs` are those of the whole block, proved before. */
export function servedReceipts(
  receipts: readonly RpcReceipt[],
  logs: readonly RpcLog[],
): RpcReceipt[] {
  return receipts.map((receipt) => ({
    ...pick(receipt, RECEIPT),
    logs: logs.filter((log) => log.transactionHash === receipt.transactionHash),
  }));
}

function pick<Whole extends object>(whole: Whole, names: readonly (keyof Whole)[]): Whole {
  const picked: Partial<Whole> = {};
  for (const name of names) {
    if (whole[name] !== undefined) picked[name] = whole[name];
  }
  return picked as Whole;
}
