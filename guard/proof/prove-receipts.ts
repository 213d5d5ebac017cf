import { BLOOM_BYTES } from "./bloom.ts";
import { type Digits, dataDigits, quantityDigits, smallNumber } from "./hex-fields.ts";
import { orderedTrieRoot } from "./ordered-trie.ts";
import { rlpItem, rlpList } from "./rlp.ts";
import type { RpcHeader, RpcLog, RpcReceipt } from "./rpc-block.ts";
import { demand, type Verdict, verdictOf } from "./verdict.ts";

const DEPOSIT = 0x7e;
const KNOWN_TYPES: ReadonlySet<number> = new Set([0, 1, 2, 3, 4, DEPOSIT]);

/**
 * Proves that these are all receipts of the block, in order: their trie has the header's receipts root,
 * their blooms and gas add up to the header's, and every position in them and in their logs is theirs.
 * A receipts root binds neither the hash nor the sender of a transaction: `proveBlock` does.
 */
export async function proveReceipts(
  header: RpcHeader,
  receipts: readonly RpcReceipt[],
): Promise<Verdict> {
  return verdictOf(() => assertReceipts(header, receipts));
}

/** @throws Unprovable when the receipts are not those of the header. */
export function assertReceipts(header: RpcHeader, receipts: readonly RpcReceipt[]): void {
  demand(Array.isArray(receipts), () => "the receipts are no list");
  const root = orderedTrieRoot(receipts.map(encodeReceipt));
  demand(
    root === header.receiptsRoot,
    () => `the receipts have the root ${root}, the header says ${header.receiptsRoot}`,
  );
  assertTotals(header, receipts);
  let logs = 0;
  receipts.forEach((receipt, index) => {
    assertPosition(header, receipt, index);
    for (const log of receipt.logs) assertLogPosition(receipt, log, logs++);
  });
}

/** The type of a receipt, which anvil writes as `0x7E` for a deposit. @throws Unprovable */
export function receiptType({ type }: RpcReceipt, index: number): number {
  return smallNumber(type === "0x7E" ? "0x7e" : (type ?? "0x0"), "type", `receipt ${index}`);
}

/** What the trie holds for a receipt (EIP-2718, and the deposits of the OP stack). */
function encodeReceipt(receipt: RpcReceipt, index: number): Digits {
  const name = `receipt ${index}`;
  const type = receiptType(receipt, index);
  demand(KNOWN_TYPES.has(type), () => `${name} has the unknown type 0x${type.toString(16)}`);
  const items = [
    rlpItem(outcome(receipt, name)),
    rlpItem(quantityDigits(receipt.cumulativeGasUsed, "cumulativeGasUsed", name)),
    rlpItem(dataDigits(receipt.logsBloom, "logsBloom", BLOOM_BYTES, name)),
    rlpList(receipt.logs.map((log, at) => encodeLog(log, `log ${at} of ${name}`))),
  ];
  if (type === DEPOSIT) items.push(...depositFields(receipt, name));
  const payload = rlpList(items);
  return type === 0 ? payload : type.toString(16).padStart(2, "0") + payload;
}

/** The status, or before Byzantium the state root in its place. */
function outcome(receipt: RpcReceipt, name: string): Digits {
  const { status, root } = receipt;
  if (root === undefined || root === null) {
    const digits = quantityDigits(status, "status", name);
    demand(digits === "" || digits === "01", () => `status of ${name} is neither 0x0 nor 0x1`);
    return digits;
  }
  demand(
    status === undefined || status === null,
    () => `${name} has a status and a state root, which exclude each other`,
  );
  return dataDigits(root, "root", 32, name);
}

/** Regolith gave deposits a nonce, but the trie holds it only since Canyon, together with a version. */
function depositFields(receipt: RpcReceipt, name: string): Digits[] {
  const { depositNonce, depositReceiptVersion } = receipt;
  if (depositReceiptVersion === undefined || depositReceiptVersion === null) return [];
  return [
    rlpItem(quantityDigits(depositNonce, "depositNonce", name)),
    rlpItem(quantityDigits(depositReceiptVersion, "depositReceiptVersion", name)),
  ];
}

function encodeLog(log: RpcLog, name: string): Digits {
  return rlpList([
    rlpItem(dataDigits(log.address, "address", 20, name)),
    rlpList(log.topics.map((topic) => rlpItem(dataDigits(topic, "a topic", 32, name)))),
    rlpItem(dataDigits(log.data, "data", undefined, name)),
  ]);
}

function assertTotals(header: RpcHeader, receipts: readonly RpcReceipt[]): void {
  let bloom = 0n;
  let gas = 0;
  receipts.forEach((receipt, index) => {
    if (receipt.logs.length > 0) bloom |= BigInt(receipt.logsBloom);
    const name = `receipt ${index}`;
    const total = smallNumber(receipt.cumulativeGasUsed, "cumulativeGasUsed", name);
    const own = smallNumber(receipt.gasUsed, "gasUsed", name);
    demand(total - gas === own, () => `gasUsed of ${name} is not what it added`);
    gas = total;
  });
  demand(
    bloom === BigInt(`0x${dataDigits(header.logsBloom, "logsBloom of the header", BLOOM_BYTES)}`),
    () => "the blooms of the receipts do not add up to the header's",
  );
  demand(
    gas === smallNumber(header.gasUsed, "gasUsed of the header"),
    () => "the gas of the receipts does not add up to the header's",
  );
}

function assertPosition(header: RpcHeader, receipt: RpcReceipt, index: number): void {
  dataDigits(receipt.transactionHash, "transactionHash of a receipt", 32);
  demand(
    receipt.blockHash === header.hash && receipt.blockNumber === header.number,
    () => `receipt ${index} names another block`,
  );
  demand(
    receipt.transactionIndex === toQuantity(index),
    () => `receipt ${index} names another place in its block`,
  );
}

function assertLogPosition(receipt: RpcReceipt, log: RpcLog, index: number): void {
  demand(
    log.blockHash === receipt.blockHash &&
      log.blockNumber === receipt.blockNumber &&
      log.transactionHash === receipt.transactionHash &&
      log.transactionIndex === receipt.transactionIndex,
    () => `log ${index} names another block or transaction than its receipt`,
  );
  demand(log.logIndex === toQuantity(index), () => `log ${index} names another place in its block`);
  demand(log.removed !== true, () => `log ${index} is marked as removed`);
}

function toQuantity(value: number): string {
  return `0x${value.toString(16)}`;
}
