import { toHex } from "viem";
import {
  type Digits,
  dataDigits,
  quantityDigits,
  scalarDigits,
  smallNumber,
} from "./hex-fields.ts";
import { rlpItem, rlpList } from "./rlp.ts";
import type { RpcAccess, RpcAuthorization, RpcTransaction } from "./rpc-block.ts";
import { demand, Unprovable } from "./verdict.ts";

/** Type of the deposits of the OP stack, which nobody signs. */
export const DEPOSIT = 0x7e;

/**
 * A transaction as the trie holds it and as its hash takes it: types 0 to 4, and 0x7e of the OP stack.
 * @param name what reasons call the transaction.
 * @throws Unprovable when the type is unknown or a field is missing or malformed.
 */
export function encodeTransaction(transaction: RpcTransaction, name: string): Digits {
  const type = transactionType(transaction, name);
  if (type === DEPOSIT) return `7e${rlpList(depositFields(transaction, name))}`;
  const fields = payloadFields(transaction, type, name);
  const last = type === 0 ? legacyDigits(transaction, name) : parityDigits(transaction, name);
  const signature = [
    rlpItem(last),
    rlpItem(scalarDigits(transaction.r, "r", name)),
    rlpItem(scalarDigits(transaction.s, "s", name)),
  ];
  return envelope(type, [...fields, ...signature]);
}

/**
 * What the sender signed.
 * @param chainId of a transaction of type 0 that names its chain (EIP-155); the others hold it.
 * @throws Unprovable like {@link encodeTransaction}; a deposit is not signed.
 */
export function encodeForSigning(
  transaction: RpcTransaction,
  name: string,
  chainId: Digits | undefined,
): Digits {
  const type = transactionType(transaction, name);
  demand(type !== DEPOSIT, () => `${name} is a deposit, which nobody signs`);
  const fields = payloadFields(transaction, type, name);
  if (type === 0 && chainId !== undefined) fields.push(rlpItem(chainId), rlpItem(""), rlpItem(""));
  return envelope(type, fields);
}

/**
 * Whether nobody signed the transaction and it is no deposit: a development node made it for an account
 * that it impersonates. No other chain has such transactions.
 */
export function isImpersonated(transaction: RpcTransaction, name: string): boolean {
  if (transactionType(transaction, name) === DEPOSIT) return false;
  const { r, s } = transaction;
  return scalarDigits(r, "r", name) === "" && scalarDigits(s, "s", name) === "";
}

/** @throws Unprovable when the type is not a small number. */
export function transactionType(transaction: RpcTransaction, name: string): number {
  return smallNumber(transaction.type ?? "0x0", "type", name);
}

/** The parity of a typed transaction; nodes call it `yParity`, `v` or both. */
export function parityDigits(transaction: RpcTransaction, name: string): Digits {
  const { yParity, v } = transaction;
  const digits = quantityDigits(yParity ?? v, "yParity", name);
  demand(digits === "" || digits === "01", () => `yParity of ${name} is neither 0x0 nor 0x1`);
  if (yParity !== undefined && yParity !== null && v !== undefined && v !== null) {
    demand(quantityDigits(v, "v", name) === digits, () => `v and yParity of ${name} differ`);
  }
  return digits;
}

/** `v` of a transaction of type 0, which since EIP-155 holds the chain id that nodes show beside it. */
function legacyDigits({ v, chainId }: RpcTransaction, name: string): Digits {
  const digits = quantityDigits(v, "v", name);
  const signed = BigInt(`0x0${digits}`);
  demand(
    signed < 35n ||
      chainId === undefined ||
      chainId === null ||
      chainId === toHex((signed - 35n) / 2n),
    () => `chainId of ${name} is not the one in its signature`,
  );
  return digits;
}

function envelope(type: number, items: readonly Digits[]): Digits {
  return type === 0 ? rlpList(items) : `0${type}${rlpList(items)}`;
}

