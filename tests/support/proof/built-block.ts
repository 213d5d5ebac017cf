/**
 * Blocks made by other libraries than the proofs: viem signs, serializes and hashes, ethereumjs builds
 * the tries. Every field of what comes out is bound by the block's hash, directly or not.
 */
import {
  concatHex,
  type Hex,
  hexToBigInt,
  keccak256,
  numberToHex,
  padHex,
  parseTransaction,
  slice,
  type TransactionSerializable,
  toHex,
  toRlp,
} from "viem";
import { type PrivateKeyAccount, privateKeyToAccount } from "viem/accounts";
import { serializeTransaction as serializeDeposit } from "viem/op-stack";
import type {
  RpcBlock,
  RpcHeader,
  RpcReceipt,
  RpcTransaction,
} from "../../../guard/proof/rpc-block.ts";
import { libraryTrieRoot } from "./trie-oracle.ts";

export type BuiltLog = { address: Hex; topics: Hex[]; data: Hex };
export type BuiltBlock = { block: RpcBlock; receipts: RpcReceipt[] };

/** A transaction before it has a place: its bytes, and its fields as a node shows them. */
type Made = { raw: Hex; fields: Omit<RpcTransaction, "blockHash" | "blockNumber" | "hash"> };

const ADDRESS: Hex = "0x70997970c51812dc3a010c7d01b50e0d17dc79c8";
const KEY = padHex("0x01", { size: 32 });
const GAS_EACH = 21_000;

const shared = { chainId: 8453, gas: 50_000n, to: ADDRESS, value: 7n, data: "0xc0ffee" } as const;
const fees = { maxFeePerGas: 9n, maxPriorityFeePerGas: 1n } as const;
const accessList = [{ address: ADDRESS, storageKeys: [KEY] }];

/**
 * A block with one transaction of each type, each with logs of its own, under a header of Prague.
 * @param bloom what receipts with logs say instead of their bloom, as if they had many more logs
 */
export async function buildBlock(
  logs: readonly (readonly BuiltLog[])[],
  changes: Partial<RpcHeader> = {},
  bloom?: Hex,
): Promise<BuiltBlock> {
  const account = privateKeyToAccount(padHex("0xa11ce", { size: 32 }));
  const made = [await makeDeposit(), ...(await makeSigned(account))];
  const bare = await bareHeader(made, logs, changes, bloom);
  const header = { ...bare, hash: keccak256(encodeHeader(bare)) };
  const place = { blockHash: header.hash, blockNumber: header.number };
  const transactions = made.map(({ raw, fields }) => ({
    ...fields,
    ...place,
    hash: keccak256(raw),
  }));
  let logIndex = 0;
  const receipts = transactions.map((transaction, index): RpcReceipt => {
    const where = {
      ...place,
      transactionHash: transaction.hash,
      transactionIndex: transaction.transactionIndex as Hex,
    };
    return {
      ...receiptFields(transaction.type as Hex, index, logs[index] ?? [], bloom),
      ...where,
      from: transaction.from,
      to: transaction.to ?? null,
      gasUsed: numberToHex(GAS_EACH),
      logs: (logs[index] ?? []).map((log) => ({
        ...log,
        ...where,
        logIndex: numberToHex(logIndex++),
        removed: false,
      })),
    };
  });
  return { block: { ...header, transactions }, receipts };
}

/** The bloom of some addresses and topics, straight from the definition. */
export function bloomOf(values: readonly Hex[]): Hex {
  let bloom = 0n;
  for (const value of values) {
    const hash = keccak256(value);
    for (const at of [0, 2, 4]) bloom |= 1n << (hexToBigInt(slice(hash, at, at + 2)) % 2048n);
  }
  return numberToHex(bloom, { size: 256 });
}

