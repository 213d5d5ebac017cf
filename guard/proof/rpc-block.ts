import type { Hex } from "viem";

/**
 * Blocks, transactions and receipts as nodes send them over JSON-RPC: quantities and data are hex
 * texts. Nothing of it is trusted, so every field is checked again where it is read; a node may leave
 * out what these types demand. Fields that no hash binds (`size`, `totalDifficulty`, the effective gas
 * price, fees of the rollup, a receipt's `contractAddress`) are left out on purpose: nobody should
 * read them from here.
 */
export type RpcHeader = {
  hash: Hex;
  parentHash: Hex;
  sha3Uncles: Hex;
  miner: Hex;
  stateRoot: Hex;
  transactionsRoot: Hex;
  receiptsRoot: Hex;
  logsBloom: Hex;
  difficulty: Hex;
  number: Hex;
  gasLimit: Hex;
  gasUsed: Hex;
  timestamp: Hex;
  extraData: Hex;
  mixHash: Hex;
  nonce: Hex;
  /** London. */
  baseFeePerGas?: Hex | null;
  /** Shanghai; on the OP stack since Isthmus the storage root of the message passer. */
  withdrawalsRoot?: Hex | null;
  /** Cancun; on the OP stack zero, since Jovian what the block's data takes. */
  blobGasUsed?: Hex | null;
  /** Cancun. */
  excessBlobGas?: Hex | null;
  /** Cancun. */
  parentBeaconBlockRoot?: Hex | null;
  /** Prague. */
  requestsHash?: Hex | null;
};

/** A header with its transactions in full, in their order. */
export type RpcBlock = RpcHeader & { transactions: readonly RpcTransaction[] };

export type RpcAccess = { address: Hex; storageKeys: readonly Hex[] };

/** One entry of the list of a transaction of type 4 (EIP-7702). */
export type RpcAuthorization = {
  chainId: Hex;
  address: Hex;
  nonce: Hex;
  yParity: Hex;
  r: Hex;
  s: Hex;
};

export type RpcTransaction = {
  hash: Hex;
  /** Absent in answers of old nodes, which know type 0 only. */
  type?: Hex | null;
  blockHash: Hex | null;
  blockNumber: Hex | null;
  transactionIndex: Hex | null;
  from: Hex;
  /** Null when the transaction creates a contract. */
  to?: Hex | null;
  nonce: Hex;
  gas: Hex;
  value: Hex;
  input: Hex;
  gasPrice?: Hex | null;
  chainId?: Hex | null;
  maxFeePerGas?: Hex | null;
  maxPriorityFeePerGas?: Hex | null;
  maxFeePerBlobGas?: Hex | null;
  accessList?: readonly RpcAccess[] | null;
  blobVersionedHashes?: readonly Hex[] | null;
  authorizationList?: readonly RpcAuthorization[] | null;
  v?: Hex | null;
  yParity?: Hex | null;
  r?: Hex | null;
  s?: Hex | null;
  /** Deposits of the OP stack (type 0x7e). */
  sourceHash?: Hex | null;
  mint?: Hex | null;
  isSystemTx?: boolean | null;
};

export type RpcLog = {
  address: Hex;
  topics: readonly Hex[];
  data: Hex;
  blockHash: Hex | null;
  blockNumber: Hex | null;
  transactionHash: Hex | null;
  transactionIndex: Hex | null;
  logIndex: Hex | null;
  removed?: boolean | null;
};

export type RpcReceipt = {
  /** Absent in answers of old nodes, which know type 0 only. */
  type?: Hex | null;
  transactionHash: Hex;
  transactionIndex: Hex;
  blockHash: Hex;
  blockNumber: Hex;
  from: Hex;
  to?: Hex | null;
  /** Since Byzantium; before it `root`. */
  status?: Hex | null;
  root?: Hex | null;
  cumulativeGasUsed: Hex;
  gasUsed: Hex;
  logsBloom: Hex;
  logs: readonly RpcLog[];
  /** Deposits of the OP stack since Regolith. */
  depositNonce?: Hex | null;
  /** Deposits of the OP stack since Canyon. */
  depositReceiptVersion?: Hex | null;
};