/** Everything but the signature, in the order of the type. */
function payloadFields(transaction: RpcTransaction, type: number, name: string): Digits[] {
  const number = (field: keyof RpcTransaction): Digits =>
    rlpItem(quantityDigits(transaction[field], field, name));
  const shared = (): Digits[] => [
    number("gas"),
    recipient(transaction, name),
    number("value"),
    rlpItem(dataDigits(transaction.input, "input", undefined, name)),
  ];
  const dynamic = (): Digits[] => [
    number("chainId"),
    number("nonce"),
    number("maxPriorityFeePerGas"),
    number("maxFeePerGas"),
    ...shared(),
    accessList(transaction.accessList, name),
  ];
  switch (type) {
    case 0:
      return [number("nonce"), number("gasPrice"), ...shared()];
    case 1:
      return [
        number("chainId"),
        number("nonce"),
        number("gasPrice"),
        ...shared(),
        accessList(transaction.accessList, name),
      ];
    case 2:
      return dynamic();
    case 3: {
      const hashes = demandList(transaction.blobVersionedHashes, "blobVersionedHashes", name);
      const items = hashes.map((hash) => rlpItem(dataDigits(hash, "a blob", 32, name)));
      return [...dynamic(), number("maxFeePerBlobGas"), rlpList(items)];
    }
    case 4: {
      const list = demandList(transaction.authorizationList, "authorizationList", name);
      return [...dynamic(), rlpList(list.map((entry) => authorization(entry, name)))];
    }
    default:
      throw new Unprovable(`${name} has the unknown type 0x${type.toString(16)}`);
  }
}

function depositFields(transaction: RpcTransaction, name: string): Digits[] {
  const { isSystemTx } = transaction;
  demand(
    isSystemTx === undefined || isSystemTx === null || typeof isSystemTx === "boolean",
    () => `isSystemTx of ${name} is neither true nor false`,
  );
  for (const part of ["v", "r", "s", "yParity"] as const) {
    const isZero = /^0x0+$/.test(transaction[part] ?? "0x0");
    demand(isZero, () => `${name} is a deposit with a signature`);
  }
  return [
    rlpItem(dataDigits(transaction.sourceHash, "sourceHash", 32, name)),
    rlpItem(dataDigits(transaction.from, "from", 20, name)),
    recipient(transaction, name),
    rlpItem(quantityDigits(transaction.mint ?? "0x0", "mint", name)),
    rlpItem(quantityDigits(transaction.value, "value", name)),
    rlpItem(quantityDigits(transaction.gas, "gas", name)),
    rlpItem(isSystemTx === true ? "01" : ""),
    rlpItem(dataDigits(transaction.input, "input", undefined, name)),
  ];
}

function recipient({ to }: RpcTransaction, name: string): Digits {
  return rlpItem(to === undefined || to === null ? "" : dataDigits(to, "to", 20, name));
}

function accessList(list: readonly RpcAccess[] | null | undefined, name: string): Digits {
  const entries = demandList(list, "accessList", name).map(({ address, storageKeys }) =>
    rlpList([
      rlpItem(dataDigits(address, "an address in the access list", 20, name)),
      rlpList(
        storageKeys.map((key) => rlpItem(dataDigits(key, "a key in the access list", 32, name))),
      ),
    ]),
  );
  return rlpList(entries);
}

function authorization(entry: RpcAuthorization, name: string): Digits {
  const of = `an authorization of ${name}`;
  return rlpList([
    rlpItem(quantityDigits(entry.chainId, "chainId", of)),
    rlpItem(dataDigits(entry.address, "address", 20, of)),
    rlpItem(quantityDigits(entry.nonce, "nonce", of)),
    rlpItem(quantityDigits(entry.yParity, "yParity", of)),
    rlpItem(scalarDigits(entry.r, "r", of)),
    rlpItem(scalarDigits(entry.s, "s", of)),
  ]);
}

function demandList<Entry>(
  list: readonly Entry[] | null | undefined,
  field: string,
  of: string,
): readonly Entry[] {
  demand(Array.isArray(list), () => `${field} of ${of} is no list`);
  return list as readonly Entry[];
}