/** The RLP of a header of any fork. */
export function encodeHeader(header: Omit<RpcHeader, "hash">): Hex {
  const { parentHash, sha3Uncles, miner, stateRoot, transactionsRoot, receiptsRoot } = header;
  const tail: (Hex | null | undefined)[] = [
    header.baseFeePerGas && minimal(header.baseFeePerGas),
    header.withdrawalsRoot,
    header.blobGasUsed && minimal(header.blobGasUsed),
    header.excessBlobGas && minimal(header.excessBlobGas),
    header.parentBeaconBlockRoot,
    header.requestsHash,
  ];
  return toRlp([
    ...[parentHash, sha3Uncles, miner, stateRoot, transactionsRoot, receiptsRoot],
    header.logsBloom,
    ...[header.difficulty, header.number, header.gasLimit, header.gasUsed].map(minimal),
    minimal(header.timestamp),
    ...[header.extraData, header.mixHash, header.nonce],
    ...tail.filter((field) => field !== undefined && field !== null),
  ]);
}

async function makeDeposit(): Promise<Made> {
  const deposit = { sourceHash: KEY, from: ADDRESS, to: ADDRESS, mint: 5n, value: 5n, gas: 9n };
  const raw = serializeDeposit({ ...deposit, data: "0x01", isSystemTx: false, type: "deposit" });
  return {
    raw,
    fields: {
      ...{ type: "0x7e", transactionIndex: "0x0", from: ADDRESS, to: ADDRESS, sourceHash: KEY },
      ...{ mint: "0x5", value: "0x5", gas: "0x9", input: "0x01", isSystemTx: false },
      nonce: "0x0",
    },
  };
}

async function makeSigned(account: PrivateKeyAccount): Promise<Made[]> {
  const authorization = await account.signAuthorization({
    contractAddress: ADDRESS,
    chainId: 8453,
    nonce: 9,
  });
  const wanted: TransactionSerializable[] = [
    { type: "legacy", ...shared, gasPrice: 9n },
    { type: "legacy", ...shared, chainId: undefined, to: undefined, gasPrice: 9n },
    { type: "eip2930", ...shared, gasPrice: 9n, accessList },
    { type: "eip1559", ...shared, ...fees, accessList },
    {
      ...{ type: "eip4844", ...shared, ...fees, maxFeePerBlobGas: 3n },
      blobVersionedHashes: [concatHex(["0x01", slice(KEY, 1)])],
    },
    { type: "eip7702", ...shared, ...fees, authorizationList: [authorization] },
  ];
  return Promise.all(
    wanted.map(async (transaction, index) => {
      const raw = await account.signTransaction({ ...transaction, nonce: index });
      return { raw, fields: shown(raw, account.address.toLowerCase() as Hex, index + 1) };
    }),
  );
}

const TYPES = { legacy: 0, eip2930: 1, eip1559: 2, eip4844: 3, eip7702: 4 } as const;

/** What a node shows of the bytes of a signed transaction. */
function shown(raw: Hex, from: Hex, index: number): Made["fields"] {
  const parsed = parseTransaction(raw);
  const type = TYPES[parsed.type as keyof typeof TYPES];
  const { authorizationList: authorizations, blobVersionedHashes, chainId } = parsed;
  const optional = {
    gasPrice: parsed.gasPrice,
    maxFeePerGas: parsed.maxFeePerGas,
    maxPriorityFeePerGas: parsed.maxPriorityFeePerGas,
    maxFeePerBlobGas: parsed.maxFeePerBlobGas,
    chainId,
  };
  const list = (parsed.accessList ?? []).map((entry) => ({
    address: entry.address.toLowerCase() as Hex,
    storageKeys: entry.storageKeys,
  }));
  return {
    type: toHex(type),
    transactionIndex: toHex(index),
    from,
    to: (parsed.to?.toLowerCase() as Hex | undefined) ?? null,
    nonce: toHex(parsed.nonce ?? 0),
    gas: toHex(parsed.gas ?? 0n),
    value: toHex(parsed.value ?? 0n),
    input: parsed.data ?? "0x",
    r: minimalQuantity(parsed.r as Hex),
    s: minimalQuantity(parsed.s as Hex),
    v: toHex(type === 0 ? (parsed.v as bigint) : (parsed.yParity as number)),
    ...(type === 0 ? {} : { yParity: toHex(parsed.yParity as number), accessList: list }),
    ...Object.fromEntries(
      Object.entries(optional).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, toHex(value)]],
      ),
    ),
    ...(blobVersionedHashes === undefined ? {} : { blobVersionedHashes }),
    ...(authorizations === undefined
      ? {}
      : {
          authorizationList: authorizations.map((entry) => ({
            chainId: toHex(entry.chainId),
            address: entry.address.toLowerCase() as Hex,
            nonce: toHex(entry.nonce),
            yParity: toHex(entry.yParity as number),
            r: minimalQuantity(entry.r as Hex),
            s: minimalQuantity(entry.s as Hex),
          })),
        }),
  };
}

async function bareHeader(
  made: readonly Made[],
  logs: readonly (readonly BuiltLog[])[],
  changes: Partial<RpcHeader>,
  bloom: Hex | undefined,
): Promise<Omit<RpcHeader, "hash">> {
  const values = made.map(({ fields }, index) =>
    encodeReceipt(fields.type as Hex, index, logs[index] ?? [], bloom),
  );
  const zero = padHex("0x", { size: 32 });
  return {
    ...{ parentHash: KEY, sha3Uncles: keccak256("0xc0"), miner: ADDRESS, stateRoot: KEY },
    transactionsRoot: await libraryTrieRoot(made.map(({ raw }) => raw)),
    receiptsRoot: await libraryTrieRoot(values),
    logsBloom: bloom ?? bloomOf(logs.flat().flatMap((log) => [log.address, ...log.topics])),
    ...{ difficulty: "0x0", number: "0x112", gasLimit: "0x1c9c380" },
    gasUsed: numberToHex(made.length * GAS_EACH),
    ...{ timestamp: "0x65da607b", extraData: "0x00", mixHash: KEY, nonce: "0x0000000000000000" },
    ...{ baseFeePerGas: "0x7", withdrawalsRoot: KEY, blobGasUsed: "0x0", excessBlobGas: "0x0" },
    ...{ parentBeaconBlockRoot: KEY, requestsHash: zero },
    ...changes,
  };
}

function receiptFields(type: Hex, index: number, logs: readonly BuiltLog[], bloom?: Hex) {
  const ownBloom = bloomOf(logs.flatMap((log) => [log.address, ...log.topics]));
  return {
    type,
    status: "0x1" as Hex,
    cumulativeGasUsed: numberToHex((index + 1) * GAS_EACH),
    logsBloom: logs.length === 0 ? ownBloom : (bloom ?? ownBloom),
    ...(type === "0x7e"
      ? { depositNonce: "0x112" as Hex, depositReceiptVersion: "0x1" as Hex }
      : {}),
  };
}

function encodeReceipt(
  type: Hex,
  index: number,
  logs: readonly BuiltLog[],
  bloom: Hex | undefined,
): Hex {
  const fields = receiptFields(type, index, logs, bloom);
  const payload = toRlp([
    minimal(fields.status),
    minimal(fields.cumulativeGasUsed),
    fields.logsBloom,
    logs.map(({ address, topics, data }) => [address, topics, data]),
    ...(type === "0x7e" ? [minimal("0x112"), minimal("0x1")] : []),
  ]);
  return type === "0x0" ? payload : concatHex([padHex(type, { size: 1 }), payload]);
}

/** A number as RLP wants it: whole bytes, none for zero. */
function minimal(quantity: Hex): Hex {
  const value = hexToBigInt(quantity);
  return value === 0n ? "0x" : toHex(value, { size: Math.ceil(value.toString(16).length / 2) });
}

function minimalQuantity(value: Hex): Hex {
  return toHex(hexToBigInt(value));
}
